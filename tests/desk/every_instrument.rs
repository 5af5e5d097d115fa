//! Every shipped instrument in each of its languages: a questionnaire answered page by page, others' answers, the picture,
//! both hearings held and minuted, the report released.

use super::Desk;
use pejling::instruments;
use screening::answers::{Answer, Answers};
use screening::hearing::{Attendance, HearingNumber, LineKind, MinuteLine, counted_groups, uses_the_place};
use screening::id::{FocusPointId, GroupId};
use screening::instrument::{Disclosure, Form, Instrument};
use screening::picture::{Kind, Shown};
use screening::report::plain_text;
use screening::settings::{Invited, Settings};
use workflow::Actor;
use workflow::answering::{Entry, LastPost, NewResponse, PagePost};
use workflow::hearings::HearingPlan;

const ALL: Actor = Actor::CommandLine;

/// What is proposed at the first hearing.
const PROPOSAL: &str = "Et fælles ugemøde";

/// How many of each group answer beside the one who goes through the pages.
const OTHERS: u8 = 12;

pub async fn each_goes_from_questionnaire_to_report(desk: &Desk) {
    let organisation = desk.flow.add_organisation(&ALL, "Alle redskaberne").await.unwrap().id;
    let mut number = 0;
    for instrument in instruments::shipped().unwrap() {
        for language in instrument.languages.clone() {
            number += 1;
            goes_all_the_way(desk, &organisation, &instrument, &language, number).await;
        }
    }
    assert_eq!(number, 7, "recovery-orientering in three languages, the others in one each");
}

