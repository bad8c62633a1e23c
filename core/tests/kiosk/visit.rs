//! A visit as it goes: its ninety seconds, what the stage plays, the warning and the way back.

use crate::support::{Kiosk, everything, fresh};
use naru_core::{
    kiosk::{
        Control, Deed, Ending, Guess, Phase, Settings,
        visit::{Amounts, Cue, PLAN, Reason, STUCK_MS, Scene, Staging, WAYS, Way, failed},
    },
    model::Release,
    story::Performance,
    text::Language,
    time::Show,
};
use std::collections::BTreeSet;

fn release(id: &str) -> Release {
    Release::by_id(id).expect("a way")
}

fn part(cue: Cue) -> Performance {
    match cue.staging() {
        Staging::Plays { part, .. } => part,
        other => panic!("{cue:?}: {other:?}"),
    }
}

#[test]
fn the_story_is_planned_for_ninety_seconds() {
    assert_eq!(PLAN.map(|(_, ms)| ms / 1_000), [10, 20, 25, 25, 10]);
    assert_eq!(PLAN.iter().map(|(_, ms)| ms).sum::<u64>(), 90_000);
}

#[test]
fn whoever_answers_in_time_sees_all_of_it_as_planned() {
    let mut kiosk = Kiosk::begun(Settings::default());
    let start = kiosk.now;
    let mut spent = Vec::new();
    for (phase, ms) in PLAN {
        assert_eq!(kiosk.visit.phase(), phase);
        let planned = if phase == Phase::Again { 4_000 } else { ms };
        assert_eq!((kiosk.visit.planned_ms(), kiosk.visit.spent_ms()), (Some(planned), 0));
        let begun = kiosk.now;
        if phase == Phase::Bet {
            kiosk.pass(ms);
            kiosk.take(Control::Bet(Guess::Few));
        } else if phase == Phase::Again {
            kiosk.pass(4_000);
            kiosk.take(Control::Choose(release("canary")));
            kiosk.until_phase_changes();
        } else {
            kiosk.until_phase_changes();
        }
        spent.push(kiosk.now - begun);
    }
    assert_eq!((spent, kiosk.now - start), (PLAN.map(|(_, ms)| ms).to_vec(), 90_000));
    // Everything is told: it asks whether somebody stays, and goes back.
    assert_eq!(kiosk.visit.warning().map(|warning| warning.reason), Some(Reason::Over));
    assert_eq!(kiosk.until_phase_changes(), 20_000);
    assert_eq!(kiosk.visit.phase(), Phase::Attract);
    let told = [
        Deed::Began(Language::Korean),
        Deed::Reached(Phase::Hook),
        Deed::Reached(Phase::Bet),
        Deed::Bet(Guess::Few),
        Deed::Reached(Phase::Reveal),
        Deed::Reached(Phase::Again),
        Deed::Tried(release("canary")),
        Deed::Reached(Phase::Home),
        Deed::Ended(Ending::Done),
    ];
    assert_eq!(kiosk.deeds, told);
}

#[test]
fn every_part_that_is_played_fits_its_phase() {
    let cues = [(Cue::Hook, 10_000), (Cue::Bet, 20_000), (Cue::Reveal, 25_000)].into_iter();
    let ways = WAYS.iter().map(|way| (Cue::Watch(way.release()), 21_000));
    let loops = WAYS.iter().map(|way| (Cue::Attract { scene: Scene::Crossing, way: way.release() }, 24_000));
    for (cue, planned) in cues.chain(ways).chain(loops) {
        let part = part(cue);
        let lasts = part.until - part.from;
        assert!(lasts <= planned, "{cue:?} takes {lasts} ms of {planned}");
        // What plays is seen for most of the time.
        assert!(cue == Cue::Bet || 2 * lasts > planned, "{cue:?} takes {lasts} ms of {planned}");
    }
    // One part goes on where the one before it has ended.
    assert_eq!(part(Cue::Hook).until, part(Cue::Bet).from);
    assert_eq!(part(Cue::Reveal).until, part(Cue::Choose(None)).from);
}

