//! The plots: numbers in drawing, table and words alike; nothing hidden drawn; nothing that breaks a page.

use crate::sample::{Sample, instrument, odd};
use screening::chart::{
    Chart, Drawing, GapRow, PlotRow, Shape, Width, focus_point_rows, indicator_rows, perspective,
};
use screening::language;
use screening::picture::{Interval, Kind};
use screening::signals::signals;
use std::collections::BTreeSet;

fn three() -> Sample {
    Sample::new(instrument())
        .group("leaders", 3, Some(3))
        .group("staff", 14, Some(17))
        .group("users", 22, Some(31))
        .row("2", "leaders", 3, 4.6)
        .row("2", "staff", 14, 4.4)
        .row("2", "users", 22, 4.2)
        .row("7", "leaders", 3, 3.6)
        .row("7", "staff", 14, 2.9)
        .few("7", "users")
}

fn dots(sample: &Sample, width: Width) -> Chart {
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "billede",
        rounds: None,
    };
    drawing.dot_plot(&focus_point_rows(&sample.instrument), width)
}

fn gaps(sample: &Sample) -> Option<Chart> {
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "gap",
        rounds: None,
    };
    let found = signals(&sample.picture, &sample.instrument, &[]);
    let rows: Vec<GapRow> = found.iter().filter_map(GapRow::of).collect();
    drawing.gap_plot(&rows, Width::Print)
}

/// Well-formed as far as a drawing of ours can go wrong: tags that match, quotes and ampersands escaped.
fn well_formed(svg: &str) {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "stray > in {}", &rest[..at]);
        let end = at + rest[at..].find('>').unwrap_or_else(|| panic!("an open tag in {rest}"));
        let tag = &rest[at + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = |tag: &str| tag.split_whitespace().next().unwrap_or_default().to_owned();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed));
        } else if !tag.ends_with('/') {
            open.push(name(tag));
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty());
    for (at, _) in svg.match_indices('&') {
        let entity =
            ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].iter().any(|known| svg[at..].starts_with(known));
        assert!(entity, "{}", &svg[at..(at + 20).min(svg.len())]);
    }
    assert!(!svg.contains("style") && !svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn a_mean_stands_with_its_n_in_the_table_and_what_is_hidden_is_said() {
    let chart = dots(&three(), Width::Wide);
    assert_eq!(chart.table.columns, ["Nedslagspunkt", "Ledere", "Medarbejdere", "Brugere"]);
    assert_eq!(
        chart.table.rows[1],
        [
            "2 Mødet mellem mennesker",
            "4,6 (n\u{a0}=\u{a0}3)",
            "4,4 (n\u{a0}=\u{a0}14; 4,0–4,8)",
            "4,2 (n\u{a0}=\u{a0}22; 3,8–4,6)"
        ]
    );
    assert_eq!(chart.table.rows[6][3], "for få svar til at vise tal");
    assert!(chart.svg.contains("Brugere: for få svar til at vise tal"));
    assert!(chart.description.contains("Brugere: 4,2 (n\u{a0}=\u{a0}22; 3,8–4,6)"));
}

#[test]
fn leaders_are_not_drawn_alone() {
    let sample = Sample::new(instrument())
        .group("leaders", 3, Some(3))
        .group("users", 4, Some(9))
        .row("2", "leaders", 3, 4.6)
        .few("2", "users");
    let chart = dots(&sample, Width::Wide);
    assert_eq!(chart.table.rows[1][1..], ["vises ikke alene", "for få svar til at vise tal"]);
    // The legend has a triangle; no row has.
    assert_eq!(chart.svg.matches("perspective-2").count(), 1);
    assert!(!chart.svg.contains("4,6") && !chart.description.contains("4,6"));
}

#[test]
fn each_drawing_is_well_formed_with_ids_of_its_own() {
    for sample in [
        three(),
        Sample::new(odd()).group("crew", 12, None).row("1", "crew", 12, 8.4).row("1", "board", 2, 10.0),
    ] {
        for width in [Width::Wide, Width::Narrow, Width::Print] {
            let chart = dots(&sample, width);
            well_formed(&chart.svg);
            let ids: BTreeSet<&str> =
                chart.svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(ids.len(), 2);
            assert!(chart.svg.contains("<title id=") && chart.svg.contains("<desc id="));
            if width != Width::Narrow {
                well_formed(&chart.narrow);
                assert!(ids.iter().all(|id| !chart.narrow.contains(&format!("id=\"{id}\""))));
            }
        }
    }
}

#[test]
fn names_are_escaped() {
    let sample = Sample::new(odd()).row("1", "crew", 12, 8.4);
    let chart = dots(&sample, Width::Wide);
    assert!(chart.svg.contains("&lt;huset&gt;") && chart.svg.contains("&amp;"));
    assert!(!chart.svg.contains("<huset>"));
    assert!(chart.table.rows[0][0].contains("<huset> & byen"));
}

#[test]
fn an_interval_is_cut_at_the_scale_s_end_and_the_cut_explained() {
    let cut =
        three().edit("5", "users", 22, 4.9, |row| row.interval = Some(Interval { low: 4.6, high: 5.2 }));
    assert!(dots(&cut, Width::Wide).svg.contains("når ud over skalaen"));
    assert!(!dots(&three(), Width::Wide).svg.contains("når ud over skalaen"));
    assert!(dots(&cut, Width::Wide).table.rows[4][3].contains("4,6–5,2"));
}

#[test]
fn a_bound_is_an_arrow_and_not_a_number() {
    let bound = three().row("5", "users", 6, 4.7);
    let chart = dots(&bound, Width::Wide);
    assert!(chart.svg.contains("Pilen:"));
    assert_eq!(chart.table.rows[4][3], "over 4,5 (n\u{a0}=\u{a0}6)");
    assert!(!chart.svg.contains("4,7") && !chart.description.contains("4,7"));
}

#[test]
fn shapes_follow_the_groups_of_any_instrument() {
    let shapes = |instrument: &screening::instrument::Instrument| -> Vec<Shape> {
        instrument.groups.iter().map(|group| perspective(instrument, &group.id).shape).collect()
    };
    assert_eq!(shapes(&instrument()), [Shape::Triangle, Shape::Square, Shape::Circle]);
    assert_eq!(shapes(&odd()), [Shape::Triangle, Shape::Square, Shape::Diamond, Shape::Cross]);
}

#[test]
fn a_gap_plot_has_only_rows_with_both_figures() {
    let sample = three().row("3", "staff", 14, 3.7).row("3", "users", 22, 2.8).gap(
        "3",
        "staff",
        "users",
        0.9,
        Some((0.2, 1.6)),
    );
    let chart = gaps(&sample).unwrap();
    well_formed(&chart.svg);
    let row = chart.table.rows.iter().find(|row| row[0] == "3 Min egen plan").unwrap();
    assert_eq!(
        row[1..],
        ["medarbejdere 3,7 (n\u{a0}=\u{a0}14)", "brugere 2,8 (n\u{a0}=\u{a0}22)", "0,9, tydelig forskel"]
    );
    assert!(gaps(&Sample::new(instrument()).few("3", "users").row("3", "staff", 14, 4.0)).is_none());
}

#[test]
fn a_distribution_is_drawn_only_where_it_is_shown() {
    let sample = three().edit("7.1", "users", 22, 2.6, |row| {
        row.distribution = Some(vec![4, 7, 6, 4, 1]);
        row.dont_know = Some(6);
    });
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "f",
        rounds: None,
    };
    let chart = drawing.spread(&"7.1".into(), &"users".into()).unwrap();
    well_formed(&chart.svg);
    assert_eq!(chart.table.rows[0], ["I meget lille grad", "4"]);
    assert_eq!(chart.table.rows[5], ["Ved ikke", "6"]);
    assert_eq!(chart.table.rows[6], ["Ikke relevant", "under 5"]);
    assert!(drawing.spread(&"7.1".into(), &"staff".into()).is_none());
    assert!(drawing.spread(&"7.2".into(), &"users".into()).is_none());
    let rows = indicator_rows(&sample.instrument, &"7".into());
    assert_eq!(rows[0], PlotRow::new(Kind::Indicator, "7.1"));
    assert_eq!(rows.len(), 4);
}