async fn goes_all_the_way(
    desk: &Desk,
    organisation: &str,
    instrument: &Instrument,
    language: &str,
    number: u8,
) {
    let flow = &desk.flow;
    let name = format!("{} {language}", instrument.id);
    let forms = instrument.default_forms();
    let one = |group: &screening::instrument::Group| (group.id.clone(), [(String::new(), 1)].into());
    let settings = Settings {
        language: language.to_owned(),
        invited: Invited(instrument.groups.iter().map(one).collect()),
        forms: forms.clone(),
        closing_minutes: 30,
        ..Settings::default()
    };
    let id = flow.create_screening(&ALL, organisation, &name, instrument.clone(), settings).await.unwrap();
    let codes = flow.make_codes(&ALL, &id).await.unwrap();
    flow.open_screening(&ALL, &id).await.unwrap();

    // One goes through the pages, of those whose answers lead where there are any.
    let reader = instrument.groups.iter().find(|group| group.service_users).unwrap_or(&instrument.groups[1]);
    let code = &codes.iter().find(|code| code.group == reader.id).unwrap().code;
    let Entry::Begin(token) = flow.enter_code(code, false, None).await.unwrap() else {
        panic!("{name}: a code that is new begins")
    };
    let asked = flow.questionnaire(&token).await.unwrap();
    let pages = asked.instrument.questionnaire(&asked.group, asked.form);
    assert!(!pages.is_empty(), "{name}");
    for (page, (point, indicators)) in pages.iter().enumerate() {
        let texts = asked.instrument.texts(language);
        let own = instrument.texts[language].focus_point(&point.id);
        assert_eq!(texts.focus_point(&point.id), own, "{name}: in its own language");
        let answers = indicators.iter().map(|one| (one.id.to_string(), "2".to_owned())).collect();
        flow.save_page(&token, page + 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
    }
    flow.save_last(&token, LastPost::default()).await.unwrap();
    flow.send(&token).await.unwrap();

    // Those whose answers lead see little of it, the others much.
    let mut responses = Vec::new();
    for (place, group) in (0_u8..).zip(&instrument.groups) {
        let form = forms.get(&group.id).copied().unwrap_or(Form::Long);
        let asked = instrument.questionnaire(&group.id, form);
        let step = if group.service_users || place == 1 { 2 } else { 4 };
        for person in 0..OTHERS {
            let given =
                |one: &&screening::instrument::Indicator| (one.id.clone(), Answer::Step(step + person % 2));
            let mut key = [90 + number; 16];
            (key[0], key[1]) = (place, person);
            responses.push(NewResponse {
                key,
                group: group.id.clone(),
                unit: None,
                answers: Answers(asked.iter().flat_map(|(_, indicators)| indicators).map(given).collect()),
                comments: Vec::new(),
                notes: Vec::new(),
            });
        }
    }
    flow.store.import(&id, &responses).await.unwrap();
    flow.begin_closing(&ALL, &id).await.unwrap();
    flow.end_closing(&ALL, &id).await.unwrap();

    let picture = flow.picture(&ALL, &id).await.unwrap().published;
    for group in instrument.groups.iter().filter(|group| group.disclosure == Disclosure::Protected) {
        let form = forms.get(&group.id).copied().unwrap_or(Form::Long);
        for (point, _) in instrument.questionnaire(&group.id, form) {
            let row = picture.row(Kind::FocusPoint, point.id.as_str(), &group.id).unwrap();
            let all = u64::from(OTHERS) + u64::from(group.id == reader.id);
            assert_eq!((row.shown, row.n), (Shown::Yes, Some(all)), "{name}: {} {}", group.id, point.id);
        }
    }

    let hearing = flow.hearing(&ALL, &id, HearingNumber::First).await.unwrap();
    assert!((1..=4).contains(&hearing.proposed.len()), "{name}: {:?}", hearing.proposed);
    flow.hearing_material(&ALL, &id, HearingNumber::First, None).await.unwrap();
    let theme = hearing.proposed[0].focus_point.clone();
    for (number, kind, text) in [
        (HearingNumber::First, LineKind::Proposal, PROPOSAL),
        (HearingNumber::Second, LineKind::Confirmed, "Ja."),
    ] {
        is_held(desk, &id, instrument, number, (kind, &theme, text)).await;
    }

    let report = plain_text(&flow.draft_report(&ALL, &id).await.unwrap());
    let title = instrument.texts[language].focus_point(&theme);
    assert!(report.contains(title), "{name}: {title:?} in\n{report}");
    assert!(report.contains(PROPOSAL), "{name}: what was proposed in\n{report}");
    assert_eq!(flow.release_report(&ALL, &id).await.unwrap(), 1, "{name}");
}

/// A hearing from the invitation to its approved minutes, with users of the place as half of the room: in an instrument that
/// asks none of them too.
async fn is_held(
    desk: &Desk,
    id: &str,
    instrument: &Instrument,
    number: HearingNumber,
    (kind, theme, text): (LineKind, &FocusPointId, &str),
) {
    let flow = &desk.flow;
    let plan = flow.hearing(&ALL, id, number).await.unwrap().plan;
    let users = |group: &GroupId| uses_the_place(group, instrument);
    let counted = counted_groups(instrument);
    let others = counted.iter().filter(|group| !users(group)).count();
    let seats = |group: &GroupId| if users(group) { u32::try_from(others).unwrap() } else { 1 };
    let room =
        Attendance { groups: counted.iter().map(|group| (group.clone(), seats(group))).collect(), others: 1 };
    assert!(counted.iter().any(users), "{}: users are counted", instrument.id);
    let plan = HearingPlan {
        date: "1. december kl. 13".into(),
        place: "Salen".into(),
        invited: room.clone(),
        present: room,
        ..plan
    };
    flow.save_hearing(&ALL, id, number, plan).await.unwrap();
    let line = MinuteLine {
        focus_point: theme.clone(),
        kind,
        role: None,
        text: text.into(),
        indicator: None,
        about: None,
    };
    flow.add_minute_line(&ALL, id, number, None, line).await.unwrap();
    let plan = flow.hearing(&ALL, id, number).await.unwrap().plan;
    flow.save_hearing(&ALL, id, number, HearingPlan { approved: true, ..plan }).await.unwrap();
    let held = flow.hearing(&ALL, id, number).await.unwrap();
    assert!(held.sittings.iter().all(|sitting| sitting.approved), "{}", instrument.id);
}