#[test]
fn what_is_said_came_back_is_what_the_stage_shows_and_all_of_it() {
    for id in ["all-at-once", "canary", "blue-green", "rolling"] {
        let part = Way::of(release(id)).crossing();
        let show = Show::new(&part.scenario);
        let (start, end) = (show.at(part.from), show.at(part.until));
        assert_eq!(end.counts.failed, failed(release(id)), "{id}");
        assert!(end.restored && !start.restored, "{id}");
        // Hardly any order comes back later.
        let later = show.timeline.outcome.counts.failed - end.counts.failed;
        assert!(later <= 3, "{id}: {later} come back later");
    }
    let [at_once, canary] = ["all-at-once", "canary"].map(|id| failed(release(id)));
    assert!(at_once > 20 * canary, "{at_once} and {canary}");
    assert!(WAYS.iter().all(|way| failed(way.release()) < at_once));
}

#[test]
fn the_fault_passes_every_gate() {
    for id in ["all-at-once", "canary", "blue-green", "rolling"] {
        let show = Show::new(&Way::of(release(id)).scenario());
        assert!(show.timeline.events.iter().all(|event| event.kind.id() != "gate-stopped"), "{id}");
    }
}

#[test]
fn the_bet_can_be_won_and_lost() {
    let amounts = Amounts::new();
    let orders = Guess::ALL.map(|guess| amounts.of(guess));
    assert!(orders[0] * 4 <= orders[1] && orders[1] * 4 <= orders[2], "{orders:?}");
    assert_eq!(amounts.nearest(failed(release("all-at-once"))), Guess::Many);
    assert_eq!(amounts.nearest(failed(release("canary"))), Guess::Few);
    for guess in Guess::ALL {
        assert_eq!(amounts.nearest(amounts.of(guess)), guess);
    }
}

#[test]
fn what_is_asked_waits_and_what_plays_can_be_passed() {
    for (phase, last) in [(Phase::Bet, 60_000), (Phase::Again, 60_000), (Phase::Free, 60_000), (Phase::Told, 60_000)] {
        let mut kiosk = Kiosk::at(phase, everything());
        kiosk.pass(last);
        assert_eq!(kiosk.visit.phase(), phase);
    }
    let mut kiosk = Kiosk::begun(Settings::default());
    for control in [Control::On, Control::Bet(Guess::Many), Control::On] {
        kiosk.take(control);
    }
    assert_eq!(kiosk.visit.phase(), Phase::Again);
}

#[test]
fn other_ways_can_be_tried_one_after_the_other() {
    let mut kiosk = Kiosk::at(Phase::Again, Settings::default());
    for way in &WAYS {
        kiosk.take(Control::Choose(way.release()));
        assert_eq!((kiosk.visit.cue(), kiosk.visit.way()), (Cue::Watch(way.release()), Some(way.release())));
        kiosk.take(Control::Again);
        assert_eq!(kiosk.visit.cue(), Cue::Choose(Some(way.release())));
    }
    let tried = kiosk.deeds.iter().filter(|deed| matches!(deed, Deed::Tried(_))).count();
    assert_eq!(tried, WAYS.len());
}

#[test]
fn longer_chapters_and_free_play_are_offered_where_settings_say_so() {
    for (chapters, free_play) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut kiosk = Kiosk::at(Phase::Home, Settings { chapters, free_play, ..Settings::default() });
        let offered = kiosk.visit.controls();
        assert_eq!(offered.contains(&Control::Chapters), chapters);
        assert_eq!(offered.contains(&Control::Free), free_play);
        for control in [Control::Chapters, Control::Free].into_iter().filter(|control| !offered.contains(control)) {
            kiosk.take(control);
            assert_eq!(kiosk.visit.phase(), Phase::Home, "{control:?} is not offered");
        }
    }
    let mut kiosk = Kiosk::at(Phase::Chapters, everything());
    let mut offered = Vec::new();
    for _ in 0..=naru_core::story::CHAPTERS.len() {
        offered.extend(kiosk.visit.cue().chapter().map(|chapter| chapter.id));
        kiosk.take(Control::Other);
    }
    // All of them, and then the first again.
    assert_eq!(offered.iter().collect::<BTreeSet<_>>().len(), naru_core::story::CHAPTERS.len());
    assert_eq!(offered.first(), offered.last());
    kiosk.take(Control::Tell);
    let Staging::Tells(chapter) = kiosk.visit.cue().staging() else { panic!("{:?}", kiosk.visit.cue()) };
    assert_eq!((chapter.id, kiosk.deeds.contains(&Deed::Chapter(chapter.id))), (offered[1], true));
    let mut free = Kiosk::at(Phase::Free, everything());
    assert!(matches!(free.visit.cue().staging(), Staging::Opens(_)));
    free.take(Control::Leave);
    assert_eq!(free.visit.phase(), Phase::Attract);
}

