//! From answers to report and hearing material, on the shipped instruments and on the odd one.

use crate::case::sound_report;
use crate::support::{invited, odd, recovery};
use proptest::prelude::*;
use screening::answers::{Answer, Answers, Response};
use screening::chart::{Drawing, Width, focus_point_rows, indicator_rows};
use screening::disclosure::disclose;
use screening::evidence::Coverage;
use screening::hearing::{Hearing, HearingNumber, MaterialSources, material, proposed_agenda};
use screening::instrument::load::load;
use screening::instrument::{Form, Instrument};
use screening::language;
use screening::picture::Picture;
use screening::report::{Report, ReportSources, draft, plain_text};
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use screening::signals::signals;
use std::collections::BTreeMap;

/// Everything that can be made from a picture.
fn outputs(instrument: &Instrument, picture: &Picture) -> (Report, String) {
    let language = language::of("da");
    let published = picture.published(instrument);
    let signals = signals(picture, instrument, &[]);
    let report = draft(&ReportSources {
        instrument,
        language,
        published: &published,
        signals: &signals,
        earlier: None,
        quotes: &[],
        left_out: 0,
        unread: 0,
        first_hearing: None,
        second_hearing: None,
        open_links: &[],
        circumstances: &[],
        coverage: Coverage::default(),
        organisation: "Bostedet Egelunden",
        season: "",
        answer_by: "",
        management_answer: "",
        version: None,
        date: "",
    });
    let hearing = Hearing { themes: proposed_agenda(&signals, instrument), ..Hearing::default() };
    let made = material(&MaterialSources {
        instrument,
        language,
        published: &published,
        number: HearingNumber::First,
        hearing: &hearing,
        minutes: &[],
        evidence: &[],
        ratings: &[],
        quotes: &[],
        organisation: "Bostedet Egelunden",
        begins: None,
    });
    let drawing = Drawing { published: &published, instrument, language, prefix: "p", rounds: None };
    let mut drawn = drawing.dot_plot(&focus_point_rows(instrument), Width::Wide).svg;
    for point in &instrument.focus_points {
        drawn += &drawing.dot_plot(&indicator_rows(instrument, &point.id), Width::Wide).narrow;
        for indicator in &point.indicators {
            for group in &instrument.groups {
                let spread = drawing.spread(&indicator.id, &group.id);
                drawn += &spread.map(|chart| chart.svg).unwrap_or_default();
            }
            drawn += &format!("{:?}", drawing.indicator_table(&indicator.id));
        }
    }
    drawn += &serde_json::to_string(&made).expect("material as JSON");
    (report, drawn)
}

fn picture(
    instrument: &Instrument,
    responses: &[Response],
    invited: &Invited,
    forms: &BTreeMap<screening::id::GroupId, Form>,
) -> Picture {
    let mut scorer = Scorer::new(instrument, forms);
    for response in responses {
        scorer.add(response);
    }
    disclose(&scorer.finish(invited), instrument, GroupSize::default())
}

fn answers(
    instrument: &Instrument,
    group: &str,
    form: Form,
    mut step: impl FnMut(&str) -> Answer,
) -> Response {
    let group = screening::id::GroupId::from(group);
    let asked = instrument.questionnaire(&group, form);
    let given =
        asked.iter().flat_map(|(_, indicators)| indicators).map(|i| (i.id.clone(), step(i.id.as_str())));
    Response { answers: Answers(given.collect()), group, unit: None }
}

