//! An organisation's own instrument: copied, written by two, published, and gone through from the first setting to the
//! report; the next version, and what a comparison makes of it.

use super::{Desk, LEADER, problems, refusal};
use crate::support::instrument;
use jiff::civil::date;
use screening::answers::{Answer, Answers};
use screening::instrument::Instrument;
use screening::instrument::edit::{Draft, EditProblem, Part, PartChange, Reshape, TextPlace};
use screening::picture::Kind;
use screening::settings::{Invited, Settings, State};
use workflow::answering::NewResponse;
use workflow::instruments::part_seen;
use workflow::{Actor, Error, Problem};

const SENTENCE: &str = "Når jeg siger noget, lytter de ansatte.";

fn indicator() -> Part {
    Part::Indicator("2.2".into())
}

fn sentence(draft: &Draft, language: &str, text: &str) -> PartChange {
    let (_, now) = draft.written().indicator(&"2.2".into()).unwrap();
    let place = TextPlace::Item("2.2".into(), "users".into());
    PartChange {
        texts: [((place, language.to_owned()), text.to_owned())].into(),
        value: now.value.clone(),
        short: now.short.iter().cloned().collect(),
        ..PartChange::default()
    }
}

async fn drafted(desk: &Desk, actor: &Actor, own: &str) -> (i64, Draft) {
    let stored = desk.flow.own_instrument(actor, own).await.unwrap().draft.unwrap();
    (stored.revision, stored.draft)
}

pub async fn one_of_our_own_goes_the_whole_way(desk: &Desk) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let place = flow.facilitated_organisations(&actor).await.unwrap().remove(0).id;
    let copy = async |title: &str| flow.copy_instrument(&actor, &place, &instrument(), "da", title).await;
    assert_eq!(problems(copy(" ").await), [("title".to_owned(), Problem::Empty)]);
    let own = copy("Vores eget spørgeskema").await.unwrap();

    // A draft can be chosen for nothing, and is its organisation's alone.
    let (_, draft) = drafted(desk, &actor, &own).await;
    let name = draft.written().id.clone();
    assert!(name.starts_with("vores-eget-spoergeskema-"), "{name}");
    assert_eq!(
        problems(flow.usable_instrument(&actor, &place, &name).await),
        [("instrument".to_owned(), Problem::NotAChoice)]
    );
    let leader = desk.signed_in(LEADER).await;
    for id in [&*own, "unknown"] {
        assert!(matches!(flow.own_instrument(&leader, id).await, Err(Error::Forbidden)));
    }

    two_write_at_once(desk, &actor, &own).await;

    // What is missing keeps it from being published; then it is a version.
    let (_, draft) = drafted(desk, &actor, &own).await;
    let seen = part_seen(&draft, &indicator());
    let norwegian = sentence(&draft, "nb", "");
    flow.write_instrument(&actor, &own, &indicator(), &seen, &norwegian).await.unwrap();
    let (revision, draft) = drafted(desk, &actor, &own).await;
    let unfinished = flow.publish_instrument(&actor, &own, revision).await;
    assert_eq!(refusal(unfinished), Problem::Edit(EditProblem::Unfinished(1)));
    let seen = part_seen(&draft, &indicator());
    let norwegian = sentence(&draft, "nb", "Når jeg sier noe, lytter de ansatte.");
    flow.write_instrument(&actor, &own, &indicator(), &seen, &norwegian).await.unwrap();
    let (revision, _) = drafted(desk, &actor, &own).await;
    assert_eq!(refusal(flow.publish_instrument(&actor, &own, revision - 1).await), Problem::Changed);
    assert_eq!(flow.publish_instrument(&actor, &own, revision).await.unwrap(), 1);
    let usable = flow.usable_instrument(&actor, &place, &name).await.unwrap();
    assert_eq!((usable.version, usable.texts("da").title.as_str()), (1, "Vores eget spørgeskema"));
    assert!(flow.own_instrument(&actor, &own).await.unwrap().draft.is_none());

    let screening = screened(desk, &actor, &place, &usable, 1).await;
    let uses = flow.instrument_uses(&actor).await.unwrap();
    let used: Vec<_> = uses.iter().filter(|one| one.instrument == name).collect();
    assert_eq!((used.len(), used[0].screening.as_str(), used[0].version), (1, screening.as_str(), 1));

    the_next_version_is_another(desk, &actor, &own, &screening).await;
}

