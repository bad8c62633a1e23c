//! The staff corner: how the kiosk is, what was counted, and its settings. It opens by a long press and the PIN, and closes by itself.

use super::{Kiosk, clock, pad::pad};
use crate::{
    platform::document,
    ui::wires::{entered, flag, press, text},
};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use naru_core::{
    kiosk::{
        Door, SETTINGS, Setting, Settings, Word, counter_names,
        settings::{turned, typed},
    },
    model::MODEL_VERSION,
};

/// What every part of the corner is given.
#[derive(Clone, Copy)]
struct Corner {
    kiosk: Kiosk,
    /// The settings as they are changed here, before they are kept.
    settings: RwSignal<Settings>,
    /// What came of the last thing that was done.
    said: RwSignal<Option<Word>>,
}

impl Corner {
    /// A word, in the language on the screen.
    fn say(self, word: Word) -> Memo<String> {
        text(move || word.text(self.kiosk.shown.with(|shown| shown.language)))
    }
}

/// The corner, behind the PIN.
pub fn corner(kiosk: Kiosk) -> AnyView {
    let open = flag(move || kiosk.door.get() == Door::Open);
    let corner = Corner { kiosk, settings: RwSignal::new(kiosk.settings()), said: RwSignal::new(None) };
    view! {
        <div class="corner" role="dialog" aria-modal="true" aria-labelledby="corner-name" data-test="corner">
            <h2 class="corner__name" id="corner-name">{corner.say(Word::Staff)}</h2>
            {move || if open.get() { inside(corner) } else { pad(kiosk) }}
        </div>
    }
    .into_any()
}

fn inside(corner: Corner) -> AnyView {
    let kiosk = corner.kiosk;
    let leave = press(move || kiosk.turn(|staff, _| staff.close()));
    let restart = press(move || kiosk.keeper.restart());
    let said = text(move || {
        let language = kiosk.shown.with(|shown| shown.language);
        corner.said.get().map(|word| word.text(language)).unwrap_or_default()
    });
    view! {
        <div class="corner__inside" data-test="corner-inside">
            {status(corner)}
            {counters(corner)}
            {settings(corner)}
        </div>
        <p class="corner__said" role="status" data-test="corner-said">{said}</p>
        <div class="corner__ways">
            <button class="button" type="button" data-test="corner-restart" on:click=restart>{corner.say(Word::Restart)}</button>
            <button class="button button--main" type="button" data-test="corner-leave" on:click=leave>{corner.say(Word::Leave)}</button>
        </div>
    }
    .into_any()
}

/// How the kiosk is.
fn status(corner: Corner) -> AnyView {
    let kiosk = corner.kiosk;
    let fine = move |fine: bool| corner.say(if fine { Word::Fine } else { Word::Missing });
    let online = window().navigator().on_line();
    let storage = flag(move || kiosk.keeper.stores.get());
    let stored = text(move || fine(storage.get()).get());
    let hours = format!("{}:{:02}", clock::now() / HOUR_MS, clock::now() % HOUR_MS / MINUTE_MS);
    let faults = move || {
        let language = kiosk.shown.with(|shown| shown.language);
        let faults = kiosk.faults.get();
        let none = faults.is_empty().then(|| view! { <li>{Word::NoFaults.text(language)}</li> });
        let rows = faults
            .iter()
            .map(|fault| view! { <li data-fault=fault.key().unwrap_or("").to_owned()>{fault.text(language)}</li> });
        (rows.collect_view(), none)
    };
    view! {
        <section class="corner__part">
            <h3>{corner.say(Word::Status)}</h3>
            <dl class="corner__list">
                <dt>{corner.say(Word::Version)}</dt>
                <dd>{format!("{} · {MODEL_VERSION}", env!("CARGO_PKG_VERSION"))}</dd>
                <dt>{corner.say(Word::Since)}</dt>
                <dd>{hours}</dd>
                <dt>{corner.say(Word::Online)}</dt>
                <dd>{fine(online)}</dd>
                <dt>{corner.say(Word::Storage)}</dt>
                <dd data-test="corner-storage">{stored}</dd>
            </dl>
            <h4>{corner.say(Word::Faults)}</h4>
            <ul class="corner__faults">{faults}</ul>
        </section>
    }
    .into_any()
}

