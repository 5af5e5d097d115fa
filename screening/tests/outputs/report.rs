//! The report: what it says, what it never says, and that it reads well where there is little to say.

use crate::sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::evidence::Coverage;
use screening::hearing::{Attendance, Hearing, LineKind, MinuteLine};
use screening::language;
use screening::report::{Block, Report, ReportSources, SectionKind, apply_edits, draft, plain_text};
use screening::signals::signals;
use std::collections::{BTreeMap, BTreeSet};

/// A sample with what else a report is built from.
struct Case {
    sample: Sample,
    quotes: Vec<Quote>,
    first: Option<Hearing>,
    second: Option<Hearing>,
    coverage: Coverage,
}

impl Case {
    fn new(sample: Sample) -> Self {
        let coverage = Coverage { of: 32, ..Coverage::default() };
        Self { sample, quotes: Vec::new(), first: None, second: None, coverage }
    }

    fn report(&self) -> Report {
        let published = self.sample.published();
        let signals = signals(&self.sample.picture, &self.sample.instrument, &[]);
        draft(&ReportSources {
            instrument: &self.sample.instrument,
            language: language::of("da"),
            published: &published,
            signals: &signals,
            quotes: &self.quotes,
            left_out: 0,
            first_hearing: self.first.as_ref(),
            second_hearing: self.second.as_ref(),
            coverage: self.coverage,
            organisation: "Bostedet Egelunden",
            season: "efterår 2026",
            answer_by: "15. januar 2027",
            management_answer: "",
            version: None,
            date: "21. november 2026",
        })
    }
}

fn full() -> Sample {
    let mut sample = Sample::new(instrument())
        .group("leaders", 3, Some(3))
        .group("staff", 14, Some(17))
        .group("users", 22, Some(31));
    let means = [
        (1, 4.3, 3.9, 3.5),
        (2, 4.6, 4.4, 4.2),
        (3, 4.2, 3.7, 2.8),
        (4, 3.9, 3.6, 2.9),
        (5, 4.4, 4.1, 3.9),
        (6, 3.4, 3.2, 3.1),
        (7, 3.6, 2.9, 2.4),
        (8, 4.0, 3.6, 3.3),
    ];
    for (point, leaders, staff, users) in means {
        let code = point.to_string();
        sample = sample.row(&code, "leaders", 3, leaders).row(&code, "staff", 14, staff).row(
            &code,
            "users",
            if point == 7 { 21 } else { 22 },
            users,
        );
    }
    sample
        .gap("3", "staff", "users", 0.9, Some((0.2, 1.6)))
        .row("involvement", "users", 22, 2.7)
        .row("involvement", "staff", 14, 3.4)
        .edit("6.3", "users", 14, 3.5, |row| row.dont_know = Some(8))
}

fn line(point: &str, kind: LineKind, role: Option<&str>, text: &str) -> MinuteLine {
    MinuteLine { focus_point: point.into(), kind, role: role.map(Into::into), text: text.to_owned() }
}

fn held(users: u32, staff: u32, conversation: bool, minutes: Vec<MinuteLine>) -> Hearing {
    let groups = [("users", users), ("staff", staff)].into_iter().map(|(id, n)| (id.into(), n)).collect();
    Hearing {
        date: "2. februar 2027".to_owned(),
        present: Attendance { groups, others: 1 },
        conversation,
        minutes,
        ..Hearing::default()
    }
}

fn section(report: &Report, kind: SectionKind) -> Vec<String> {
    let found = report.sections.iter().filter(|section| section.kind == kind);
    found.flat_map(|section| &section.blocks).flat_map(Block::sentences).map(|s| s.text.clone()).collect()
}

fn heading(report: &Report, kind: SectionKind) -> Option<&str> {
    report.sections.iter().find(|section| section.kind == kind).map(|section| section.heading.as_str())
}

/// What holds of every report: keys are distinct and stable, nothing is empty, a mean has its n, no forbidden word.
fn sound(case: &Case) -> Report {
    let report = case.report();
    assert_eq!(report, case.report());
    let mut keys = BTreeSet::new();
    for sentence in report.sentences() {
        assert!(keys.insert(sentence.key.clone()), "{} twice", sentence.key);
        assert!(!sentence.text.trim().is_empty() && !sentence.text.contains("  "), "{sentence:?}");
        assert!(sentence.text.ends_with(['.', '?', '»', '«', '!']), "{}", sentence.text);
        assert!(sentence.text.starts_with(|c: char| !c.is_lowercase()), "{}", sentence.text);
        means_have_their_n(&sentence.text);
    }
    let text = plain_text(&report).to_lowercase();
    for never in ["anonym", "klient", "patient", "fejl", "mangel", "signifikant", "evidens", " sag "] {
        assert!(!text.contains(never), "{never} in {text}");
    }
    assert!(report.sections.iter().all(|section| !section.heading.is_empty() && !section.blocks.is_empty()));
    let order: Vec<SectionKind> = report.sections.iter().map(|section| section.kind).collect();
    assert!(order.is_sorted());
    report
}