/// Two write in two parts; in the same part the second is told, and nothing of the first is lost.
async fn two_write_at_once(desk: &Desk, actor: &Actor, own: &str) {
    let flow = &desk.flow;
    let (revision, draft) = drafted(desk, actor, own).await;
    let seen = part_seen(&draft, &indicator());
    let title = TextPlace::PointTitle("2".into());
    let point = PartChange {
        texts: [((title.clone(), "da".to_owned()), "Mødet".to_owned())].into(),
        ..PartChange::default()
    };
    let point_seen = part_seen(&draft, &title.part());
    flow.write_instrument(actor, own, &title.part(), &point_seen, &point).await.unwrap();
    let first = sentence(&draft, "da", SENTENCE);
    flow.write_instrument(actor, own, &indicator(), &seen, &first).await.unwrap();
    let second = sentence(&draft, "da", "De ansatte hører, hvad jeg siger.");
    let stale = flow.write_instrument(actor, own, &indicator(), &seen, &second).await;
    assert_eq!(refusal(stale), Problem::Edit(EditProblem::ChangedMeanwhile));
    let add = Reshape::AddIndicator("2".into());
    let stale = flow.reshape_instrument(actor, own, revision, &add).await;
    assert_eq!(refusal(stale), Problem::Changed);
    let (revision, draft) = drafted(desk, actor, own).await;
    assert_eq!(draft.text(&title, "da"), "Mødet");
    assert_eq!(draft.text(&TextPlace::Item("2.2".into(), "users".into()), "da"), SENTENCE);
    // Somebody drops the part that another writes in.
    let gone = Part::Indicator("8.4".into());
    let seen = part_seen(&draft, &gone);
    flow.reshape_instrument(actor, own, revision, &Reshape::Drop(gone.clone())).await.unwrap();
    let late = flow.write_instrument(actor, own, &gone, &seen, &PartChange::default()).await;
    assert_eq!(refusal(late), Problem::Edit(EditProblem::NotThere));
}

/// A screening made of it, from the first setting to the released report; gives its id.
async fn screened(desk: &Desk, actor: &Actor, place: &str, instrument: &Instrument, round: u8) -> String {
    let flow = &desk.flow;
    let invited = [("users".into(), [(String::new(), 12)].into())].into();
    let settings = Settings {
        language: "da".into(),
        closing_minutes: 30,
        invited: Invited(invited),
        ..Settings::default()
    };
    let id = flow
        .create_screening(actor, place, "Med vores egne ord", instrument.clone(), settings)
        .await
        .unwrap();
    answered(desk, &id, round).await;
    let (screening, picture) = {
        let view = flow.picture(actor, &id).await.unwrap();
        (flow.screening(actor, &id).await.unwrap(), view)
    };
    assert_eq!((screening.state, screening.instrument.version), (State::Closed, instrument.version));
    let published = format!("{picture:?}");
    assert!(published.contains("2.2") && !published.contains("8.4"), "what is asked has figures, no more");
    flow.release_report(&Actor::CommandLine, &id).await.unwrap();
    let report = flow.released_report(actor, &id).await.unwrap().report;
    assert!(report.sentences().count() > 5);
    id
}