#[test]
fn nobody_there_is_asked_in_time_and_forgotten() {
    let settings = Settings { idle_seconds: 80, warning_seconds: 30, ..Settings::default() };
    let mut kiosk = Kiosk::at(Phase::Bet, settings.clone());
    assert_eq!(kiosk.until_phase_changes(), 80_000);
    assert_eq!(kiosk.visit.warning().map(|warning| warning.reason), Some(Reason::Idle));
    // In the visitor's own language.
    assert_eq!((kiosk.visit.language(), kiosk.visit.controls()), (Language::Korean, vec![Control::Stay]));
    assert_eq!(kiosk.until_phase_changes(), 30_000);
    assert_eq!((kiosk.visit.phase(), kiosk.visit.language()), (Phase::Attract, Language::English));
    assert_eq!(kiosk.visit, fresh(&settings, kiosk.now));
    assert_eq!(kiosk.deeds.last(), Some(&Deed::Ended(Ending::Idle)));
}

#[test]
fn any_touch_answers_the_warning_and_does_nothing_else() {
    let touches: [fn(&mut Kiosk); 6] = [
        Kiosk::press,
        |kiosk| drop(kiosk.visit.touch()),
        |kiosk| kiosk.take(Control::Stay),
        |kiosk| kiosk.take(Control::Bet(Guess::Few)),
        |kiosk| kiosk.take(Control::Leave),
        |kiosk| kiosk.take(Control::Begin(Language::English)),
    ];
    for touch in touches {
        let mut kiosk = Kiosk::at(Phase::Bet, Settings::default());
        let before = kiosk.visit.spent_ms();
        kiosk.until_phase_changes();
        kiosk.pass(19_900);
        let spent = kiosk.visit.spent_ms();
        touch(&mut kiosk);
        assert_eq!((kiosk.visit.phase(), kiosk.visit.guess()), (Phase::Bet, None));
        // The warning took nothing of the phase's time, and idleness counts anew.
        assert_eq!((before, spent), (0, kiosk.visit.spent_ms()));
        kiosk.release();
        assert_eq!(kiosk.until_phase_changes(), 75_000);
    }
}

#[test]
fn nobody_is_asked_or_sent_away_in_the_middle_of_touching() {
    let mut kiosk = Kiosk::at(Phase::Bet, Settings::default());
    kiosk.pass(74_000);
    kiosk.press();
    kiosk.press();
    kiosk.pass(30_000);
    kiosk.release();
    kiosk.pass(STUCK_MS - 31_000);
    assert_eq!(kiosk.visit.phase(), Phase::Bet);
    kiosk.release();
    assert_eq!(kiosk.until_phase_changes(), 75_000);
}

#[test]
fn what_leans_on_the_screen_is_no_visitor() {
    let mut kiosk = Kiosk::at(Phase::Bet, Settings::default());
    kiosk.press();
    kiosk.pass(STUCK_MS);
    assert!(kiosk.until_phase_changes() <= 75_000);
    assert_eq!(kiosk.until_phase_changes(), 20_000);
    assert_eq!(kiosk.visit.phase(), Phase::Attract);
    // It does not keep the next one out either.
    kiosk.take(Control::Begin(Language::Korean));
    kiosk.release();
    kiosk.pass(10_000);
    assert_eq!(kiosk.visit.phase(), Phase::Bet);
}

#[test]
fn the_time_of_a_visit_can_be_extended_ten_times() {
    let settings = Settings { visit_minutes: 2, ..everything() };
    let mut kiosk = Kiosk::at(Phase::Free, settings);
    let start = kiosk.now;
    let mut asked = 0;
    // Somebody plays all the time.
    while kiosk.now < start + 3_600_000 {
        kiosk.pass(1_000);
        match kiosk.visit.warning().map(|warning| warning.reason) {
            None if kiosk.visit.phase() == Phase::Free => drop(kiosk.visit.touch()),
            None => break,
            Some(Reason::Time) => {
                asked += 1;
                kiosk.press();
                kiosk.release();
                assert_eq!(kiosk.visit.phase(), Phase::Free);
            }
            Some(reason) => {
                assert_eq!(reason, Reason::Last);
                kiosk.press();
                kiosk.release();
                assert_eq!((kiosk.visit.phase(), kiosk.visit.controls()), (Phase::Warning, vec![Control::Leave]));
            }
        }
    }
    assert_eq!((asked, kiosk.deeds.last()), (10, Some(&Deed::Ended(Ending::Time))));
    assert_eq!((kiosk.now - start) / 1_000, 12 * 60 + 20);
}

