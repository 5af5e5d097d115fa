//! One's own screening with the id of another's document, file, comment, line, goal or note: nothing is shown of it,
//! and nothing is changed. The facilitator may everything in both, so that only the pair can refuse.

use super::demonstrated::{Demonstrated, Who};
use screening::hearing::{HearingNumber, LineKind, MinuteLine};
use screening::report::SectionKind;
use std::collections::{BTreeMap, BTreeSet};
use workflow::reports::Place;

/// What belongs to a screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Child {
    Evidence,
    Attachment,
    Comment,
    Line,
    Goal,
    Note,
}

/// Pages and files of a child.
const PAGES: [(&str, Child); 5] = [
    ("/screeninger/{id}/dokumenter/ret/{child}", Child::Evidence),
    ("/screeninger/{id}/bilag/{child}", Child::Attachment),
    ("/screeninger/{id}/udvikling/maal/{child}", Child::Goal),
    ("/screeninger/{id}/udvikling/maal/{child}/1", Child::Goal),
    ("/screeninger/{id}/udvikling/maal/{child}/opfoelgning", Child::Goal),
];

/// Forms about a child, with what they hold beside the screening; what takes it away comes last.
const FORMS: [(&str, &str, Child); 12] = [
    (
        "/api/save-evidence",
        "evidence={child}&revision=1&kind=document&indicator=1.1&title[row-document]=Nyt&text[row-document]=Nyt\
         &date[row-document]=3.11.2026&document_kind[row-document]=Referat",
        Child::Evidence,
    ),
    ("/api/decide-comment", "comment={child}&revision=0&decision=approve", Child::Comment),
    ("/api/look-again", "comment={child}&revision=0&verdict=yes", Child::Comment),
    ("/api/mark-worrying", "comment={child}&mark=on", Child::Comment),
    (
        "/api/write-minute-line",
        "number=1&focus_point=1&line={child}&seen=1&kind[row-{child}]=agreed&text[row-{child}]=Nyt",
        Child::Line,
    ),
    ("/api/write-goal", "goal={child}&seen=1&part=1&typed[statement]=Nyt", Child::Goal),
    ("/api/change-goal", "goal={child}&seen=1&change=tick&number=1", Child::Goal),
    ("/api/edit-sentences", "settle={child}:1", Child::Note),
    ("/api/remove-attachment", "attachment={child}&indicator=1.1", Child::Attachment),
    ("/api/remove-evidence", "evidence={child}&indicator=1.1", Child::Evidence),
    ("/api/remove-minute-line", "number=1&line={child}", Child::Line),
    ("/api/remove-goal", "goal={child}&seen=1", Child::Goal),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_another_screening_is_neither_shown_nor_changed() {
    let world = Demonstrated::new().await;
    let ids = [&world.reported, &world.closed, &world.open];
    let mut children = BTreeMap::new();
    for id in ids {
        children.insert(id.as_str(), children_of(&world, id).await);
    }
    for kind in [Child::Evidence, Child::Attachment, Child::Comment, Child::Line, Child::Goal, Child::Note] {
        assert!(children.values().any(|of| of.contains_key(&kind)), "no {kind:?} to try");
    }
    let before = world.rows().await;
    let mut wrong = Vec::new();
    for own in ids {
        for (_, of) in children.iter().filter(|(other, _)| *other != own) {
            for (path, kind) in PAGES {
                let Some(child) = of.get(&kind) else { continue };
                let path = path.replace("{id}", own).replace("{child}", child);
                let reply = world.get(Who::Facilitator, &path).await;
                if ![404, 409].contains(&reply.status) {
                    wrong.push(format!("{path}: {}", reply.status));
                }
            }
            for (path, form, kind) in FORMS {
                let Some(child) = of.get(&kind) else { continue };
                world.post(Who::Facilitator, path, &filled(own, form, child)).await;
            }
            if let Some(child) = of.get(&Child::Evidence) {
                world.upload(Who::Facilitator, &format!("/screeninger/{own}/bilag/til/{child}")).await;
            }
        }
    }
    let after = world.rows().await;
    let changed: Vec<&String> =
        before.keys().filter(|table| before.get(*table) != after.get(*table)).collect();
    assert!(changed.is_empty(), "another screening's was changed: {changed:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    // What tries it is taken where the two belong together.
    for (path, form, kind) in FORMS {
        let mut seen = BTreeSet::new();
        for (own, of) in &children {
            let Some(child) = of.get(&kind) else { continue };
            seen.insert(world.post(Who::Facilitator, path, &filled(own, form, child)).await.status);
        }
        assert!(seen.iter().any(|status| *status != 404), "{path} is refused for one's own too: {seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_organisations_people_and_places_are_no_choice() {
    let world = Demonstrated::new().await;
    let line = workflow::Actor::CommandLine;
    let accounts = world.server.workflow.accounts(&line).await.expect("accounts");
    let stranger = accounts.iter().find(|(one, _)| one.email == "f@elsewhere.example").expect("an account");
    let elsewhere = stranger.0.roles[0].0.clone();
    let before = world.rows().await;
    for (path, form) in [
        ("/api/name-second-reader", format!("screening={}&second={}", world.closed, stranger.0.id)),
        ("/api/name-second-assessor", format!("screening={}&second={}", world.closed, stranger.0.id)),
        ("/api/start-practice", format!("organisation={elsewhere}")),
        (
            "/api/create-screening",
            format!(
                "organisation={elsewhere}&name=Ny&instrument=recovery-orientering&language=da&min_group_size=5"
            ),
        ),
    ] {
        let reply = world.post(Who::Facilitator, path, &form).await;
        assert!([404, 409, 422].contains(&reply.status), "{path}: {}", reply.status);
    }
    let after = world.rows().await;
    let changed: Vec<&String> =
        before.keys().filter(|table| before.get(*table) != after.get(*table)).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

fn filled(own: &str, form: &str, child: &str) -> String {
    format!("screening={own}&{}", form.replace("{child}", child))
}

/// One of each kind, where there is one or one can be made.
async fn children_of(world: &Demonstrated, id: &str) -> BTreeMap<Child, String> {
    let (flow, actor, first) = (&world.server.workflow, &world.facilitator, HearingNumber::First);
    let mut of = BTreeMap::new();
    // What a screening's state does not allow is not there.
    let _ = flow.switch_attachments(actor, id, true).await;
    let evidence = flow.evidence(actor, id).await.unwrap_or_default();
    if let Some((document, _)) = evidence.into_iter().next() {
        let _ = flow.add_attachment(actor, id, &document, "a.txt", b"Ro og tid.".to_vec()).await;
        of.insert(Child::Evidence, document);
    }
    let files = flow.attachments(actor, id).await.map(|all| all.files).unwrap_or_default();
    of.extend(files.into_iter().next().map(|file| (Child::Attachment, file.id)));
    let comments = flow.comments(actor, id).await.unwrap_or_default();
    let comment = comments.into_iter().flat_map(|group| group.comments.unwrap_or_default()).next();
    of.extend(comment.map(|(id, _)| (Child::Comment, id)));
    let line = MinuteLine {
        focus_point: "1".into(),
        kind: LineKind::Agreed,
        role: None,
        text: "Det kan vi kende.".into(),
        indicator: None,
        about: None,
    };
    let _ = flow.add_minute_line(actor, id, first, None, line).await;
    let lines = flow.hearing(actor, id, first).await.map(|hearing| hearing.minutes).unwrap_or_default();
    of.extend(lines.into_iter().next().map(|(id, _)| (Child::Line, id)));
    let goals = flow.plan(actor, id).await.map(|plan| plan.goals).unwrap_or_default();
    of.extend(goals.into_iter().next().map(|goal| (Child::Goal, goal.id)));
    let place = Place::Section(SectionKind::InShort);
    let _ = flow.add_review_note(actor, id, place, "Er det sådan, de sagde det?").await;
    let notes = flow.report_desk(actor, id).await.map(|desk| desk.notes).unwrap_or_default();
    of.extend(notes.into_iter().next().map(|note| (Child::Note, note.id)));
    of
}
