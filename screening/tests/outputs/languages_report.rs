//! The report, its page for those who took part, the plan and the workbook in Bokmål and English.

use crate::case::{Case, full, held, line, sound_report};

use crate::sample::{Sample, instrument};
use crate::spoken::{danish_in, others, translated};
use screening::comparison::{Moved, Reason};
use screening::evidence::Coverage;
use screening::hearing::{HearingNumber, LineKind};
use screening::instrument::Scale;
use screening::language::{Column, Language, MethodFacts};
use screening::readability::lix;
use screening::report::{Report, SectionKind, Wordbook, WordingKind, appendix, plain_text};

/// Reports with much and with little in them.
fn cases(language: &'static dyn Language) -> Vec<Case> {
    let mut strong = full();
    for (point, mean) in [(1, 4.9), (4, 4.8)] {
        strong = strong.edit(&format!("{point}.2"), "users", 22, mean, |row| row.agreement = Some(0.9));
    }
    let few =
        Sample::new(instrument()).group("leaders", 1, Some(1)).group("users", 4, Some(9)).few("1", "users");
    let mut cases: Vec<Case> =
        [full(), strong, few].map(|sample| Case::new(translated(sample, language))).into();
    for case in &mut cases {
        case.language = language;
    }
    let kinds = [LineKind::Agreed, LineKind::Disagreed, LineKind::New, LineKind::Proposal];
    let minutes =
        kinds.iter().flat_map(|kind| ["7", "3", "2"].map(|point| line(point, *kind, None, "42"))).collect();
    cases[1].first = Some(held(6, 4, false, minutes));
    cases[1].second = Some(held(3, 6, true, vec![line("7", LineKind::Confirmed, Some("users"), "42")]));
    cases[1].coverage = Coverage {
        documents: 1,
        observations: 3,
        indicators: 9,
        of: 32,
        rated: 7,
        insufficient: 2,
        after_picture: 1,
    };
    cases[1].open_links = vec!["users".into()];
    cases
}

/// Without what the test itself wrote in Danish: season and dates.
fn own_words(report: &Report) -> String {
    let text = plain_text(report);
    ["Bostedet Egelunden", "efterår 2026", "21. november 2026", "15. januar 2027", "2. februar 2027"]
        .into_iter()
        .fold(text, |text, typed| text.replace(typed, ""))
}

#[test]
fn every_report_is_sound_and_has_no_danish_in_it() {
    for language in others() {
        for case in cases(language) {
            let report = case.report();
            sound_report(&report);
            if let Ok(folder) = std::env::var("PLOTS") {
                let name = format!("{folder}/report-{}-{}.txt", language.code(), report.sections.len());
                let page = report.participants_page().expect("a page").report;
                std::fs::write(name, [plain_text(&report), plain_text(&page)].join("\n\n")).unwrap();
            }
            let appendix = case.with_sources(appendix);
            for text in [&report, &appendix].map(own_words) {
                assert_eq!(danish_in(&text, language), Vec::<String>::new(), "{text}");
            }
        }
    }
}

#[test]
fn its_sentences_are_those_of_the_language() {
    let said = others().map(|language| plain_text(&cases(language)[0].report())).collect::<Vec<_>>();
    for (text, sentences) in said.iter().zip([
        [
            "Brukernes svar ligger lavest om «Innflytelse på stedet»: 2,4 (n\u{a0}=\u{a0}21).",
            "Brukere 22 av 31 · ansatte 14 av 17 · ledere 3 av 3, som svarer som ledelse. Brukere og ansatte vises bare når \
             minst fem har svart.",
            "8 av 22 brukere svarer «Vet ikke».",
            "Forskjellen mellom ansatte og brukere er tydelig.",
            "Ledelsens svar",
        ],
        [
            "The users’ answers are lowest on “A say in the place”: 2.4 (n\u{a0}=\u{a0}21).",
            "Users 22 of 31 · staff 14 of 17 · leaders 3 of 3, answering as management. Users and staff are shown only when \
             at least five have answered.",
            "8 of 22 users answer “Don’t know”.",
            "The difference between staff and users is clear.",
            "Management’s answer",
        ],
    ]) {
        for sentence in sentences {
            assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
        }
    }
}

#[test]
fn the_page_for_those_who_took_part_is_easy() {
    for language in others() {
        for case in cases(language) {
            let page = plain_text(&case.report().participants_page().expect("a page").report);
            assert!(lix(&page) <= 20.0, "{}: LIX {:.1}\n{page}", language.code(), lix(&page));
        }
    }
}

/// The draft keeps the rules that it holds others to, and the first step is found again for the plan.
#[test]
fn the_draft_has_nothing_to_look_at_again() {
    for language in others() {
        for case in cases(language) {
            let wordbook = Wordbook::new(&case.sample.instrument, &case.sample.published(), language);
            for (section, sentence) in case.report().placed_sentences() {
                let hints = wordbook.hints(section.kind, &sentence.text);
                assert_eq!(hints, [], "{}: {}", sentence.key, sentence.text);
                if section.kind == SectionKind::Beginnings {
                    assert!(sentence.text.contains(language.first_step_mark()), "{}", sentence.text);
                }
            }
        }
    }
}

