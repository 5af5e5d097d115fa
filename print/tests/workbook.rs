//! The workbook as a spreadsheet reads it: every figure as published, as a number; nothing that isn't there.

#[path = "support/cells.rs"]
mod cells;
#[path = "support/place.rs"]
mod place;

use calamine::Data;
use cells::{Cells, mean, number, sheets, table};
use place::{export, odd, published, recovery};
use print::xlsx;
use screening::export::Export;
use screening::figures::{Standing, standing};
use screening::instrument::Instrument;
use screening::picture::{Kind, Published, PublishedRow, Shown};
use std::io::Cursor;

/// The figures of one row of a table against the published ones.
fn agrees(heads: &[String], cells: &[Data], row: &PublishedRow, alone: bool) {
    let about = format!("{row:?}\n{cells:?}");
    let cell = |head: &str| {
        let at = heads.iter().position(|own| own == head);
        at.map_or(&Data::Empty, |at| &cells[at])
    };
    let has = |head: &str| heads.iter().any(|own| own == head);
    let share = |per_cent: u8| f64::from(per_cent) / 100.0;
    if alone || !row.shown.is_shown() {
        let why = if alone { "vises ikke alene" } else { "for få svar til at vise tal" };
        assert_eq!(cell("Bemærkning").to_string(), why, "{about}");
        for head in
            ["n", "Gennemsnit / forskel", "Spredning", "Usikkerhed fra", "Enige", "Ved ikke", "Svar 1"]
        {
            assert_eq!(number(cell(head)), None, "{head} {about}");
        }
        return;
    }
    assert_eq!(number(cell("n")), row.n.map(|n| n as f64), "{about}");
    let shown = cell("Gennemsnit / forskel");
    assert!(*shown == mean(row.mean) || (shown.to_string().is_empty() && row.mean.is_none()), "{about}");
    assert_eq!(number(cell("Spredning")), row.sd, "{about}");
    assert_eq!(number(cell("Usikkerhed fra")), row.interval.map(|ends| ends.low), "{about}");
    assert_eq!(number(cell("Usikkerhed til")), row.interval.map(|ends| ends.high), "{about}");
    let note = match (row.shown, row.kind) {
        (Shown::Mean, Kind::Gap) if row.mean.is_none() => "kan ikke siges: begge er kun vist som grænser",
        (Shown::Mean, Kind::Gap) => "kun forskellen",
        (Shown::Mean, _) => "kun gennemsnit",
        _ => "",
    };
    assert_eq!(cell("Bemærkning").to_string(), note, "{about}");
    if !has("Enige") {
        return;
    }
    assert_eq!(number(cell("Enige")), row.agreement.map(share), "{about}");
    assert_eq!(number(cell("Enige fra")), row.agreement_interval.map(|ends| share(ends.0)), "{about}");
    assert_eq!(number(cell("Enige til")), row.agreement_interval.map(|ends| share(ends.1)), "{about}");
    let counts =
        [("Ved ikke", row.dont_know), ("Ikke relevant", row.not_applicable), ("Ikke besvaret", row.blank)];
    for (head, count) in counts {
        match count {
            None if row.kind == Kind::Indicator && row.shown == Shown::Yes => {
                assert_eq!(cell(head).to_string(), "skjult", "{about}");
            }
            count => assert_eq!(number(cell(head)), count.map(|count| count as f64), "{head} {about}"),
        }
    }
    let steps: Vec<Option<f64>> =
        heads.iter().filter(|head| head.starts_with("Svar ")).map(|head| number(cell(head))).collect();
    match &row.distribution {
        None => assert!(steps.iter().all(Option::is_none), "{about}"),
        Some(persons) => {
            assert_eq!(steps, persons.iter().map(|count| Some(*count as f64)).collect::<Vec<_>>(), "{about}");
        }
    }
}

