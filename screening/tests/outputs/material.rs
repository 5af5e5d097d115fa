//! Material for a hearing: statements of three chairs with their own figures, and a page in easy language.

use crate::sample::{Sample, instrument, odd};
use screening::comment::Quote;
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating};
use screening::hearing::{
    Hearing, HearingNumber, LineKind, Material, MaterialSources, MinuteLine, Paper, Theme, card_paper,
    invitation_paper, material, material_paper, proposed_agenda,
};
use screening::language;
use screening::readability::lix;
use screening::report::{Block, Section};
use screening::signals::signals;

fn three() -> Sample {
    Sample::new(instrument())
        .group("leaders", 3, Some(3))
        .group("staff", 14, Some(17))
        .group("users", 22, Some(31))
        .row("3", "users", 22, 2.8)
        .row("3", "staff", 14, 3.7)
        .row("3.1", "leaders", 3, 4.3)
        .row("3.1", "staff", 14, 3.8)
        .row("3.1", "users", 21, 2.6)
        .row("2", "users", 22, 4.2)
        .few("2", "staff")
}

fn make(sample: &Sample, number: HearingNumber, themes: Vec<Theme>) -> Material {
    let published = sample.published();
    let hearing = Hearing { date: "2. februar 2027".to_owned(), themes, ..Hearing::default() };
    let seen = Evidence {
        kind: EvidenceKind::Document,
        title: "Skabelon til plan".to_owned(),
        document_kind: "skabelon".to_owned(),
        date: "2025".to_owned(),
        text: format!("Borgerens mål. {}", "Meget lang tekst ".repeat(40)),
        indicators: vec!["3.1".into()],
    };
    material(&MaterialSources {
        instrument: &sample.instrument,
        language: language::of("da"),
        published: &published,
        number,
        hearing: &hearing,
        minutes: &[MinuteLine {
            focus_point: "3".into(),
            kind: LineKind::Proposal,
            role: None,
            text: "Skriv med egne ord".to_owned(),
            indicator: None,
            about: None,
        }],
        evidence: &[seen],
        ratings: &[IndicatorRating {
            indicator: "3.1".into(),
            rating: Rating::Step(2),
            after_picture: false,
        }],
        quotes: &[Quote {
            group: "users".into(),
            focus_point: Some("3".into()),
            text: "Hvilken plan?".to_owned(),
        }],
        organisation: "Bostedet Egelunden",
        begins: Some(13 * 60),
    })
}

fn agenda(sample: &Sample) -> Vec<Theme> {
    proposed_agenda(&signals(&sample.picture, &sample.instrument, &[]), &sample.instrument)
}

#[test]
fn a_theme_has_three_chairs_with_their_own_figures() {
    let sample = three();
    let made = make(&sample, HearingNumber::First, agenda(&sample));
    assert_eq!(made.kicker, "Høring 1 · 2. februar 2027");
    let plan = made.themes.iter().find(|page| page.title == "Min egen plan").unwrap();
    assert_eq!(plan.heading, "Tema 2 af 2");
    let chairs: Vec<(&str, &str, &str)> =
        plan.chairs.iter().map(|c| (c.name.as_str(), c.statement.as_str(), c.figure.as_str())).collect();
    assert_eq!(
        chairs,
        [
            ("Brugere", "Udsagn 3.1 til users.", "2,6 af 5 · n\u{a0}=\u{a0}21"),
            ("Medarbejdere", "Udsagn 3.1 til staff.", "3,8 af 5 · n\u{a0}=\u{a0}14"),
            ("Ledere", "Udsagn 3.1 til leaders.", "4,3 af 5 · n\u{a0}=\u{a0}3"),
        ]
    );
    assert!(plan.chart.is_some());
    assert_eq!(plan.question.as_deref(), Some("Hvad siger I til 3.1?"));
    assert!(plan.evidence[0].starts_with("Dokument: Skabelon til plan (skabelon, 2025). Borgerens mål."));
    assert!(plan.evidence[0].chars().count() < 360 && plan.evidence[0].contains('…'));
    assert_eq!(plan.evidence[1], "Vurdering af 3.1 Indikator 3.1: 2 af 5.");
    assert_eq!(plan.quotes, [("Hvilken plan?".to_owned(), "Brugere".to_owned())]);
    assert_eq!(plan.minutes, ["Forslag: Skriv med egne ord (deltager)"]);
    assert_eq!((made.agenda[0].time.as_str(), made.agenda[0].what.as_str()), ("13.00", "Velkommen"));
    assert_eq!(made.agenda.iter().map(|line| line.minutes).sum::<u32>(), 150);
}

#[test]
fn without_figures_the_statements_still_stand() {
    let theme = Theme { focus_point: "7".into(), indicator: None, signal: None };
    let sample = Sample::new(instrument())
        .group("users", 4, Some(9))
        .few("7.1", "users")
        .row("7.1", "leaders", 2, 5.0);
    let made = make(&sample, HearingNumber::First, vec![theme]);
    let page = &made.themes[0];
    assert!(page.chart.is_none() && page.why.is_none());
    assert_eq!(
        page.chairs.iter().map(|chair| chair.figure.as_str()).collect::<Vec<_>>(),
        ["for få svar til at vise tal", "vises ikke alene",]
    );
    assert!(made.easy.iter().any(|(_, paragraphs)| paragraphs.contains(&"Der er ingen tal.".to_owned())));
}

