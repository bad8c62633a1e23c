//! The quiz: situations that the person answers by choosing what to do; the stage plays it, and what came of it stands beside
//! what would have come of the other ways.

use super::lead::Lead;
use crate::{
    platform,
    ui::{
        caption::spans,
        wires::{flag, press, text},
    },
};
use leptos::prelude::*;
use naru_core::{
    link::Told,
    session::{Action, Camera},
    story::quiz::{ASKED, POOL, Question, draw},
    text::{Arg, describe},
};

/// The name of the quiz in addresses, where tours have theirs.
pub const NAME: &str = "quiz";

/// A quiz under way.
#[derive(Clone, Debug)]
pub struct Quiz {
    /// The questions, by their places in the pool.
    asked: [usize; ASKED],
    /// What was done, for each question so far.
    done: Vec<usize>,
    /// Which question is shown; beyond the last one: what came of all.
    at: usize,
}

impl Quiz {
    /// A quiz that nobody has seen yet, as far as chance allows.
    pub fn new() -> Self {
        Self { asked: draw(platform::chance()), done: Vec::new(), at: 0 }
    }

    fn question(&self) -> Option<&'static Question> {
        self.asked.get(self.at).and_then(|place| POOL.get(*place)).copied()
    }

    /// What was done at the question that is shown.
    fn answer(&self) -> Option<usize> {
        self.done.get(self.at).copied()
    }
}

/// Begins a quiz.
pub fn begin(lead: Lead) {
    lead.listed.set(false);
    lead.tour.set(None);
    lead.quiz.set(Some(Quiz::new()));
    platform::document::to_top();
    set_the_scene(lead);
}

/// Shows the situation on the stage, before anything is done.
fn set_the_scene(lead: Lead) {
    let desk = lead.desk;
    let told = Told { tour: NAME.to_owned(), ..Told::default() };
    desk.act(Action::Tell(Some(told)));
    desk.act(Action::Look(Camera::Follow));
    if let Some(question) = lead.quiz.with_untracked(|quiz| quiz.as_ref().and_then(Quiz::question)) {
        let played = question.performance(0);
        let scenario = Box::new(question.situation());
        desk.act(Action::Perform { scenario, from: played.from, until: played.from, least: 0 });
    }
}

/// The quiz, below the stage.
pub fn quiz(lead: Lead) -> AnyView {
    let desk = lead.desk;
    let silent = flag(move || lead.quiz.with(Option::is_none));
    // The words of a question are laid anew with the next one, and when it is answered.
    let shown = Memo::new(move |_| lead.quiz.with(|quiz| quiz.as_ref().map(|quiz| (quiz.at, quiz.answer()))));
    view! {
        <section class="talk quiz" hidden=silent aria-label=desk.say("quiz.title") data-test="quiz">
            <div class="talk__head">
                <h2 class="talk__title">{desk.say("quiz.title")}</h2>
                <p class="beads">{text(move || {
                    let at = shown.get().map_or(0, |(at, _)| at).min(ASKED - 1) as u64;
                    desk.text_with("quiz.progress", &[("n", Arg::Number(at + 1)), ("all", Arg::Number(ASKED as u64))])
                })}</p>
                <button class="button button--quiet talk__close" type="button" on:click=press(move || leave(lead))>{desk.say("quiz.leave")}</button>
            </div>
            {move || shown.get().map(|(_, answer)| {
                // The words follow the language, too.
                desk.language.track();
                // Names of choices come with the panel.
                desk.seen.track();
                match lead.quiz.with_untracked(|quiz| quiz.as_ref().and_then(Quiz::question)) {
                    Some(question) => match answer {
                        None => situation(lead, question),
                        Some(answer) => outcome(lead, question, answer),
                    },
                    None => summary(lead),
                }
            })}
        </section>
    }
    .into_any()
}

fn leave(lead: Lead) {
    lead.quiz.set(None);
    lead.leave();
}