/// Every row of the kinds that sheets of figures hold stands there once, in order, and nothing else does.
fn every_figure(instrument: &Instrument, published: &Published) {
    let export = export(published, instrument);
    let bytes = xlsx(&export).expect("a workbook");
    assert_eq!(bytes, xlsx(&export).expect("a workbook"), "the same bytes");
    let sheets = sheets(bytes);
    let alone = |row: &PublishedRow| {
        let of = |group| {
            [Kind::Indicator, Kind::FocusPoint, Kind::Value].into_iter().any(|kind| {
                (row.kind == kind || row.kind == Kind::Gap)
                    && standing(published, instrument, kind, &row.code, group) == Standing::Alone
            })
        };
        of(&row.group) || row.other_group.as_ref().is_some_and(of)
    };
    let rows_of = |kind: Kind, code: &str| -> Vec<&PublishedRow> {
        let of_kind = |kind| {
            let own = move |row: &&PublishedRow| row.kind == kind && row.code == code && row.unit.is_none();
            published.rows.iter().filter(own)
        };
        of_kind(kind).chain(of_kind(Kind::Gap)).collect()
    };
    let mut compared = 0;
    let mut compare = |cells: &Cells, things: &[(Kind, &str)]| {
        let (heads, rows) = table(cells, "Gruppe");
        let mut rows = rows.into_iter();
        for (kind, code) in things {
            let own = rows_of(*kind, code);
            if own.is_empty() {
                continue;
            }
            assert!(rows.next().is_some_and(|name| !name[0].to_string().is_empty()), "the name of {code}");
            for row in own {
                agrees(&heads, rows.next().expect("a row"), row, alone(row));
                compared += 1;
            }
        }
        assert!(rows.next().is_none(), "a row too many");
    };
    for (point, (_, cells)) in instrument.focus_points.iter().zip(&sheets[1..]) {
        let mut things = vec![(Kind::FocusPoint, point.id.as_str())];
        things.extend(point.indicators.iter().map(|one| (Kind::Indicator, one.id.as_str())));
        compare(cells, &things);
    }
    let named = |name: &str| sheets.iter().find(|(own, _)| own == name).map(|(_, cells)| cells);
    let values: Vec<_> = instrument.values.iter().map(|value| (Kind::Value, value.id.as_str())).collect();
    compare(named("Værdier").expect("the values"), &values);
    let all = published.rows.iter().filter(|row| row.kind != Kind::Group && row.unit.is_none()).count();
    assert_eq!(compared, all, "every row is in the workbook");
    overview(&export, &sheets[0]);
    assert!(sheets.last().is_some_and(|(name, cells)| name == "Metode" && cells.len() > 15));
}

fn overview(export: &Export<'_>, (name, cells): &(String, Cells)) {
    assert_eq!(name, "Overblik");
    let (heads, rows) = table(cells, "Nedslagspunkt");
    let texts = export.instrument.texts("da");
    for (point, cells) in export.instrument.focus_points.iter().zip(rows) {
        assert!(cells[0].to_string().ends_with(texts.focus_point(&point.id)), "{cells:?}");
        for group in &export.instrument.groups {
            let at = |what: &str| {
                let head = format!("{}: {what}", texts.group(&group.id));
                heads.iter().position(|own| *own == head).map(|at| &cells[at]).expect("a column")
            };
            match export.figures.row(Kind::FocusPoint, point.id.as_str(), &group.id) {
                None => assert_eq!(at("gennemsnit").to_string(), "ikke spurgt"),
                Some(row) if !row.shown.is_shown() => {
                    assert!(at("gennemsnit").to_string().contains("vise"), "{row:?}");
                    assert_eq!(number(at("n")), None);
                }
                Some(row) => {
                    assert_eq!(*at("gennemsnit"), mean(row.mean));
                    assert_eq!(number(at("n")), row.n.map(|n| n as f64));
                }
            }
        }
    }
    let (_, rows) = table(cells, "Hvem har svaret");
    assert_eq!(rows.len(), export.figures.groups.len());
    for (count, cells) in export.figures.groups.iter().zip(rows) {
        assert_eq!(number(&cells[1]), Some(count.submitted as f64));
        assert_eq!(number(&cells[2]), count.invited.map(|invited| invited as f64));
        assert_eq!(number(&cells[3]), count.response_rate);
    }
}

#[test]
fn a_place_of_the_usual_size() {
    let recovery = recovery();
    every_figure(&recovery, &published(&recovery, &[("leaders", 3), ("staff", 14), ("users", 22)], &[]));
}

#[test]
fn a_very_small_place_and_one_where_leaders_would_stand_alone() {
    let recovery = recovery();
    every_figure(&recovery, &published(&recovery, &[("leaders", 1), ("staff", 6), ("users", 7)], &[]));
    every_figure(&recovery, &published(&recovery, &[("leaders", 3), ("staff", 4), ("users", 2)], &[]));
}

#[test]
fn a_large_place() {
    let recovery = recovery();
    every_figure(&recovery, &published(&recovery, &[("leaders", 30), ("staff", 400), ("users", 2000)], &[]));
}