/// Every decimal number of a sentence is followed by its n.
fn means_have_their_n(text: &str) {
    for (at, _) in text.match_indices(',') {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(text[..at].chars().last()) && digit(text[at + 1..].chars().next()) {
            let rest = text[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
            assert!(rest.starts_with(" (n = "), "{text}");
        }
    }
}

#[test]
fn in_short_names_strengths_the_users_lowest_and_a_first_step() {
    let report = sound(&Case::new(full()));
    assert_eq!(
        section(&report, SectionKind::InShort),
        [
            "»Mødet mellem mennesker« står stærkt. Brugernes gennemsnit er 4,2 (n = 22).",
            "Derefter ligger det højest hos jer om »Håb og udvikling«: brugere 3,9 (n = 22).",
            "Brugernes svar ligger lavest om »Indflydelse på stedet«: 2,4 (n = 21).",
            "»Min egen plan« er værd at tale om. Brugernes gennemsnit er 2,8 (n = 22).",
            "Et første skridt kan være at tale sammen om »Indflydelse på stedet«.",
        ]
    );
    assert_eq!(heading(&report, SectionKind::Strengths), Some("Det står stærkt"));
}

#[test]
fn without_a_strength_nothing_stands_strong() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .row("2", "users", 22, 3.9)
        .row("5", "users", 22, 3.6)
        .row("7", "users", 22, 3.2);
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(!text.contains("står stærkt"));
    assert_eq!(heading(&report, SectionKind::Strengths), Some("Det ligger højest hos jer"));
    assert_eq!(
        section(&report, SectionKind::InShort)[..2],
        [
            "Det ligger højest hos jer om »Mødet mellem mennesker«: brugere 3,9 (n = 22), og om »Håb og udvikling«: \
             brugere 3,6 (n = 22).",
            "Brugernes svar ligger lavest om »Indflydelse på stedet«: 3,2 (n = 22).",
        ]
    );
}

#[test]
fn the_lowest_is_named_where_everything_is_high_too() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .row("2", "users", 22, 4.6)
        .row("5", "users", 22, 4.2)
        .row("7", "users", 22, 4.2);
    let report = sound(&Case::new(sample));
    assert!(section(&report, SectionKind::InShort).contains(
        &"Brugernes svar ligger lavest om »Håb og udvikling« og »Indflydelse på stedet«: 4,2 (n = 22). Også det er højt."
            .to_owned()
    ));
}

#[test]
fn an_indicator_s_figures_are_not_lent_to_its_focus_point() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .few("7", "users")
        .row("2", "users", 22, 3.4)
        .row("7.1", "users", 22, 2.2);
    let report = sound(&Case::new(sample));
    let with_figure: Vec<String> = report
        .sentences()
        .map(|sentence| sentence.text.clone())
        .filter(|text| text.contains("2,2"))
        .collect();
    assert!(!with_figure.is_empty());
    assert!(with_figure.iter().all(|text| text.contains("»Indikator 7.1«")), "{with_figure:?}");
    assert!(
        plain_text(&report)
            .contains("Der er for få svar fra brugerne til at vise tal om »Indflydelse på stedet«.")
    );
}

#[test]
fn differences_are_clear_only_where_the_interval_says_so() {
    let report = sound(&Case::new(full()));
    let said = section(&report, SectionKind::SeenDifferently);
    let plan = said.iter().find(|text| text.starts_with("»Min egen plan«")).map(String::as_str);

    assert_eq!(
        plan,
        Some(
            "»Min egen plan«: brugere 2,8 (n = 22), medarbejdere 3,7 (n = 14), ledere 4,2 (n = 3). Forskellen mellem \
             medarbejdere og brugere er tydelig."
        )
    );
    assert_eq!(said.iter().filter(|text| text.contains("tydelig")).count(), 1);
    let charts = report.sections.iter().filter(|section| section.kind == SectionKind::SeenDifferently);
    assert!(charts.flat_map(|section| &section.blocks).any(|block| matches!(block, Block::Chart(_))));
}

