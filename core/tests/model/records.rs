//! Wrong records: what a way back does not bring back.

use crate::support::{events, median, seeds};
use naru_core::model::{Assumptions, Timeline, event::Kind, timeline::MILLI};

const GIVEN: Assumptions = Assumptions::STANDARD;

/// Stories of a change that writes wrong records and that no gate stopped.
fn stories<'a>(settings: &[(&'a str, &'a str)]) -> impl Iterator<Item = Timeline> + use<'a> {
    let wrong = [("fault", "data"), ("integration", "off"), ("e2e", "off")];
    seeds(60, &[&wrong, settings].concat())
}

#[test]
fn they_are_counted_and_mended_by_hand_after_the_way_back() {
    for timeline in stories(&[("release", "blue-green")]) {
        let outcome = &timeline.outcome;
        assert!(outcome.wrong_records > 100, "a fifth of some minutes: {}", outcome.wrong_records);
        let mended: Vec<_> = events(&timeline, "records-mended").collect();
        assert_eq!(mended.len(), 1);
        assert_eq!(mended[0].kind, Kind::RecordsMended { records: outcome.wrong_records });
        assert!(Some(mended[0].minute) > outcome.restored_minute);
        // All is well only then: recovery is measured up to it.
        let recovery = outcome.exposed_minute.map(|exposed| mended[0].minute - exposed);
        assert_eq!(outcome.recovery_minutes, recovery);
        assert!(outcome.rework_minutes >= outcome.wrong_records * GIVEN.record_work);
    }
}

#[test]
fn a_way_back_stops_new_ones_and_mends_none_of_the_old() {
    for timeline in stories(&[("release", "canary"), ("hold", "60")]) {
        let restored = timeline.outcome.restored_minute.expect("it is noticed");
        let (then, end) = (timeline.boarded(restored * MILLI), timeline.boarded(u64::MAX));
        assert_eq!(end.new_total(), then.new_total(), "no order meets it any more");
        assert!(timeline.outcome.wrong_records.abs_diff(then.new_failed) <= 2, "those that fail anyway wrote none");
    }
}

#[test]
fn fewer_meet_it_fewer_are_to_be_mended() {
    let records = |release| median(stories(&[("release", release)]).map(|timeline| timeline.outcome.wrong_records));
    assert!(records("canary") * 4 < records("blue-green"));
    assert!(records("blue-green") < records("all-at-once"));
}

/// Nobody mends what nobody knows of.
#[test]
fn unnoticed_they_stay_as_they_are() {
    let quiet: Vec<Timeline> = stories(&[("watch", "off"), ("severity", "1"), ("orders", "50")])
        .filter(|timeline| timeline.outcome.noticed_minute.is_none() && timeline.outcome.misread_by.is_none())
        .collect();
    assert!(quiet.len() > 30, "{}", quiet.len());
    for timeline in quiet {
        assert!(timeline.outcome.wrong_records > 0, "they are written all the same");
        assert_eq!(events(&timeline, "records-mended").count(), 0, "nobody knows of them");
        assert_eq!((timeline.outcome.rework_minutes, timeline.outcome.recovery_minutes), (0, None));
    }
}

#[test]
fn other_faults_write_none() {
    for fault in ["load", "logic", "none"] {
        for timeline in seeds(20, &[("fault", fault), ("unit", "off"), ("integration", "off"), ("e2e", "off")]) {
            assert_eq!(
                (timeline.outcome.wrong_records, events(&timeline, "records-mended").count()),
                (0, 0),
                "{fault}"
            );
            let back = timeline.outcome.restored_minute.zip(timeline.outcome.exposed_minute);
            assert_eq!(timeline.outcome.recovery_minutes, back.map(|(to, from)| to - from));
        }
    }
}