#[test]
fn groups_beside_each_other_are_drawn_by_share_and_not_by_number() {
    let sample = three()
        .edit("7.1", "users", 2000, 2.6, |row| row.distribution = Some(vec![400, 800, 400, 400, 0]))
        .edit("7.1", "staff", 20, 2.6, |row| row.distribution = Some(vec![4, 8, 4, 4, 0]));
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "f",
        rounds: None,
    };
    let widths = |group: &str| -> Vec<String> {
        let svg = drawing.spread(&"7.1".into(), &group.into()).unwrap().svg;
        let bars = svg.split("<rect ").skip(1).filter_map(|rest| rest.split(" width=\"").nth(1));
        bars.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    assert_eq!(widths("users").len(), 4, "no bar where nobody answered");
    assert_eq!(widths("users"), widths("staff"));
}

#[test]
fn every_figure_of_an_indicator_stands_in_one_table() {
    let sample = three()
        .edit("7.1", "users", 22, 2.6, |row| {
            row.distribution = Some(vec![4, 7, 6, 4, 1]);
            row.dont_know = Some(6);
            row.agreement = Some(5.0 / 22.0);
            row.agreement_interval = Some(Interval { low: 0.101, high: 0.434 });
            row.interval = Some(Interval { low: 2.2, high: 3.0 });
        })
        .row("7.1", "staff", 7, 2.9)
        .row("7.1", "leaders", 3, 3.7)
        .few("7.2", "staff")
        .row("7.2", "leaders", 3, 4.0);
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "f",
        rounds: None,
    };
    let table = drawing.indicator_table(&"7.1".into());
    assert_eq!(table.columns, ["Tal", "Ledere", "Medarbejdere", "Brugere"]);
    let row = |name: &str| {
        let row = table.rows.iter().find(|row| row[0].starts_with(name));
        row.unwrap_or_else(|| panic!("no row {name}"))[1..].to_vec()
    };
    assert_eq!(row("Gennemsnit"), ["3,7", "2,9", "2,6"]);
    assert_eq!(row("Antal svar"), ["3", "7", "22"]);
    assert_eq!(row("Gennemsnittets usikkerhed"), ["vises ikke", "vises ikke", "2,2–3,0"]);
    assert_eq!(row("Svarer »i høj grad«"), ["vises ikke", "vises ikke", "23\u{a0}%"]);
    assert_eq!(row("Andelens usikkerhed"), ["vises ikke", "vises ikke", "10–43\u{a0}%"]);
    assert_eq!(row("I meget lille grad"), ["vises ikke", "vises ikke", "4"]);
    assert_eq!(row("Ved ikke"), ["vises ikke", "vises ikke", "6"]);
    assert_eq!(row("Ikke relevant"), ["vises ikke", "vises ikke", "under 5"]);
    // With few, mean and n are all there is; what stands instead says why, once.
    let few = drawing.indicator_table(&"7.2".into());
    assert_eq!(few.rows.len(), 1, "{:?}", few.rows);
    assert_eq!(few.rows[0][1..3], ["vises ikke alene", "for få svar til at vise tal"]);
}