#[test]
fn an_instrument_unlike_the_shipped_one() {
    let odd = odd();
    let sizes = [("council", 4), ("night-shift", 6), ("kitchen", 12), ("volunteers", 40)];
    every_figure(&odd, &published(&odd, &sizes, &[]));
}

#[test]
fn units_have_mean_and_n_and_no_more() {
    let recovery = recovery();
    let sizes = [("leaders", 3), ("staff", 30), ("users", 22)];
    let published = published(&recovery, &sizes, &["Gården", "=HYPERLINK(\"http://x\")", "-3+4", "Søen"]);
    let sheets = sheets(xlsx(&export(&published, &recovery)).expect("a workbook"));
    let (_, cells) = sheets.iter().find(|(name, _)| name == "Afdelinger").expect("the sheet");
    let (heads, rows) = table(cells, "Gruppe");
    assert_eq!(heads, ["Gruppe", "Nedslagspunkt", "Afdeling", "Bemærkning", "n", "Gennemsnit / forskel"]);
    let own = |row: &&PublishedRow| row.kind == Kind::FocusPoint && row.unit.is_some();
    let mut expected: Vec<&PublishedRow> = published.rows.iter().filter(own).collect();
    let order = |row: &PublishedRow| recovery.groups.iter().position(|group| group.id == row.group);
    expected.sort_by_key(|row| order(row));
    assert_eq!(rows.len(), expected.len());
    for (cells, row) in rows.iter().zip(expected) {
        assert_eq!(
            cells[2],
            Data::String(row.unit.clone().unwrap_or_default()),
            "as it was written, and text"
        );
        assert_eq!(number(&cells[4]), row.n.map(|n| n as f64));
        assert!(cells[5] == mean(row.mean) || row.mean.is_none() && cells[5].to_string().is_empty());
    }
}

#[test]
fn words_that_look_like_formulas_stay_words() {
    let mut odd = odd();
    let evil = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1+1", "_x0041_", "a\u{7}b", "<&>\"'"];
    for (number, texts) in odd.texts.values_mut().enumerate() {
        texts.title = evil[number].to_owned();
        for (place, group) in texts.groups.values_mut().enumerate() {
            *group = evil[place].to_owned();
        }
        for (place, point) in texts.focus_points.values_mut().enumerate() {
            point.title = evil[place + 2].to_owned();
        }
        for (place, indicator) in texts.indicators.values_mut().enumerate() {
            indicator.title = Some(evil[place].to_owned());
            for statement in indicator.items.values_mut() {
                *statement = evil[place + 2].to_owned();
            }
        }
        for label in &mut texts.scale.labels {
            *label = "=2+2".to_owned();
        }
    }
    let published = published(&odd, &[("council", 4), ("kitchen", 12)], &["=A1"]);
    let mut export = export(&published, &odd);
    (export.organisation, export.screening) = ("=1+1 & søn", "[a]:*?/\\ ".trim_end());
    // Fails on any formula.
    let sheets = sheets(xlsx(&export).expect("a workbook"));
    let all: Vec<String> =
        sheets.iter().flat_map(|(_, cells)| cells.iter().flatten()).map(ToString::to_string).collect();
    for word in ["=1+1", "+1", "-1+2", "@SUM(A1)", "＝1+1", "_x0041_", "=A1", "=2+2"] {
        assert!(all.iter().any(|cell| cell == word), "{word}");
    }
}

#[test]
fn the_file_says_its_title_language_and_day_and_prints_across() {
    let recovery = recovery();
    let published = published(&recovery, &[("leaders", 3), ("staff", 14), ("users", 22)], &[]);
    let bytes = xlsx(&export(&published, &recovery)).expect("a workbook");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut part =
        |name: &str| std::io::read_to_string(archive.by_name(name).expect("a part")).expect("text");
    let core = part("docProps/core.xml");
    assert!(core.contains("<dc:title>Bostedet Egelunden – Efterår 2026</dc:title>"), "{core}");
    assert!(core.contains("<dc:language>da</dc:language></cp:coreProperties>"), "{core}");
    assert!(core.contains("2026-11-21T00:00:00Z</dcterms:created>"), "{core}");
    let sheet = part("xl/worksheets/sheet2.xml");
    assert!(sheet.contains("orientation=\"landscape\"") && sheet.contains("paperSize=\"9\""), "{sheet}");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("fitToHeight=\"0\""), "{sheet}");
    assert!(part("xl/workbook.xml").contains("_xlnm.Print_Titles"), "heads are printed on every page");
}