/// A believable place: users low on influence and plan, high on the meeting between people.
#[test]
fn the_shipped_instrument_from_answers_to_report() {
    let instrument = recovery();
    let forms = BTreeMap::from([("users".into(), Form::Short)]);
    let mut responses = Vec::new();
    for (group, persons, lift) in [("leaders", 3, 1), ("staff", 14, 0), ("users", 22, -1)] {
        let form = forms.get(group).copied().unwrap_or_default();
        for person in 0..persons {
            responses.push(answers(&instrument, group, form, |code| {
                let base = match code.as_bytes()[0] {
                    b'2' => 5 - i32::from(group == "staff"),
                    b'3' | b'7' => 3 + lift,
                    b'5' => 4,
                    _ => 3 + lift.max(0),
                };
                let sway = (person * 7 + i32::from(code.as_bytes()[2]) * 3) % 5;
                match sway {
                    0 if code == "6.1" && person % 2 == 0 => Answer::DontKnow,
                    0 => Answer::Step((base - 1).clamp(1, 5) as u8),
                    1 => Answer::Step((base + 1).clamp(1, 5) as u8),
                    _ => Answer::Step(base.clamp(1, 5) as u8),
                }
            }));
        }
    }
    let invited = invited(&[("leaders", 3), ("staff", 17), ("users", 31)]);
    let picture = picture(&instrument, &responses, &invited, &forms);
    let (report, _) = outputs(&instrument, &picture);
    sound_report(&report);
    let text = plain_text(&report);
    assert!(text.contains("Brugernes svar ligger lavest om"));
    assert!(
        text.contains("Brugere 22 af 31 · medarbejdere 14 af 17 · ledere 3 af 3, som svarer som ledelse.")
    );
    if let Ok(folder) = std::env::var("PLOTS") {
        std::fs::write(format!("{folder}/river.txt"), &text).unwrap();
        std::fs::write(format!("{folder}/river.json"), serde_json::to_string(&report).unwrap()).unwrap();
    }
}

/// The shipped instruments beside the full one.
fn smaller() -> Vec<Instrument> {
    macro_rules! shipped {
        ($id:literal, $language:literal) => {
            load(
                ("instrument.toml", include_str!(concat!("../../../instruments/", $id, "/instrument.toml"))),
                &[(
                    $language,
                    $language,
                    include_str!(concat!("../../../instruments/", $id, "/", $language, ".toml")),
                )],
            )
            .expect("a sound instrument")
        };
    }
    vec![
        shipped!("ledelse-og-kultur", "da"),
        shipped!("progression", "da"),
        shipped!("ressourceprofil", "da"),
        shipped!("tiltaksevaluering", "nb"),
    ]
}

fn any_responses(instrument: Instrument) -> impl Strategy<Value = (Instrument, Vec<Response>)> {
    let groups: Vec<String> = instrument.groups.iter().map(|group| group.id.to_string()).collect();
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let answer = prop_oneof![
        6 => (min..=max).prop_map(Answer::Step),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::NotApplicable),
        1 => Just(Answer::Blank),
    ];
    let person = (prop::sample::select(groups), prop::collection::vec(answer, 32));
    prop::collection::vec(person, 0..45).prop_map(move |people| {
        let responses = people.into_iter().map(|(group, steps)| {
            let mut steps = steps.into_iter().cycle();
            answers(&instrument, &group, Form::Long, |_| steps.next().unwrap_or_default())
        });
        (instrument.clone(), responses.collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever came in, the report keeps its promises and no drawing breaks.
    #[test]
    fn any_answers_make_sound_outputs((instrument, responses) in prop_oneof![any_responses(recovery()), any_responses(odd())]) {
        let picture = picture(&instrument, &responses, &Invited::default(), &BTreeMap::new());
        let (report, drawn) = outputs(&instrument, &picture);
        sound_report(&report);
        prop_assert!(!drawn.contains("NaN") && !drawn.contains("inf\""));
    }

    /// The smaller instruments, the one in another language too.
    #[test]
    fn so_do_the_smaller_instruments((instrument, responses) in prop::sample::select(smaller()).prop_flat_map(any_responses)) {
        let picture = picture(&instrument, &responses, &Invited::default(), &instrument.default_forms());
        let (report, drawn) = outputs(&instrument, &picture);
        sound_report(&report);
        prop_assert!(!drawn.contains("NaN") && !drawn.contains("inf\""));
    }

    /// Where no protected group is shown, nothing in any output is a mean.
    #[test]
    fn leaders_alone_give_no_figure(leaders in 1usize..12, users in 0usize..5, step in 1u8..=5) {
        let instrument = recovery();
        let mut responses: Vec<Response> =
            (0..leaders).map(|_| answers(&instrument, "leaders", Form::Long, |_| Answer::Step(step))).collect();
        responses.extend((0..users).map(|_| answers(&instrument, "users", Form::Long, |_| Answer::Step(3))));
        let picture = picture(&instrument, &responses, &Invited::default(), &BTreeMap::new());
        let (report, drawn) = outputs(&instrument, &picture);
        sound_report(&report);
        prop_assert!(!plain_text(&report).contains("n ="));
        prop_assert!(!drawn.contains("n = ") && !drawn.contains("<path d=\"M0"));
    }
}