#[test]
fn a_mark_alone_is_the_mark_of_the_plots() {
    for instrument in [instrument(), odd()] {
        for group in &instrument.groups {
            let mark = screening::chart::mark(&instrument, &group.id);
            let looks = perspective(&instrument, &group.id);
            well_formed(&mark);
            assert!(mark.contains(looks.class) && mark.contains(looks.colour));
            assert!(mark.contains("aria-hidden=\"true\""));
        }
    }
}

#[test]
fn a_narrow_scale_has_its_words_above_its_steps_and_no_number_twice() {
    let narrow = dots(&three(), Width::Wide).narrow;
    // In two lines each, they fit.
    for words in ["I meget", "lille grad", "I nogen", "høj grad"] {
        assert!(narrow.contains(&format!(">{words}<")), "{words}");
    }
    let odd = Sample::new(odd()).row("1", "crew", 12, 8.4);
    for drawing in [&narrow, &dots(&odd, Width::Wide).narrow] {
        for step in 0..=10 {
            assert!(!drawing.contains(&format!(">{step} I meget")), "a number before its own number");
            assert!(drawing.matches(&format!(">{step}</text>")).count() <= 2);
        }
    }
}

/// Writes drawings to a folder, to look at: `PLOTS=folder cargo test -p screening --test outputs plots`.
#[test]
fn plots_to_look_at() {
    let Ok(folder) = std::env::var("PLOTS") else { return };
    let mut sample = three();
    let means =
        [(1, 4.3, 3.9, 3.5), (3, 4.2, 3.7, 2.8), (4, 3.9, 3.6, 2.9), (6, 3.4, 3.2, 3.1), (8, 4.0, 3.6, 3.3)];
    for (point, leaders, staff, users) in means {
        let code = point.to_string();
        sample = sample
            .row(&code, "leaders", 3, leaders)
            .row(&code, "staff", 14, staff)
            .row(&code, "users", 22, users);
    }
    sample = sample
        .row("5", "users", 6, 4.8)
        .edit("5", "staff", 14, 4.8, |row| row.interval = Some(Interval { low: 4.4, high: 5.2 }))
        .edit("7.1", "users", 22, 2.6, |row| row.distribution = Some(vec![4, 7, 6, 4, 1]))
        .edit("7.1", "staff", 14, 2.6, |row| row.distribution = Some(vec![0, 7, 3, 4, 0]))
        .gap("3", "staff", "users", 0.9, Some((0.2, 1.6)));
    let odd = Sample::new(odd())
        .row("1", "crew", 12, 8.4)
        .row("1", "guests", 12, 3.4)
        .row("1", "board", 2, 10.0)
        .row("2", "peers", 12, 5.0)
        .few("2", "crew");
    let published = sample.published();
    let drawing = Drawing {
        published: &published,
        instrument: &sample.instrument,
        language: language::of("da"),
        prefix: "f",
        rounds: None,
    };
    let bars = drawing.spread(&"7.1".into(), &"users".into()).unwrap();
    let gap = gaps(&sample).unwrap();
    for (name, chart) in [
        ("dots", dots(&sample, Width::Wide)),
        ("print", dots(&sample, Width::Print)),
        ("odd", dots(&odd, Width::Wide)),
        ("bars", bars),
        ("gap", gap),
    ] {
        std::fs::write(format!("{folder}/{name}.svg"), &chart.svg).unwrap();
        std::fs::write(format!("{folder}/{name}-narrow.svg"), &chart.narrow).unwrap();
    }
}