/// A situation, with what can be done.
fn situation(lead: Lead, question: &'static Question) -> AnyView {
    let language = lead.desk.language.get_untracked();
    let actions = (0..question.actions.len()).map(|action| {
        let name = describe::quiz_action(question, action, language);
        let choose = press(move || {
            lead.quiz.update(|quiz| {
                if let Some(quiz) = quiz {
                    quiz.done.push(action);
                }
            });
            let played = question.performance(action);
            let words = describe::quiz_why(question, lead.desk.language.get_untracked()).to_string();
            lead.desk.act(Action::Perform {
                scenario: Box::new(played.scenario),
                from: played.from,
                until: played.until,
                least: describe::reading_ms(&words),
            });
        });
        view! { <button class="button talk__option" type="button" data-option=action.to_string() on:click=choose>{name}</button> }
    });
    let words = describe::quiz_situation(question, language);
    view! {
        <div class="talk__said quiz__said">
            <p class="talk__words" aria-live="polite">{spans(lead.desk, &words)}</p>
            <div class="talk__options" role="group" aria-label=lead.desk.text("guide.options")>{actions.collect_view()}</div>
        </div>
    }
    .into_any()
}

/// What came of it, beside the other ways, and why.
fn outcome(lead: Lead, question: &'static Question, answer: usize) -> AnyView {
    let language = lead.desk.language.get_untracked();
    let (results, best) = (question.results(), question.best());
    let rows = results.into_iter().enumerate().map(|(action, result)| {
        let yours = action == answer;
        let mark = match (yours, action == best) {
            (true, true) => lead.desk.text("quiz.yours.best"),
            (true, false) => lead.desk.text("quiz.yours"),
            (false, true) => lead.desk.text("quiz.best"),
            (false, false) => String::new(),
        };
        view! {
            <tr class:quiz__yours=yours data-action=action.to_string() data-best=(action == best).then_some("true")>
                <th scope="row">{describe::quiz_action(question, action, language)}</th>
                <td>{describe::quiz_measured(question.measure, result, language)}</td>
                <td class="quiz__mark">{mark}</td>
            </tr>
        }
    });
    let next = press(move || {
        lead.quiz.update(|quiz| {
            if let Some(quiz) = quiz {
                quiz.at += 1;
            }
        });
        set_the_scene(lead);
    });
    let why = describe::quiz_why(question, language);
    view! {
        <div class="talk__said">
            <table class="quiz__results" data-test="quiz-results">
                <caption>{describe::quiz_measure(question.measure, language)}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p class="quiz__why" aria-live="polite">{spans(lead.desk, &why)}</p>
        </div>
        <div class="talk__ways">
            <button class="button button--main talk__next" type="button" data-test="quiz-next" on:click=next>
                {lead.desk.text("quiz.next")}
                <span class="glyph" aria-hidden="true"></span>
            </button>
        </div>
    }
    .into_any()
}

/// What came of all: no points, but what to talk about.
fn summary(lead: Lead) -> AnyView {
    let language = lead.desk.language.get_untracked();
    let Some(quiz) = lead.quiz.get_untracked() else { return ().into_any() };
    let answered: Vec<(&'static Question, usize)> =
        quiz.asked.iter().zip(&quiz.done).filter_map(|(place, action)| Some((*POOL.get(*place)?, *action))).collect();
    let found = answered.iter().filter(|(question, action)| question.best() == *action).count() as u64;
    let lines: Vec<String> = answered
        .iter()
        .map(|(question, action)| {
            let result = question.results().get(*action).copied().flatten();
            let values = [
                ("done", Arg::Name(describe::quiz_action(question, *action, language))),
                ("came", Arg::Name(describe::quiz_measured(question.measure, result, language))),
            ];
            language.text_with("quiz.line", &values)
        })
        .collect();
    let title = language.text_with("quiz.found", &[("n", Arg::Number(found)), ("all", Arg::Number(ASKED as u64))]);
    let shared = format!("{}\n{}\n{}", language.text("quiz.title"), title, lines.join("\n"));
    let copied = RwSignal::new(false);
    let copy = press(move || {
        let shared = shared.clone();
        leptos::task::spawn_local(async move {
            copied.set(platform::clipboard::copy(shared).await);
        });
    });
    let said = text(move || if copied.get() { lead.desk.text("quiz.copied") } else { String::new() });
    view! {
        <div class="talk__said" data-test="quiz-summary">
            <p class="talk__words" aria-live="polite">{title}</p>
            <ol class="quiz__lines" tabindex="0" aria-label=lead.desk.text("quiz.title")>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ol>
            <p role="status">{said}</p>
        </div>
        <div class="talk__ways">
            <button class="button" type="button" on:click=copy>{lead.desk.text("quiz.copy")}</button>
            <button class="button button--main" type="button" data-test="quiz-again" on:click=press(move || begin(lead))>{lead.desk.text("quiz.again")}</button>
        </div>
    }
    .into_any()
}