#[test]
fn an_odd_instrument_and_an_empty_agenda_make_material_too() {
    let sample = Sample::new(odd()).group("crew", 12, None).row("1", "crew", 12, 6.0);
    assert!(make(&sample, HearingNumber::Second, Vec::new()).themes.is_empty());
    let theme = Theme { focus_point: "1".into(), indicator: None, signal: None };
    let made = make(&sample, HearingNumber::Second, vec![theme]);
    assert!(made.themes[0].chart.is_some());
    let words: Vec<&str> = made.easy.iter().flat_map(|(_, lines)| lines).map(String::as_str).collect();
    assert!(
        words.contains(&"Tallene går fra 0 til 10.") && !words.iter().any(|line| line.starts_with("0 er"))
    );
}

#[test]
fn the_easy_page_and_the_card_have_a_lix_of_20_at_most() {
    let sample = three();
    for number in [HearingNumber::First, HearingNumber::Second] {
        let made = make(&sample, number, Vec::new());
        let lines: Vec<String> = made
            .easy
            .into_iter()
            .flat_map(|(heading, paragraphs)| std::iter::once(heading).chain(paragraphs))
            .chain(made.card)
            .collect();
        let lix = lix(&lines.join("\n"));
        assert!(lix <= 20.0, "LIX {lix:.1}");
    }
}

/// Everything a paper says, a line a sentence.
fn words(paper: &Paper) -> Vec<String> {
    let sections = paper.report.sections.iter();
    let said = sections.flat_map(|section| {
        let sentences = section.blocks.iter().flat_map(|block| block.sentences());
        std::iter::once(section.heading.clone()).chain(sentences.map(|sentence| sentence.text.clone()))
    });
    std::iter::once(paper.report.title.clone()).chain(said).filter(|line| !line.is_empty()).collect()
}

#[test]
fn on_paper_each_theme_and_the_script_have_a_page_and_the_card_is_for_everyone() {
    let sample = three();
    let danish = language::of("da");
    let hearing = Hearing {
        date: "2. februar 2027 kl. 13".to_owned(),
        place: "Fællesstuen".to_owned(),
        themes: agenda(&sample),
        ..Hearing::default()
    };
    for number in [HearingNumber::First, HearingNumber::Second] {
        let made = make(&sample, number, agenda(&sample));
        let paper = material_paper(&made, number, &hearing, danish);
        let begin: Vec<&str> =
            paper.new_pages.iter().map(|place| paper.report.sections[*place].heading.as_str()).collect();
        let themes = made.themes.iter().map(|theme| format!("{}: {}", theme.heading, theme.title));
        assert_eq!(begin, themes.chain(["Til facilitatoren".to_owned()]).collect::<Vec<_>>());
        let charts = |section: &Section| {
            section.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count()
        };
        // The second hearing looks at what was said, not at the figures once more.
        let expected = usize::from(number == HearingNumber::First);
        assert!(
            paper.new_pages.iter().take(2).all(|place| charts(&paper.report.sections[*place]) == expected)
        );

        let card = card_paper(&made, danish);
        let invitation =
            invitation_paper(&made, number, &hearing, "Ring til Anne Holm, 12 34 56 78.", danish);
        for paper in [&paper, &card, &invitation] {
            let words = words(paper);
            assert!(made.card.iter().all(|line| words.contains(line)), "{words:?}");
        }
        let said = words(&invitation);
        for line in ["2. februar 2027 kl. 13", "Fællesstuen", "Ring til Anne Holm, 12 34 56 78."] {
            assert!(said.contains(&line.to_owned()), "{said:?}");
        }
        let lix = lix(&said.join("\n"));
        assert!(lix <= 20.0, "LIX {lix:.1}: {said:?}");
    }
}

#[test]
fn the_screen_in_the_room_shows_what_the_chairs_say_and_nothing_else() {
    let sample = three();
    let made = make(&sample, HearingNumber::First, agenda(&sample));
    let plan = made.themes.iter().find(|page| page.title == "Min egen plan").unwrap();
    let track = plan.track.as_ref().unwrap();
    for group in ["perspective-1", "perspective-2", "perspective-3"] {
        assert_eq!(track.svg.matches(group).count(), 1, "one mark of {group}");
    }
    assert!(track.description.contains("Brugere: 2,6"), "{}", track.description);
    assert_eq!(track.table.rows.len(), 1);
    // No figure, no track: two leaders alone are not shown.
    let theme = Theme { focus_point: "7".into(), indicator: None, signal: None };
    let sample = Sample::new(instrument())
        .group("users", 4, Some(9))
        .few("7.1", "users")
        .row("7.1", "leaders", 2, 5.0);
    assert!(make(&sample, HearingNumber::First, vec![theme]).themes[0].track.is_none());
}