#[test]
fn nobody_who_holds_something_is_cut_off_at_the_last() {
    let mut kiosk = Kiosk::at(Phase::Free, Settings { visit_minutes: 2, ..everything() });
    while kiosk.visit.warning().is_none_or(|warning| warning.reason != Reason::Last) {
        kiosk.visit.touch();
        kiosk.pass(1_000);
    }
    kiosk.press();
    kiosk.pass(30_000);
    assert_eq!(kiosk.visit.phase(), Phase::Warning);
    kiosk.release();
    kiosk.pass(100);
    assert_eq!(kiosk.visit.phase(), Phase::Attract);
}

#[test]
fn whoever_stays_at_the_end_is_left_in_peace() {
    let mut kiosk = Kiosk::at(Phase::Home, Settings::default());
    assert_eq!(kiosk.until_phase_changes(), 10_000);
    kiosk.take(Control::Stay);
    assert_eq!(kiosk.visit.phase(), Phase::Home);
    assert_eq!(kiosk.until_phase_changes(), 75_000);
    assert_eq!(kiosk.visit.warning().map(|warning| warning.reason), Some(Reason::Idle));
}

#[test]
fn sleep_ends_a_visit_and_a_clock_that_goes_back_ends_nothing() {
    for ms in [75_000, 3_600_000, 365 * 24 * 3_600_000] {
        let mut kiosk = Kiosk::at(Phase::Home, Settings::default());
        kiosk.press();
        kiosk.jump(ms);
        assert_eq!(kiosk.visit, fresh(&Settings::default(), kiosk.now));
        assert_eq!(kiosk.deeds.last(), Some(&Deed::Ended(Ending::Idle)));
    }
    let mut kiosk = Kiosk::at(Phase::Bet, Settings::default());
    kiosk.pass(5_000);
    for now in [kiosk.now - 4_000, 0, 0] {
        kiosk.visit.tick(now);
    }
    assert_eq!((kiosk.visit.phase(), kiosk.visit.spent_ms()), (Phase::Bet, 5_000));
    kiosk.visit.tick(1_000);
    assert_eq!(kiosk.visit.spent_ms(), 6_000);
}

#[test]
fn a_screen_that_stands_still_takes_no_time_to_answer() {
    let mut kiosk = Kiosk::at(Phase::Bet, Settings::default());
    kiosk.until_phase_changes();
    kiosk.jump(50_000);
    assert_eq!(kiosk.visit.phase(), Phase::Warning);
    assert!(kiosk.visit.warning().is_some_and(|warning| warning.left_ms >= 18_000));
}

#[test]
fn the_loop_shows_every_way_and_nothing_stands_for_long() {
    let mut kiosk = Kiosk::new(Settings::default());
    let (mut cues, mut ways, mut stood) = (Vec::new(), BTreeSet::new(), 0_u64);
    for _ in 0..2 * 4 * 440 {
        let attract = kiosk.visit.attract();
        ways.insert(attract.way);
        let half = if attract.scene == Scene::Bet { 0..=50 } else { 50..=50 };
        assert!(half.contains(&attract.filled));
        stood = if cues.last() == Some(&kiosk.visit.cue()) { stood + 100 } else { 0 };
        assert!(stood < 25_000, "{:?} stands for {stood} ms", kiosk.visit.cue());
        if stood == 0 {
            cues.push(kiosk.visit.cue());
        }
        kiosk.jump(100);
    }
    assert_eq!((ways.len(), cues.len(), cues[..12] == cues[12..]), (4, 24, true));
    assert!(kiosk.deeds.is_empty() && kiosk.visit.may_mend());
    // For months.
    for _ in 0..10_000 {
        kiosk.jump(59_999);
    }
    assert_eq!(kiosk.visit.phase(), Phase::Attract);
}

#[test]
fn nothing_is_mended_while_somebody_is_here() {
    let mut kiosk = Kiosk::new(Settings::default());
    kiosk.press();
    assert!(!kiosk.visit.may_mend());
    kiosk.release();
    assert!(kiosk.visit.may_mend());
    kiosk.take(Control::Begin(Language::English));
    assert!(!kiosk.visit.may_mend());
}
