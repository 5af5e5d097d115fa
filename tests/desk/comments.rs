//! What people wrote, after the close.

use super::assessing::SECOND;
use super::screenings::WORDS;
use super::{Desk, problems, refusal};
use screening::comment::{Criterion, Decision, SecondLook};
use workflow::comments::Deciding;
use workflow::{Actor, Error, Problem};

const LEFT_OUT: Decision = Decision::LeftOut(Criterion::AnotherPerson);

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
    flow.decide_comment(&actor, id, &id_of("Det her"), LEFT_OUT).await.unwrap();

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
pub async fn a_second_reader_says_yes_before_anything_is_quoted(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (maja, ole) = (desk.facilitator().await, desk.signed_in(SECOND).await);
    let number = |actor: &Actor| actor.account().unwrap().id.clone();
    let find = async |start: &str| {
        let groups = flow.comments(&maja, id).await.unwrap();
        let mut all = groups.into_iter().flat_map(|one| one.comments.unwrap_or_default());
        all.find(|(_, comment)| comment.text.starts_with(start)).unwrap()
    };
    let quoted = async || flow.quotes(&maja, id).await.unwrap().len();
    assert_eq!(quoted().await, 2);
    let stranger = flow.name_second_reader(&maja, id, Some("ukendt")).await;
    assert_eq!(problems(stranger), [("second".to_owned(), Problem::NotAChoice)]);
    flow.name_second_reader(&maja, id, Some(&number(&ole))).await.unwrap();
    assert_eq!(quoted().await, 0, "nobody has said yes");

    let (approved, comment) = find("Morgenkaffen").await;
    let seen = comment.reading.revision;
    // The first reader decides, the second says yes or no.
    let decides = flow.decide_comment(&ole, id, &approved, Decision::Approved).await;
    assert_eq!(refusal(decides), Problem::OtherReader);
    let own = flow.look_again(&maja, id, &approved, seen, SecondLook::Yes).await;
    assert_eq!(refusal(own), Problem::OtherReader);
    let silent = flow.look_again(&ole, id, &approved, seen, SecondLook::No(" ".into())).await;
    assert_eq!(problems(silent), [("remark".to_owned(), Problem::Empty)]);
    let no = SecondLook::No("Ugen kan kendes.".into());
    flow.look_again(&ole, id, &approved, seen, no.clone()).await.unwrap();
    let (_, comment) = find("Morgenkaffen").await;
    assert_eq!((comment.reading.second.clone(), comment.waits()), (no, true));

    // The first has not seen the no: nothing is decided over it.
    let unseen = Deciding { decision: Decision::Approved, before: Some(seen), sure: true };
    assert_eq!(refusal(flow.decide_comment(&maja, id, &approved, unseen).await), Problem::Changed);
    flow.decide_comment(&maja, id, &approved, Decision::Approved).await.unwrap();
    let stale = flow.look_again(&ole, id, &approved, seen, SecondLook::Yes).await;
    assert_eq!(refusal(stale), Problem::Changed, "a yes is to what was read");
    let (_, comment) = find("Morgenkaffen").await;
    flow.look_again(&ole, id, &approved, comment.reading.revision, SecondLook::Yes).await.unwrap();
    assert_eq!(quoted().await, 1);
    let (left_out, comment) = find("Det her").await;
    let nothing = flow.look_again(&ole, id, &left_out, comment.reading.revision, SecondLook::Yes).await;
    assert_eq!(refusal(nothing), Problem::Changed, "what is not quoted needs no yes");

    // Whoever decided is no second reader of it.
    flow.name_second_reader(&ole, id, Some(&number(&maja))).await.unwrap();
    let (other, comment) = find("Min kontaktperson").await;
    let self_made = flow.look_again(&maja, id, &other, comment.reading.revision, SecondLook::Yes).await;
    assert_eq!(refusal(self_made), Problem::OtherReader);
    flow.name_second_reader(&maja, id, None).await.unwrap();
    assert_eq!(quoted().await, 2);
}

pub async fn what_worries_is_marked_and_what_is_left_out_is_counted(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let maja = desk.facilitator().await;
    let groups = flow.comments(&maja, id).await.unwrap();
    let all = groups.into_iter().flat_map(|one| one.comments.unwrap_or_default()).collect::<Vec<_>>();
    let (key, _) = all.iter().find(|(_, comment)| comment.text.starts_with("Min kontaktperson")).unwrap();
    let readers = async || flow.readers(&maja, id).await.unwrap();
    assert_eq!(readers().await.worrying, 0);
    flow.mark_worrying(&maja, id, key, true).await.unwrap();
    assert_eq!(readers().await.worrying, 1);
    assert_eq!(flow.quotes(&maja, id).await.unwrap().len(), 2, "the mark says nothing of what may be quoted");
    flow.mark_worrying(&maja, id, key, false).await.unwrap();
    assert_eq!(readers().await.worrying, 0);
    assert!(matches!(flow.mark_worrying(&maja, id, "00", true).await, Err(Error::NotFound)));

    let left_out = readers().await.left_out;
    assert_eq!((left_out.by_readers(), left_out.by_writer), (0, 1), "its writer did not want it used");
    let (leader, _) = all.iter().find(|(_, comment)| comment.group.as_str() == "leaders").unwrap();
    let reason = Decision::LeftOut(Criterion::NotThePlace);
    flow.decide_comment(&maja, id, leader, reason).await.unwrap();
    assert_eq!(readers().await.left_out.by_criterion, [(Criterion::NotThePlace, 1)].into());
    let unsaid = flow.decide_comment(&maja, id, leader, Decision::LeftOut(Criterion::NotStated)).await;
    assert_eq!(problems(unsaid), [("criterion".to_owned(), Problem::NotAChoice)]);
    flow.decide_comment(&maja, id, leader, Decision::Waiting).await.unwrap();

    let naming = Decision::Rewritten("Lise glemmer aftaler.".into());
    let asked = Deciding { decision: naming, before: None, sure: false };
    let found = problems(flow.decide_comment(&maja, id, key, asked).await);
    assert_eq!(found, [("text".to_owned(), Problem::MayTellWho(vec!["Lise".to_owned()]))]);
}
