//! Tells a year in two harbours: DORA's four measures over many seeds, beside the survey's bands.

use naru_core::model::{
    Assumptions,
    units::{DAY, HOUR, PERCENT},
    year::{BANDS, BANDS_SOURCE, Figures, Harbour, Level, MEASURES, Measure, YEAR_DAYS, year},
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Years that are simulated of each harbour.
const SEEDS: u32 = 200;
/// Widths of the tables' columns: of names, of harbours, of bands.
const NAME: usize = 34;
const HARBOUR: usize = 37;
const BAND: usize = 22;

/// A figure over all seeds: its middle, and the values that a tenth of the years stay below and above.
#[derive(Clone, Copy, Debug)]
struct Spread {
    low: u64,
    middle: u64,
    high: u64,
    /// Years that had a value at all.
    years: usize,
}

impl Spread {
    fn of(mut values: Vec<u64>) -> Option<Self> {
        values.sort_unstable();
        let at = |tenths: usize| values.get(values.len() * tenths / 10).copied();
        Some(Self { low: at(1)?, middle: at(5)?, high: at(9)?, years: values.len() })
    }

    fn json(self) -> Value {
        json!({ "low": self.low, "median": self.middle, "high": self.high, "years": self.years })
    }
}

/// How a figure is shown.
type Show = fn(u64) -> String;
/// A figure beside DORA's: its name, how it is read, how it is shown.
type Row = (&'static str, fn(&Figures) -> Option<u64>, Show);

/// What the business sees beside DORA's measures.
const BUSINESS: [Row; 5] = [
    ("wishes met", |figures| Some(figures.wishes_met), |number| number.to_string()),
    ("from wish to customer", |figures| figures.wish_minutes, span),
    ("orders lost by releases", |figures| Some(figures.lost_orders), |number| number.to_string()),
    ("work done again", |figures| figures.rework_rate, rate),
    ("deployments", |figures| Some(figures.deployments), |number| number.to_string()),
];

fn show(measure: Measure) -> Show {
    if measure == Measure::ChangeFailRate { rate } else { span }
}

/// Minutes in the unit that fits, with one decimal.
fn span(minutes: u64) -> String {
    let tenths = |unit: u64| (minutes * 10 + unit / 2) / unit;
    let write = |tenths: u64, name: &str| match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        rest => format!("{}.{rest} {name}", tenths / 10),
    };
    match minutes {
        0..120 => format!("{minutes} min"),
        _ if minutes < 2 * DAY && minutes != DAY => write(tenths(HOUR), "h"),
        DAY => "a day".to_owned(),
        _ => write(tenths(DAY), "days"),
    }
}

/// Basis points as per cents, with one decimal.
fn rate(points: u64) -> String {
    let percent = u64::from(PERCENT);
    format!("{}.{} %", points / percent, points % percent / 10)
}

/// The figures of both harbours over all seeds.
struct Told(Vec<(Harbour, Vec<Figures>)>);

impl Told {
    fn simulate() -> Self {
        let of = |harbour| (1..=SEEDS).map(|seed| year(harbour, seed, &Assumptions::STANDARD).figures()).collect();
        Self(Harbour::ALL.map(|harbour| (harbour, of(harbour))).into())
    }

    fn spreads(&self, read: impl Fn(&Figures) -> Option<u64>) -> Vec<(Harbour, Option<Spread>)> {
        let of = |figures: &Vec<Figures>| Spread::of(figures.iter().filter_map(&read).collect());
        self.0.iter().map(|(harbour, figures)| (*harbour, of(figures))).collect()
    }
}

fn row(text: &mut String, name: &str, width: usize, cells: impl IntoIterator<Item = String>) {
    let cells: String = cells.into_iter().map(|cell| format!("{cell:<width$}")).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}", format!("  {name:<NAME$}{cells}").trim_end());
}

fn cell(spread: Option<Spread>, show: Show) -> String {
    spread.map_or_else(
        || "-".to_owned(),
        |spread| format!("{} ({} to {})", show(spread.middle), show(spread.low), show(spread.high)),
    )
}

