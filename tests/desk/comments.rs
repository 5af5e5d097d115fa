//! What people wrote, after the close.

use super::screenings::WORDS;
use super::{Desk, problems};
use screening::comment::Decision;
use workflow::{Error, Problem};

pub async fn words_are_opened_by_group_and_decided(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let actor = desk.facilitator().await;
    let groups = flow.comments(&actor, id).await.unwrap();
    let opened = groups.iter().map(|one| (one.group.as_str(), one.comments.as_ref().map(Vec::len)));
    // Four of staff submitted, fewer than five; the leader answers in role.
    assert_eq!(opened.collect::<Vec<_>>(), [("leaders", Some(1)), ("staff", None), ("users", Some(3))]);

    let all = groups.into_iter().flat_map(|one| one.comments.unwrap_or_default()).collect::<Vec<_>>();
    let id_of = |start: &str| {
        let found = all.iter().find(|(_, comment)| comment.text.starts_with(start));
        found.map(|(id, _)| id.clone()).unwrap()
    };
    let rewritten = Decision::Rewritten("Aftaler bliver ikke altid husket.".into());
    let refused = flow.decide_comment(&actor, id, &id_of("Min kontaktperson"), Decision::Approved).await;
    assert_eq!(problems(refused), [("decision".to_owned(), Problem::NotAChoice)]);
    let refused = flow.decide_comment(&actor, id, &id_of("Det her"), rewritten.clone()).await;
    assert_eq!(problems(refused), [("decision".to_owned(), Problem::NotAChoice)]);
    flow.decide_comment(&actor, id, &id_of("Morgenkaffen"), Decision::Approved).await.unwrap();
    flow.decide_comment(&actor, id, &id_of("Min kontaktperson"), rewritten.clone()).await.unwrap();
    flow.decide_comment(&actor, id, &id_of("Det her"), Decision::LeftOut).await.unwrap();

    // What stays shut can't be decided either, nor what there is not.
    let staff = flow.store.comments(id).await.unwrap();
    let (shut, _) = staff.into_iter().find(|(_, comment)| comment.text == WORDS[3].1).unwrap();
    for unknown in [shut.as_str(), "00", "ikke en nøgle"] {
        let answer = flow.decide_comment(&actor, id, unknown, Decision::Approved).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{unknown}: {answer:?}");
    }

    let quotes = flow.quotes(&actor, id).await.unwrap();
    let texts = quotes.iter().map(|quote| (quote.group.as_str(), quote.text.as_str())).collect::<Vec<_>>();
    assert_eq!(texts.len(), 2, "the leader's words wait: {texts:?}");
    assert!(texts.contains(&("users", "Morgenkaffen er det bedste på ugen.")));
    assert!(texts.contains(&("users", "Aftaler bliver ikke altid husket. [rettet, så ingen kan genkendes]")));
}
