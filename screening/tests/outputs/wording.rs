//! What the language check says of a sentence, and what it leaves alone.

use crate::case::{Case, full, held, line};
use crate::sample::{Sample, instrument, odd};
use proptest::prelude::*;
use screening::hearing::LineKind;
use screening::language;
use screening::report::{
    Origin, Report, SectionKind, Wordbook, WordingHint, WordingKind, apply_edits, cleaned, hints_of, own_key,
    own_place,
};
use std::collections::BTreeMap;

fn wordbook(sample: &Sample) -> Wordbook {
    Wordbook::new(&sample.instrument, &sample.published(), language::of("da"))
}

fn kinds(text: &str) -> Vec<WordingKind> {
    let hints = wordbook(&full()).hints(SectionKind::InShort, text);
    hints.into_iter().map(|hint| hint.kind).collect()
}

#[test]
fn what_a_careful_reader_would_stop_at() {
    use WordingKind::{
        Certain, Everyone, Judging, MeanAlone, NoGroup, OtherWord, Pooled, Ranking, ShareAlone,
    };
    for (text, expected) in [
        ("Ledelsen begår fejl, når planen bliver skrevet.", vec![Judging]),
        ("Der mangler hjælp om aftenen.", vec![Judging]),
        ("I bør skamme jer over maden.", vec![Judging]),
        ("Det er kritisk, og personalet burde vide det.", vec![Judging, Judging]),
        ("Stedet får karakteren 4 for planer.", vec![Ranking]),
        ("Afdeling Nord er bedre end andre afdelinger.", vec![Ranking]),
        ("Tallene beviser, at brugerne er glade for stedet.", vec![Certain]),
        ("Brugerne bliver aldrig spurgt.", vec![Certain]),
        ("Alle synes, at maden er god.", vec![Everyone]),
        ("Ingen føler sig hørt.", vec![Everyone]),
        ("Brugernes gennemsnit er 2,8.", vec![MeanAlone]),
        ("Brugere 2,8 (n = 22), medarbejdere 3,7.", vec![MeanAlone]),
        ("43 % af brugerne kender deres plan.", vec![ShareAlone]),
        ("I alt svarede 43 % ja (n = 39).", vec![Pooled, NoGroup]),
        ("Det samlede gennemsnit er 3,4 (n = 39).", vec![Pooled, NoGroup]),
        ("Klienten er sit eget menneske, og det er anonymt.", vec![OtherWord, OtherWord]),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn what_is_said_carefully_passes() {
    for text in [
        "Svarene peger på, at mange brugere gerne vil høres mere.",
        "Brugernes gennemsnit er 2,8 (n = 22), og medarbejdernes er 3,7 (n = 14).",
        "Brugernes gennemsnit ligger mellem 2,4 og 2,8 (n = 22).",
        "Forskellen mellem brugere og ledere er 1,6.",
        "22 af 31 brugere har svaret (71 %).",
        "Brugernes gennemsnit er 2,3 (n = 26). 4 % af brugerne svarer »i høj grad«.",
        "Brugere: 64 % svarer »i høj grad« (n = 22).",
        "Hvad ville I gøre, hvis alle synes det?",
        "På husmødet den 21. november spurgte vi brugerne.",
        "»Der er altid nogen, der mangler, og det er en fejl«, siger en bruger.",
        "Turen varer 2,5 timer og koster 1,5 mio. kr.",
        "Alle brugere får brev inden 14 dage.",
        "Brugerne fejrer fødselsdage sammen, og der er mange om det.",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn an_indicator_s_figure_is_not_its_focus_point_s() {
    let sample = Sample::new(instrument())
        .group("users", 22, Some(31))
        .row("7", "users", 21, 2.4)
        .row("7.1", "users", 20, 1.9)
        .row("2", "users", 22, 3.4);
    let check = |text: &str| wordbook(&sample).hints(SectionKind::InShort, text);
    let lent = |figure: &str| vec![WordingHint { kind: WordingKind::Lent, found: figure.to_owned() }];
    assert_eq!(check("Om »Indflydelse på stedet« ligger brugerne på 1,9 (n = 20)."), lent("1,9"));
    assert_eq!(check("Om »Indflydelse på stedet« ligger brugerne på 2,4 (n = 21)."), []);
    assert_eq!(
        check("»Indikator 7.1« under »Indflydelse på stedet«: Brugernes gennemsnit er 1,9 (n = 20)."),
        []
    );
}

#[test]
fn every_hint_says_why_and_what_to_write() {
    let danish = language::of("da");
    for text in ["Det er en fejl.", "Planen scorer lavt.", "Klienten siger ja.", "Gennemsnittet er 2,8."] {
        for hint in wordbook(&full()).hints(SectionKind::InShort, text) {
            let said = danish.hint(&hint);
            assert!(said.contains(&hint.found) && said.matches('.').count() >= 2, "{said}");
            assert!(said.contains("kriv"), "{said}");
        }
    }
}

/// The draft keeps the rules that it holds others to.
#[test]
fn the_draft_itself_has_nothing_to_look_at_again() {
    let mut hearing = Case::new(full());
    hearing.first = Some(held(6, 4, false, vec![line("7", LineKind::Proposal, None, "Et husmøde")]));
    let bare = Case::new(Sample::new(instrument()).group("users", 4, Some(9)));
    let other =
        Sample::new(odd()).group("crew", 12, None).row("1", "crew", 12, 6.0).row("2", "crew", 12, 4.0);
    for case in [Case::new(full()), hearing, bare, Case::new(other)] {
        let wordbook = wordbook(&case.sample);
        for (section, sentence) in case.report().placed_sentences() {
            let hints = wordbook.hints(section.kind, &sentence.text);
            assert_eq!(hints, [], "{}: {}", sentence.key, sentence.text);
        }
    }
}

fn edited(report: Report, edits: &[(&str, &str)]) -> Report {
    let edits: BTreeMap<String, String> =
        edits.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    apply_edits(report, &edits, "[rettet]")
}

#[test]
fn only_what_a_facilitator_wrote_is_checked() {
    let mut case = Case::new(full());
    let said = line("3", LineKind::Disagreed, Some("users"), "Planen er en fejl");
    case.first = Some(held(6, 4, false, vec![said]));
    let report = case.report();
    let wordbook = wordbook(&case.sample);
    assert_eq!(hints_of(&report, &wordbook), [], "what was said at the hearing stands as it was said");
    let report =
        edited(report, &[("in-short.first-step", "Det er dårligt."), ("own.strengths.1", "Alle synes det.")]);
    let keys: Vec<String> = hints_of(&report, &wordbook).into_iter().map(|passage| passage.key).collect();
    assert_eq!(keys, ["in-short.first-step", "own.strengths.1"]);
}

#[test]
fn an_added_sentence_stands_last_in_its_section_and_says_whose_it_is() {
    let own = [
        ("own.in-short.2", "Den anden."),
        ("own.in-short.10", "Den tredje."),
        ("own.in-short.1", "Den første."),
        ("own.questions.1", "Et spørgsmål mere?"),
        ("own.strengths.1", "  "),
        ("own.since-last.1", "Afsnittet er her ikke."),
    ];
    let report = edited(Case::new(full()).report(), &own);
    let texts = crate::case::section(&report, SectionKind::InShort);
    assert_eq!(texts[texts.len() - 3..], ["Den første.", "Den anden.", "Den tredje."]);
    let last = crate::case::section(&report, SectionKind::Method).pop();
    assert_eq!(last.as_deref(), Some("Afsnittet er her ikke."), "nothing is lost");
    assert!(!report.sentences().any(|sentence| sentence.key == "own.strengths.1"));
    let origins: Vec<Origin> =
        report.sentences().filter(|s| s.key.starts_with("own.")).map(|s| s.origin()).collect();
    assert!(origins.iter().all(|origin| *origin == Origin::Own) && origins.len() == 5);
    let questions = report.sections.iter().find(|section| section.kind == SectionKind::Questions).unwrap();
    assert!(
        matches!(questions.blocks.last(), Some(screening::report::Block::Lines(..))),
        "the lines for the answer stay last"
    );
    for kind in SectionKind::ALL {
        assert_eq!(own_place(&own_key(kind, 7)), Some((kind, 7)));
        let json = serde_json::to_value(kind).unwrap();
        assert_eq!(json, kind.id());
    }
}

#[test]
fn what_is_pasted_from_a_word_processor_is_plain_text() {
    let word = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p.MsoNormal {margin:0cm}</style></head>\
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\
        <p class=MsoNormal>Brugerne&nbsp;vil <b>gerne</b> h\u{ad}øres.<o:p></o:p></p>\
        <p class=MsoListParagraph>\u{f0b7}  Hver   uge</p></html>";
    assert_eq!(cleaned(word), "Brugerne vil gerne høres.\nHver uge");
    assert_eq!(cleaned("• Et husmøde\r\n·\tEn tur\u{b}\u{200b}"), "Et husmøde\nEn tur");
    let kept = "På tværs af <huset> & byen: 2 < 3, og »4 > 3« (n\u{a0}=\u{a0}22) – sådan.";
    assert_eq!(cleaned(kept), kept);
    assert_eq!(cleaned("Før <script>alert(1)</script>efter"), "Før efter");
}

proptest! {
    #[test]
    fn a_clean_text_stays_as_it_is(text in "[ a-zåæø<>/&;!\\-\u{a0}\u{ad}•\n\r\t.:p]{0,60}") {
        let once = cleaned(&text);
        prop_assert_eq!(cleaned(&once), once);
    }

    #[test]
    fn ordinary_words_are_kept(words in prop::collection::vec("[a-zåæøA-ZÅÆØ0-9»«,.()=%–]{1,12}", 0..12)) {
        let text = words.join(" ");
        prop_assert_eq!(cleaned(&text), text);
    }

    /// Whatever is typed, each thing found stands in the text, and is told once.
    #[test]
    fn what_is_found_stands_there(text in "(fejl|alle|mener|i alt|2,4|\\(n = 12\\)|43 %|brugere|»|«|\\. |\\? | |Ø|🙂|n|=){0,14}") {
        let hints = wordbook(&full()).hints(SectionKind::Picture, &text);
        for (place, hint) in hints.iter().enumerate() {
            prop_assert!(text.contains(&hint.found), "{:?}", hint);
            prop_assert!(!hints[..place].contains(hint));
        }
    }
}