/// Milliseconds of an hour, and of a minute.
const HOUR_MS: u64 = 3_600_000;
const MINUTE_MS: u64 = 60_000;

/// What was counted.
fn counters(corner: Corner) -> AnyView {
    let kiosk = corner.kiosk;
    let rows = move || {
        let language = kiosk.shown.with(|shown| shown.language);
        let today = clock::today();
        let rows = counter_names(language).into_iter().map(|(key, name)| {
            let (day, all) = kiosk.keeper.counted(|counters| (counters.of(today, key), counters.sum(key)));
            view! {
                <tr data-counter=key>
                    <th scope="row">{name}</th>
                    <td>{day.to_string()}</td>
                    <td>{all.to_string()}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let export = press(move || {
        let csv = kiosk.keeper.counted(naru_core::kiosk::Counters::csv);
        let given = if kiosk.keeper.watched() {
            kiosk.keeper.save(FILE, &csv);
            true
        } else {
            document::give(FILE, &csv)
        };
        corner.said.set(Some(if given { Word::Exported } else { Word::ExportFailed }));
    });
    view! {
        <section class="corner__part">
            <h3>{corner.say(Word::Counters)}</h3>
            <p>{corner.say(Word::Private)}</p>
            <button class="button" type="button" data-test="corner-export" on:click=export>{corner.say(Word::Export)}</button>
            <table class="corner__table">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{corner.say(Word::Today)}</th>
                        <th scope="col">{corner.say(Word::AllDays)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The name of the table with the counters.
const FILE: &str = "naru-counters.csv";

/// The settings, each with less and more.
fn settings(corner: Corner) -> AnyView {
    let rows = SETTINGS.iter().map(move |setting| one(corner, setting));
    let save = press(move || {
        let kiosk = corner.kiosk;
        let settings = corner.settings.get_untracked();
        kiosk.keeper.keep_settings(&settings.write());
        kiosk.faults.set(Settings::read(&settings.write()).1);
        leptos::task::spawn_local(async move {
            // Another language may be offered from now on.
            super::learn(&settings).await;
            kiosk.renew(settings);
            // The watchdog says whether it could keep them.
            TimeoutFuture::new(ANSWER_MS).await;
            let stored = kiosk.keeper.stores.get_untracked();
            corner.said.set(Some(if stored { Word::Saved } else { Word::SaveFailed }));
        });
    });
    view! {
        <section class="corner__part">
            <h3>{corner.say(Word::Settings)}</h3>
            <div class="corner__settings">{rows.collect_view()}</div>
            <button class="button button--main" type="button" data-test="corner-save" on:click=save>{corner.say(Word::Save)}</button>
        </section>
    }
    .into_any()
}

/// Milliseconds in which a watchdog answers.
const ANSWER_MS: u32 = 300;

fn one(corner: Corner, setting: &'static Setting) -> AnyView {
    let name = text(move || setting.name(corner.kiosk.shown.with(|shown| shown.language)));
    let value = text(move || corner.settings.with(|settings| plain(setting, settings)));
    if turned(setting, &corner.settings.get_untracked(), true).is_none() {
        // Digits are typed, where there is a keyboard.
        let change = entered(move |digits| {
            corner.settings.update(|settings| {
                if let Some(changed) = typed(setting, settings, &digits) {
                    *settings = changed;
                }
            });
        });
        return view! {
            <label class="corner__setting" data-setting=setting.key>
                <span>{name}</span>
                <input class="select" type="text" inputmode="numeric" autocomplete="off" maxlength="8" prop:value=value on:change=change />
            </label>
        }
        .into_any();
    }
    let turn = move |more: bool| {
        press(move || {
            corner.settings.update(|settings| {
                if let Some(changed) = turned(setting, settings, more) {
                    *settings = changed;
                }
            });
        })
    };
    view! {
        <div class="corner__setting" data-setting=setting.key role="group" aria-label=name>
            <span>{name}</span>
            <button class="button corner__turn" type="button" aria-label="−" on:click=turn(false)>"−"</button>
            <output>{value}</output>
            <button class="button corner__turn" type="button" aria-label="+" on:click=turn(true)>"+"</button>
        </div>
    }
    .into_any()
}

/// A value as it is read: without what JSON puts around it.
fn plain(setting: &Setting, settings: &Settings) -> String {
    setting.get(settings).replace(['"', '[', ']'], "")
}