#[test]
fn a_careful_reader_stops_at_the_same_things() {
    use WordingKind::{
        Certain, Everyone, Judging, MeanAlone, NoGroup, OtherWord, Pooled, Ranking, ShareAlone,
    };
    let bokmal = [
        ("Ledelsen gjør feil når planen blir skrevet.", vec![Judging]),
        ("Stedet får karakteren 4 for planer.", vec![Ranking]),
        ("Tallene beviser at brukerne er glade i stedet.", vec![Certain]),
        ("Alle synes at maten er god.", vec![Everyone]),
        ("Brukernes gjennomsnitt er 2,8.", vec![MeanAlone]),
        ("43 % av brukerne kjenner planen sin.", vec![ShareAlone]),
        ("I alt svarte 43 % ja (n = 39).", vec![Pooled, NoGroup]),
        ("Klienten er sitt eget menneske, og det er anonymt.", vec![OtherWord, OtherWord]),
        ("Brukernes gjennomsnitt er 2,8 (n er 22), og de ansattes er 3,7 (n = 14).", vec![]),
        ("«Det er alltid noen som mangler», sier en bruker.", vec![]),
        ("Turen varer 2,5 timer og koster 1,5 mill. kroner.", vec![]),
        ("Svarene tyder på at mange brukere gjerne vil bli hørt mer.", vec![]),
    ];
    let english = [
        ("Management makes mistakes when the plan is written.", vec![Judging]),
        ("The place gets the grade 4 for plans.", vec![Ranking]),
        ("The figures prove that the users like the place.", vec![Certain]),
        ("Everyone thinks that the food is good.", vec![Everyone]),
        ("The users’ mean is 2.8.", vec![MeanAlone]),
        ("43% of the users know their plan.", vec![ShareAlone]),
        ("In total 43% said yes (n = 39).", vec![Pooled, NoGroup]),
        ("The client is a person, and it is anonymous.", vec![OtherWord, OtherWord]),
        ("The users’ mean is 2.8 (n is 22), and staff’s is 3.7 (n = 14).", vec![]),
        ("“There is always something wrong”, says a user.", vec![]),
        ("The trip takes 2.5 hours and costs 1.5 million kroner.", vec![]),
        ("The answers suggest that many users would like to be heard more.", vec![]),
    ];
    for (language, sentences) in others().zip([bokmal, english]) {
        let sample = translated(full(), language);
        let wordbook = Wordbook::new(&sample.instrument, &sample.published(), language);
        for (text, expected) in sentences {
            let hints = wordbook.hints(SectionKind::InShort, text);
            for hint in &hints {
                let said = language.hint(hint);
                assert!(said.contains(&hint.found) && said.contains(['S', 'W']), "{said}");
            }
            let kinds: Vec<WordingKind> = hints.into_iter().map(|hint| hint.kind).collect();
            assert_eq!(kinds, expected, "{text}");
        }
    }
}

/// What no report of these tests happens to say.
#[test]
fn plan_workbook_and_comparison_have_no_danish_in_them() {
    for language in others() {
        let facts = MethodFacts {
            scale: Scale { min: 1, max: 5, agree_from: 4 },
            no_answer: ["42", ""],
            smallest: 5,
            full: 10,
            reversed: true,
            units: true,
        };
        let mut said: Vec<String> = Vec::new();
        said.extend(language.explained(&facts).into_iter().flat_map(|(term, text)| [term, text]));
        let columns = [language.figure_columns().to_vec(), language.group_columns().to_vec()].concat();
        let rest = [language.package_files().to_vec(), language.statement_columns().to_vec()].concat();
        said.extend(
            columns.iter().chain(&rest).flat_map(|(name, text)| [name, text]).map(|text| (*text).to_owned()),
        );
        said.extend(
            [Column::Mean, Column::Low, Column::Note, Column::Step(3)].map(|column| language.column(column)),
        );
        said.push(format!("{:?} {:?}", language.plan(), language.paper()));
        for moved in [Moved::Higher, Moved::Lower, Moved::Unsure, Moved::Few, Moved::Alone] {
            said.push(language.moved(moved).to_owned());
        }
        for reason in
            [Reason::OtherInstrument, Reason::OtherScale, Reason::New, Reason::Gone, Reason::Wording]
        {
            said.push(language.not_comparable(reason).to_owned());
        }
        said.push(language.since_note().to_owned());
        said.push(language.sitting_name(HearingNumber::Second, Some('B')));
        let said = said.join("\n");
        assert_eq!(danish_in(&said, language), Vec::<String>::new(), "{said}");
        let without: MethodFacts<'_> = MethodFacts { units: false, ..facts };
        let text: String = language.explained(&without).into_iter().map(|(_, text)| text).collect();
        assert!(!text.contains(language.unit_hidden()));
    }
}