#[test]
fn everything_hidden_reads_well_without_a_figure() {
    let mut sample = Sample::new(instrument()).group("leaders", 3, Some(3)).group("users", 4, Some(9));
    for point in 1..=8 {
        sample = sample.few(&point.to_string(), "users").row(&point.to_string(), "leaders", 3, 4.4);
    }
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(text.contains("Der er for få svar til at vise tal."));
    assert!(!text.contains("4,4") && !text.contains("n ="));
    assert!(!report.sections.iter().flat_map(|s| &s.blocks).any(|block| matches!(block, Block::Chart(_))));
    assert_eq!(heading(&report, SectionKind::SeenDifferently), None);
    assert_eq!(heading(&report, SectionKind::Beginnings), None);
    assert!(text.contains("Et første skridt er at holde en høring"));
    assert!(text.contains("Brugere: 4 af 9 har svaret"));
}

#[test]
fn hearings_give_the_places_to_begin() {
    let mut case = Case::new(full());
    case.first = Some(held(
        6,
        4,
        false,
        vec![
            line("7", LineKind::Proposal, Some("users"), "Et husmøde hver måned"),
            line("3", LineKind::Proposal, None, "Skriv planen med brugerens egne ord"),
            line("3", LineKind::Proposal, None, "Gem planen ét sted"),
            line("2", LineKind::Agreed, Some("users"), "De ansatte lytter"),
            line("3", LineKind::Disagreed, Some("staff"), "Om planen bliver læst"),
        ],
    ));
    case.second = Some(held(6, 4, false, vec![line("3", LineKind::Confirmed, Some("users"), "Ja")]));
    let report = sound(&case);
    assert_eq!(heading(&report, SectionKind::Beginnings), Some("Tre steder at begynde"));
    let steps = section(&report, SectionKind::Beginnings);
    assert!(steps[0].starts_with("Min egen plan. Høringen foreslår: Skriv planen med brugerens egne ord. Også foreslået: Gem planen ét sted."));
    assert!(steps[1].starts_with("Indflydelse på stedet. Høringen foreslår: Et husmøde hver måned."));
    assert_eq!(steps.len(), 3);
    assert!(steps.iter().all(|step| step.contains("Første skridt: ")));
    let short = section(&report, SectionKind::InShort);
    assert_eq!(
        short.last().map(String::as_str),
        Some("Høringen foreslår at begynde med »Min egen plan«: Skriv planen med brugerens egne ord.")
    );
    assert!(
        section(&report, SectionKind::Strengths)
            .contains(&"På høringen var der enighed (brugere): De ansatte lytter.".to_owned())
    );
    assert!(
        plain_text(&report)
            .contains("Høring 1 (2. februar 2027): 6 af 11 i rummet brugte stedet, altså mindst halvdelen.")
    );
}

#[test]
fn a_conversation_is_called_one() {
    let mut case = Case::new(full());
    case.first = Some(held(3, 6, true, Vec::new()));
    let text = plain_text(&sound(&case));
    assert!(text.contains("3 af 10 i rummet brugte stedet. Det er under halvdelen, og den er derfor holdt som samtale, ikke høring."));
    let none = plain_text(&sound(&Case::new(full())));
    assert!(none.contains("Der er ikke holdt høring om svarene endnu."));
}

#[test]
fn only_users_are_quoted_six_at_most_and_spread_over_the_focus_points() {
    let mut case = Case::new(full());
    let quote = |group: &str, point: Option<&str>, text: String| Quote {
        group: group.into(),
        focus_point: point.map(Into::into),
        text,
    };
    case.quotes = (0..8).map(|place| quote("users", Some("2"), format!("Ord {place}."))).collect();
    case.quotes.push(quote("users", Some("7"), "Vi vil høres.".to_owned()));
    case.quotes.push(quote("staff", Some("7"), "Vi har travlt.".to_owned()));
    case.quotes.push(quote("users", None, "x".repeat(900)));
    let report = sound(&case);
    let words = section(&report, SectionKind::Words);
    assert_eq!(words.len(), 6);
    assert_eq!(words[..2], ["Ord 0.", "Vi vil høres."]);
    assert!(!plain_text(&report).contains("travlt"));
    assert_eq!(heading(&report, SectionKind::Words), Some("Brugernes ord"));
}

#[test]
fn involvement_draws_on_what_is_flagged_and_nothing_flagged_is_no_section() {
    let report = sound(&Case::new(full()));
    let said = section(&report, SectionKind::Involvement);
    assert_eq!(
        said[0],
        "»Indflydelse på stedet«: brugere 2,4 (n = 21), medarbejdere 2,9 (n = 14), ledere 3,6 (n = 3). Det peger på, at \
         der er meget at hente ved at give brugerne mere at sige."
    );
    assert_eq!(
        said[1],
        "Værdien »Personinvolvering«, som går på tværs: brugere 2,7 (n = 22), medarbejdere 3,4 (n = 14)."
    );
    let sample = Sample::new(odd()).group("crew", 12, None).row("1", "crew", 12, 6.0);
    assert_eq!(heading(&sound(&Case::new(sample)), SectionKind::Involvement), None);
}