async fn answered(desk: &Desk, id: &str, round: u8) {
    let (flow, all) = (&desk.flow, Actor::CommandLine);
    flow.open_screening(&all, id).await.unwrap();
    let asked = flow.screening(&all, id).await.unwrap().instrument;
    let text = asked.texts("da").item(&"2.2".into(), &"users".into());
    assert!(text.is_some_and(|text| text != "Når jeg siger noget, bliver jeg taget alvorligt."));
    let answers: Vec<_> = asked.indicators().filter(|one| one.groups.contains(&"users".into())).collect();
    let responses: Vec<NewResponse> = (0..12_u8)
        .map(|person| {
            let mut key = [230 + round; 16];
            key[0] = person;
            let step = Answer::Step(2 + person % 3);
            let answers = answers.iter().map(|one| (one.id.clone(), step)).collect();
            NewResponse {
                key,
                group: "users".into(),
                unit: None,
                answers: Answers(answers),
                comments: Vec::new(),
                notes: Vec::new(),
            }
        })
        .collect();
    flow.store.import(id, &responses).await.unwrap();
    flow.begin_closing(&all, id).await.unwrap();
    flow.end_closing(&all, id).await.unwrap();
}

/// A sentence with another meaning: the question is asked, the number is raised, and the two are not compared there.
async fn the_next_version_is_another(desk: &Desk, actor: &Actor, own: &str, first: &str) {
    let flow = &desk.flow;
    for _ in 0..2 {
        flow.begin_instrument_draft(actor, own).await.unwrap();
    }
    let (_, draft) = drafted(desk, actor, own).await;
    assert_eq!(draft.written().version, 2);
    let seen = part_seen(&draft, &indicator());
    let mut change = sentence(&draft, "da", "De ansatte tror på det, jeg siger.");
    let unsaid = flow.write_instrument(actor, own, &indicator(), &seen, &change).await;
    assert_eq!(
        problems(unsaid),
        [("means_other[group-users]".to_owned(), Problem::Edit(EditProblem::MeaningUnsaid))]
    );
    change.means_other = [("users".into(), true)].into();
    flow.write_instrument(actor, own, &indicator(), &seen, &change).await.unwrap();
    let (revision, _) = drafted(desk, actor, own).await;
    assert_eq!(flow.publish_instrument(actor, own, revision).await.unwrap(), 2);

    // The version before stays as it was, in its place and in the screening.
    let kept = flow.own_instrument(actor, own).await.unwrap();
    let statement =
        |version: &Instrument| version.texts("da").item(&"2.2".into(), &"users".into()).map(str::to_owned);
    assert_eq!(statement(&kept.versions[0]).as_deref(), Some(SENTENCE));
    let old = flow.screening(actor, first).await.unwrap();
    assert_eq!(statement(&old.instrument).as_deref(), Some(SENTENCE));

    let newest = flow.usable_instrument(actor, &old.organisation.id, &old.instrument.id).await.unwrap();
    let next = flow.start_again(actor, first, "Året efter", date(2028, 1, 3), newest).await.unwrap();
    answered(desk, &next, 2).await;
    flow.picture(actor, &next).await.unwrap();
    let since = flow.since_earlier(actor, &next).await.unwrap();
    let compared = |id: &str| {
        let mut all = since.earlier.changes.iter();
        all.any(|one| one.kind == Kind::Indicator && one.code == id)
    };
    assert!(compared("2.1") && !compared("2.2"), "what means something else is not compared");

    // A draft that nobody wants any more; one that never was a version goes with its instrument.
    flow.begin_instrument_draft(actor, own).await.unwrap();
    let (revision, _) = drafted(desk, actor, own).await;
    flow.drop_instrument_draft(actor, own, revision).await.unwrap();
    assert_eq!(flow.own_instrument(actor, own).await.unwrap().versions.len(), 2);
    let place = old.organisation.id;
    let other = flow.copy_instrument(actor, &place, &old.instrument, "en", "Et til").await.unwrap();
    let before = flow.own_instruments(actor).await.unwrap().len();
    flow.drop_instrument_draft(actor, &other, 1).await.unwrap();
    assert_eq!(flow.own_instruments(actor).await.unwrap().len(), before - 1);
    assert!(matches!(flow.own_instrument(actor, &other).await, Err(Error::Forbidden)));
}
