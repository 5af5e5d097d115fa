//! What somebody proposed at a hearing: it is put to the vote, and what was voted first can begin a plan.

use super::Desk;
use screening::hearing::{HearingNumber, LineKind, MinuteLine};

pub async fn what_was_proposed_is_put_to_the_vote(desk: &Desk, id: &str) {
    let (flow, first) = (&desk.flow, HearingNumber::First);
    let actor = desk.facilitator().await;
    let options = async || {
        let hearing = flow.hearing(&actor, id, first).await.unwrap();
        let screening = flow.screening(&actor, id).await.unwrap();
        hearing.vote_options(screening.instrument.texts("da"))
    };
    let proposed = |text: &str| MinuteLine {
        focus_point: "2".into(),
        kind: LineKind::Proposal,
        role: None,
        text: text.to_owned(),
        indicator: None,
        about: None,
    };
    let hearing = flow.hearing(&actor, id, first).await.unwrap();
    let proposals = hearing.minutes.iter().filter(|(_, line)| line.kind == LineKind::Proposal);
    assert_eq!(proposals.map(|(_, line)| line.text.as_str()).collect::<Vec<_>>(), ["Et fælles ugemøde."]);
    let themes = options().await;
    assert_eq!(themes.len(), hearing.plan.themes.len(), "one proposal is no choice: the themes");
    assert!(!themes.contains(&"Et fælles ugemøde.".to_owned()));

    flow.approve_minutes(&actor, id, first, false).await.unwrap();
    for text in ["Åbent køkken\nom søndagen", "Et fælles ugemøde."] {
        flow.add_minute_line(&actor, id, first, None, proposed(text)).await.unwrap();
    }
    let chosen = options().await;
    assert_eq!(chosen, ["Et fælles ugemøde.", "Åbent køkken om søndagen"], "each once and on one line");
    flow.open_vote(&actor, id, first, &chosen).await.unwrap();
    let vote = flow.hearing_vote(&actor, id, first).await.unwrap().unwrap();
    assert_eq!(vote.options, chosen);
    flow.close_vote(&actor, id, first).await.unwrap();

    // As it was before.
    let now = flow.hearing(&actor, id, first).await.unwrap().minutes;
    for (line, _) in now.iter().filter(|(line, _)| hearing.minutes.iter().all(|(known, _)| known != line)) {
        flow.remove_minute_line(&actor, id, first, line).await.unwrap();
    }
    flow.approve_minutes(&actor, id, first, true).await.unwrap();
}

/// Those who use the place lead, where they may be told apart.
pub async fn what_was_voted_first_can_begin_a_plan(desk: &Desk, id: &str) {
    let proposals = desk.flow.plan_proposals(&desk.facilitator().await, id).await.unwrap();
    let voted = proposals.iter().filter_map(|one| Some((one.text.as_str(), one.votes?)));
    // Everyone together had put the other first.
    assert_eq!(voted.collect::<Vec<_>>(), [("Et fælles ugemøde", 5), ("En fast tur", 2)]);
    assert!(proposals[0].votes.is_none(), "the report's places to begin come before them");
}