fn level(measure: Measure, spread: Option<Spread>) -> &'static str {
    spread.and_then(|spread| measure.level(spread.middle)).map_or("no band", Level::id)
}

/// The year as lines of text.
pub fn text() -> String {
    let told = Told::simulate();
    let (survey, survey_year) = BANDS_SOURCE;
    let mut text = format!(
        "A year of {YEAR_DAYS} days in two harbours: the same ideas, the same faults. The median of {SEEDS} years (a tenth of \
         them lies below, a tenth above).\n\n"
    );
    let names = Harbour::ALL.map(|harbour| format!("{} DevOps", harbour.id()));
    row(&mut text, "", HARBOUR, names.iter().cloned());
    for measure in MEASURES {
        let spreads = told.spreads(|figures| figures.measure(measure));
        row(&mut text, measure.id(), HARBOUR, spreads.iter().map(|(_, spread)| cell(*spread, show(measure))));
        row(
            &mut text,
            &format!("  in {survey_year}'s bands"),
            HARBOUR,
            spreads.iter().map(|(_, spread)| level(measure, *spread).to_owned()),
        );
    }
    text.push('\n');
    for (name, read, show) in BUSINESS {
        row(&mut text, name, HARBOUR, told.spreads(read).into_iter().map(|(_, spread)| cell(spread, show)));
    }
    let _ = writeln!(
        text,
        "\nBeside it, {survey} {survey_year}: clusters of what people answered. They are found anew every year and\n\
         move; that year the medium one failed less often than the high one. Of the change fail rate the survey tells one\n\
         figure a cluster, so most values lie in no band. Nothing here is tuned to reach a band.\n"
    );
    row(&mut text, "", BAND, BANDS.map(|band| format!("{} ({})", band.level.id(), rate(band.share))));
    for (index, measure) in MEASURES.into_iter().enumerate() {
        row(
            &mut text,
            measure.id(),
            BAND,
            BANDS.map(|band| {
                let (from, to) = band.ranges[index];
                match (from, from == to) {
                    (_, true) => show(measure)(from),
                    (0, _) => format!("less than {}", show(measure)(to)),
                    _ => format!("{} to {}", show(measure)(from), show(measure)(to)),
                }
            }),
        );
    }
    let found: Vec<Option<Level>> = MEASURES
        .into_iter()
        .flat_map(|measure| {
            told.spreads(move |figures| figures.measure(measure)).into_iter().map(move |told| (measure, told.1))
        })
        .map(|(measure, spread)| spread.and_then(|spread| measure.level(spread.middle)))
        .collect();
    let reached = |level: Level| found.contains(&Some(level));
    let missed: Vec<&str> =
        BANDS.iter().map(|band| band.level).filter(|level| !reached(*level)).map(Level::id).collect();
    let missed = if missed.is_empty() { "none".to_owned() } else { missed.join(", ") };
    let _ = writeln!(text, "\nClusters that neither harbour reaches in any measure: {missed}.");
    text
}

/// The year as one JSON document: minutes, basis points and counts.
pub fn document() -> Value {
    let told = Told::simulate();
    let of = |spreads: Vec<(Harbour, Option<Spread>)>| -> Value {
        spreads
            .into_iter()
            .map(|(harbour, spread)| (harbour.id().to_owned(), spread.map_or(Value::Null, Spread::json)))
            .collect()
    };
    let measures: Value = MEASURES
        .into_iter()
        .map(|measure| (measure.id().to_owned(), of(told.spreads(|figures| figures.measure(measure)))))
        .collect();
    let business: Value =
        BUSINESS.into_iter().map(|(name, read, _)| (name.to_owned(), of(told.spreads(read)))).collect();
    let bands: Value = BANDS
        .into_iter()
        .map(|band| (band.level.id().to_owned(), json!({ "share": band.share, "ranges": band.ranges })))
        .collect();
    json!({
        "seeds": SEEDS,
        "measures": measures,
        "business": business,
        "survey": { "source": BANDS_SOURCE.0, "year": BANDS_SOURCE.1, "bands": bands },
    })
}