#[test]
fn an_odd_instrument_without_users_reads_well() {
    let sample = Sample::new(odd())
        .group("board", 2, Some(2))
        .group("crew", 12, None)
        .group("guests", 9, Some(40))
        .group("peers", 3, Some(8))
        .row("1", "board", 2, 9.5)
        .row("1", "crew", 12, 8.4)
        .row("1", "guests", 9, 3.1)
        .few("1", "peers")
        .row("2", "board", 2, 9.0)
        .row("2", "crew", 12, 5.0)
        .row("2", "guests", 9, 9.4)
        .few("2", "peers");
    let report = sound(&Case::new(sample));
    let text = plain_text(&report);
    assert!(!text.contains("står stærkt") && !text.to_lowercase().contains("bruger"), "{text}");
    assert!(text.contains("Svarene fra folk på gulvet ligger lavest om »Læring«: 5,0 (n = 12)."));
    assert!(text.contains("over 8,75 (n = 9)"));
    assert!(text.contains("Der er for få svar fra NAV-ansatte til at vise deres tal."));
    assert!(text.contains("Folk på gulvet: 12 har svaret. Vi ved ikke, hvor mange der blev inviteret."));
}

#[test]
fn no_answers_at_all_still_makes_a_report() {
    let report = sound(&Case::new(Sample::new(instrument())));
    assert!(report.sections.len() >= 4);
    assert!(plain_text(&report).contains("Ledelsens svar"));
}

#[test]
fn edits_keep_the_original_and_an_empty_one_takes_the_sentence_out() {
    let draft = sound(&Case::new(full()));
    let key = "in-short.lowest.users".to_owned();
    let edits = BTreeMap::from([
        (key.clone(), "Brugerne vil gerne bestemme mere.".to_owned()),
        ("picture.close".to_owned(), " ".to_owned()),
        ("gone".to_owned(), "Intet.".to_owned()),
    ]);
    let edited = apply_edits(draft.clone(), &edits, "[rettet]");
    let changed = edited.sentences().find(|sentence| sentence.key == key).unwrap();
    assert_eq!(changed.text, "Brugerne vil gerne bestemme mere.");
    assert_eq!(
        changed.original.as_deref(),
        draft.sentences().find(|s| s.key == key).map(|s| s.text.as_str())
    );
    assert!(edited.sentences().any(|sentence| sentence.key == "picture.close" && sentence.text.is_empty()));
    let printed = edited.pruned();
    assert!(!printed.sentences().any(|sentence| sentence.key == "picture.close"));
    assert_eq!(printed.sentences().count(), draft.sentences().count() - 1);
    let same: BTreeMap<String, String> = draft.sentences().map(|s| (s.key.clone(), s.text.clone())).collect();
    assert_eq!(apply_edits(draft.clone(), &same, "[rettet]"), draft);
}

#[test]
fn a_changed_quote_is_marked() {
    let mut case = Case::new(full());
    case.quotes = vec![Quote { group: "users".into(), focus_point: None, text: "Ord.".to_owned() }];
    let edits = BTreeMap::from([("words.1".to_owned(), "Andre ord.".to_owned())]);
    let edited = apply_edits(case.report(), &edits, "[rettet]");
    assert_eq!(section(&edited, SectionKind::Words), ["Andre ord. [rettet]"]);
}

#[test]
fn a_report_is_the_same_after_json() {
    let report = sound(&Case::new(full()));
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[test]
fn a_full_report_has_the_length_of_four_pages() {
    let mut case = Case::new(full());
    let text = |place: usize| {
        format!("Det er et sted, hvor jeg kan være mig selv, nummer {place}, og det betyder meget for mig.")
    };
    case.quotes = (0..12)
        .map(|place| Quote {
            group: "users".into(),
            focus_point: Some((place % 8 + 1).to_string().into()),
            text: text(place),
        })
        .collect();
    case.first = Some(held(
        6,
        4,
        false,
        ["7", "3", "4"].map(|point| line(point, LineKind::Proposal, Some("users"), &text(1))).to_vec(),
    ));
    case.second = case.first.clone();
    let report = sound(&case);
    // Two plots and the answer's lines fill about a page and a half; four pages hold about 1,600 words beside them.
    let words: usize = report.sentences().map(|sentence| sentence.text.split_whitespace().count()).sum();
    assert!(words <= 1_100, "{words} words");
    if let Ok(folder) = std::env::var("PLOTS") {
        std::fs::write(format!("{folder}/report.txt"), plain_text(&report)).unwrap();
    }
}
