//! Every output there is of a screening's figures, as text.

use crate::random::World;
use crate::rounds::{between, later};
use screening::chart::{Chart, Drawing, GapRow, PlotRow, Width, focus_point_rows, indicator_rows};
use screening::comparison::Earlier;
use screening::evidence::{Coverage, IndicatorRating, Rating};
use screening::figures::standing;
use screening::hearing::{Hearing, HearingNumber, MaterialSources, Theme, material, proposed_agenda};
use screening::instrument::Instrument;
use screening::language;
use screening::picture::{Kind, Published};
use screening::report::{ReportSources, draft};
use screening::signals::signals;

/// The files of figures.
pub(crate) fn files(published: &Published) -> Vec<(String, String)> {
    let (mut csv, mut json) = (Vec::new(), Vec::new());
    published.write_csv(&mut csv).expect("memory");
    published.write_json(&mut json).expect("memory");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    vec![("CSV".to_owned(), text(csv)), ("JSON".to_owned(), text(json))]
}

/// Every plot, with its description and table.
pub(crate) fn charts(world: &World, published: &Published) -> Vec<(String, Chart)> {
    let instrument = &world.instrument;
    let drawing =
        Drawing { published, instrument, language: language::of("da"), prefix: "proeve", rounds: None };
    let mut rows: Vec<Vec<PlotRow>> = vec![focus_point_rows(instrument)];
    rows.extend(instrument.focus_points.iter().map(|point| indicator_rows(instrument, &point.id)));
    rows.push(instrument.values.iter().map(|value| PlotRow::new(Kind::Value, value.id.as_str())).collect());
    let mut charts = Vec::new();
    for rows in &rows {
        charts.push(("means".to_owned(), drawing.dot_plot(rows, Width::Wide)));
        for (place, one) in instrument.groups.iter().enumerate() {
            for other in &instrument.groups[place + 1..] {
                let pair = |row: &PlotRow| GapRow {
                    row: row.clone(),
                    one: one.id.clone(),
                    other: other.id.clone(),
                    clear: false,
                };
                let rows: Vec<GapRow> = rows.iter().filter(|row| row.kind != Kind::Value).map(pair).collect();
                charts.extend(
                    drawing.gap_plot(&rows, Width::Print).map(|chart| ("differences".to_owned(), chart)),
                );
            }
        }
    }
    for indicator in instrument.indicators() {
        for group in &instrument.groups {
            let chart = drawing.spread(&indicator.id, &group.id);
            charts.extend(chart.map(|chart| (format!("distribution of {}", indicator.id), chart)));
        }
    }
    charts
}

/// The report as data; beside an earlier round where there is one.
fn report(world: &World, earlier: Option<&Earlier>) -> String {
    let instrument = &world.instrument;
    let picture = world.picture();
    let published = picture.published(instrument);
    let report = draft(&ReportSources {
        instrument,
        language: language::of("da"),
        published: &published,
        signals: &signals(&picture, instrument, &ratings(instrument)),
        earlier,
        quotes: &[],
        left_out: 0,
        unread: 0,
        first_hearing: None,
        second_hearing: None,
        coverage: Coverage::default(),
        open_links: &[],
        circumstances: &[],
        organisation: "Stedet",
        season: "",
        answer_by: "",
        management_answer: "",
        version: None,
        date: "",
    });
    serde_json::to_string(&report).expect("JSON")
}

/// A rating of every indicator.
fn ratings(instrument: &Instrument) -> Vec<IndicatorRating> {
    let rating = |(indicator, step): (_, u8)| IndicatorRating {
        indicator,
        rating: Rating::Step(step),
        after_picture: false,
    };
    let ids = instrument.indicators().map(|indicator| indicator.id.clone());
    ids.zip([1, 5, 2, 4].into_iter().cycle()).map(rating).collect()
}

/// What people read: plots, signals, report, material of both hearings, changes, and what each figure stands as.
pub(crate) fn read(world: &World) -> Vec<(String, String)> {
    let instrument = &world.instrument;
    let picture = world.picture();
    let published = picture.published(instrument);
    let json = |value: Result<String, serde_json::Error>| value.expect("JSON");
    let ratings = ratings(instrument);
    let signals = signals(&picture, instrument, &ratings);
    let mut texts: Vec<(String, String)> = charts(world, &published)
        .into_iter()
        .map(|(name, chart)| (name, json(serde_json::to_string(&chart))))
        .collect();
    texts.push(("signals".to_owned(), json(serde_json::to_string(&signals))));
    texts.push(("report".to_owned(), report(world, None)));
    // Another round of the same, before it and after it: neither report gives away what is hidden of the other.
    let next = later(world, 1);
    texts.push(("report since this one".to_owned(), report(&next, Some(&between(world, &next)))));
    texts.push(("report since another".to_owned(), report(world, Some(&between(&next, world)))));
    let point = |point: &screening::instrument::FocusPoint| Theme {
        focus_point: point.id.clone(),
        indicator: None,
        signal: None,
    };
    let mut themes = proposed_agenda(&signals, instrument);
    themes.extend(instrument.focus_points.iter().map(point));
    for number in [HearingNumber::First, HearingNumber::Second] {
        let made = material(&MaterialSources {
            instrument,
            language: language::of("da"),
            published: &published,
            number,
            hearing: &Hearing { themes: themes.clone(), ..Hearing::default() },
            minutes: &[],
            evidence: &[],
            ratings: &ratings,
            quotes: &[],
            organisation: "Stedet",
            begins: None,
        });
        texts.push(("hearing".to_owned(), json(serde_json::to_string(&made))));
    }
    texts.push(("comparison".to_owned(), crate::rounds::read(world)));
    texts.push(("trend".to_owned(), crate::rounds::in_a_row(world)));
    for row in &published.rows {
        let stands = standing(&published, instrument, row.kind, &row.code, &row.group);
        if row.unit.is_none() && row.other_group.is_none() {
            texts.push((format!("standing of {} {}", row.code, row.group), format!("{stands:?}")));
        }
    }
    texts
}
