//! Booklets that were answered on paper, typed by two people.

use super::assessing::SECOND;
use super::{Desk, FACILITATOR, LEADER, PASSWORD, problems, refusal};
use crate::support::instrument;
use screening::answers::Answer;
use screening::double_entry::Field;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use tokio::task::JoinSet;
use workflow::answering::{BookletCode, Entry, EntryEnd, LastPost, PagePost, Token};
use workflow::{Actor, Error, Problem, Role, Workflow};

/// So many booklets lie in the pile.
const PILE: usize = 60;

fn code(code: &str) -> BookletCode {
    BookletCode { code: code.to_owned(), ..BookletCode::default() }
}

fn with_words(code: &str, words: &str) -> BookletCode {
    BookletCode { words: words.to_owned(), ..self::code(code) }
}

fn in_code(problem: Problem) -> Vec<(String, Problem)> {
    vec![("code".to_owned(), problem)]
}

/// A screening of `users` users that is open, with their codes.
async fn opened(flow: &Workflow, place: &str, users: u64) -> (String, Vec<String>) {
    let me = &Actor::CommandLine;
    let invited = Invited([("users".into(), [(String::new(), users)].into())].into());
    let settings = Settings { language: "da".into(), invited, closing_minutes: 30, ..Settings::default() };
    let id = flow.create_screening(me, place, "På papir", instrument(), settings).await.unwrap();
    let codes = flow.make_codes(me, &id).await.unwrap().into_iter().map(|one| one.code).collect();
    flow.open_screening(me, &id).await.unwrap();
    (id, codes)
}

/// Types whole pages: keys by indicator, and the words to the open question.
async fn types(
    flow: &Workflow,
    actor: &Actor,
    id: &str,
    token: &Token,
    keys: &[(usize, &str, &str)],
    open: &str,
) {
    for (page, indicator, key) in keys {
        let answers = [((*indicator).to_owned(), (*key).to_owned())].into();
        let post = PagePost { answers, comment: Some(String::new()), ..PagePost::default() };
        flow.type_page(actor, id, Some(token), *page, post).await.unwrap();
    }
    let last =
        LastPost { open_answer: Some(open.to_owned()), help: "relative".into(), ..LastPost::default() };
    flow.type_last(actor, id, Some(token), last).await.unwrap();
}

async fn once(flow: &Workflow, actor: &Actor, id: &str, token: &Token) -> String {
    match flow.finish_entry(actor, id, Some(token)).await.unwrap() {
        EntryEnd::Once(words) => words,
        other => panic!("typed once, not {other:?}"),
    }
}

pub async fn a_booklet_is_typed_by_two(desk: &Desk) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let (maja, ole) = (desk.facilitator().await, desk.signed_in(SECOND).await);
    let place = flow.facilitated_organisations(&maja).await.unwrap().remove(0).id;
    let (id, codes) = opened(flow, &place, 8).await;
    let (_, elsewhere) = opened(flow, &place, 1).await;
    let enter = async |who: &Actor, typed: BookletCode| flow.enter_booklet(who, &id, &typed, None).await;

    // Whoever types says first that they work elsewhere; a leader does not, whatever else they are.
    assert_eq!(problems(enter(&maja, code(&codes[0])).await), [("elsewhere".to_owned(), Problem::NotAgreed)]);
    let unsaid = flow.begin_typing(&maja, &id, false).await;
    assert_eq!(problems(unsaid), [("elsewhere".to_owned(), Problem::NotAgreed)]);
    flow.add_role(cli, LEADER, &place, Role::Facilitator).await.unwrap();
    let leader = desk.signed_in(LEADER).await;
    assert_eq!(refusal(flow.begin_typing(&leader, &id, true).await), Problem::LeaderTypes);
    flow.take_role(cli, leader.account().unwrap().id.as_str(), &place, Role::Facilitator).await.unwrap();
    for typist in [&maja, &maja, &ole] {
        flow.begin_typing(typist, &id, true).await.unwrap();
    }
    let typists = flow.typists(&maja, &id).await.unwrap();
    assert_eq!((typists.mine, typists.names), (true, vec!["Maja Holm".to_owned(), "Ole Lind".to_owned()]));

    // Codes that are none for a booklet here, each told apart.
    let Entry::Begin(screen) = flow.enter_code(&codes[1], false, None).await.unwrap() else {
        panic!("begins")
    };
    let of_the_screen = flow.pause(&screen, None).await.unwrap();
    flow.send(&screen).await.unwrap();
    let Entry::Begin(writes) = flow.enter_code(&codes[2], false, None).await.unwrap() else {
        panic!("begins")
    };
    let own_words = flow.pause(&writes, None).await.unwrap();
    for (typed, problem) in [
        ("", Problem::Empty),
        ("0000-0000-00001", Problem::CodeMistyped),
        ("0000-0000-016JD", Problem::CodeUnknown),
        (elsewhere[0].as_str(), Problem::CodeElsewhere),
        (codes[1].as_str(), Problem::CodeSpent),
    ] {
        assert_eq!(problems(enter(&maja, code(typed)).await), in_code(problem), "{typed}");
    }
    let begun = [("words".to_owned(), Problem::BookletBegun)];
    assert_eq!(problems(enter(&maja, code(&codes[2])).await), begun);
    let wrong = [("words".to_owned(), Problem::WrongWords)];
    assert_eq!(
        problems(enter(&maja, with_words(&codes[2], &own_words)).await),
        wrong,
        "a person's own on a screen"
    );
    assert_eq!(flow.questionnaire(&writes).await.unwrap().group.as_str(), "users", "it is theirs still");

    // Interrupted in the middle, it goes on elsewhere by its words; on a screen nobody goes on with it.
    let first = enter(&maja, code(&codes[0])).await.unwrap();
    let words = flow.booklet(&maja, &id, Some(&first)).await.unwrap().words.unwrap();
    assert_ne!(words, of_the_screen);
    let keys = [(1, "2.2", "4"), (1, "2.4", "0"), (2, "3.1", "-"), (2, "3.3", "3")];
    types(flow, &maja, &id, &first, &keys[..2], "").await;
    assert_eq!(problems(flow.continue_with_words(&codes[0], &words).await), in_code(Problem::OnPaper));
    assert!(matches!(flow.questionnaire(&first).await, Err(Error::NotFound)));
    assert!(matches!(flow.send(&first).await, Err(Error::NotFound)));
    let bad = [("2.2".to_owned(), "6".to_owned()), ("2.4".to_owned(), "5".to_owned())].into();
    let bad =
        flow.type_page(&maja, &id, Some(&first), 1, PagePost { answers: bad, ..PagePost::default() }).await;
    assert_eq!(problems(bad), [("answers[2.2]".to_owned(), Problem::OutsideScale)]);
    let lamp = enter(&maja, with_words(&codes[0], &words)).await.unwrap();
    let back = flow.booklet(&maja, &id, Some(&lamp)).await.unwrap();
    let answers = &back.questionnaire.draft.answers;
    assert_eq!((answers["2.2"], answers["2.4"]), (Answer::Step(4), Answer::Step(5)));
    assert_eq!(
        refusal(flow.booklet(&maja, &id, Some(&first)).await),
        Problem::NoBooklet,
        "it went elsewhere"
    );
    assert_eq!(refusal(flow.booklet(&ole, &id, Some(&lamp)).await), Problem::NoBooklet, "another account");
    types(flow, &maja, &id, &lamp, &keys, "Kaffen er god.").await;
    assert_eq!(once(flow, &maja, &id, &lamp).await, words);
    assert_eq!(once(flow, &maja, &id, &lamp).await, words, "pressed twice it is the same");

    // Never twice by the same; the second sees nothing of the first.
    let again = enter(&maja, with_words(&codes[0], &words)).await;
    assert_eq!(problems(again), in_code(Problem::TypedBefore));
    assert_eq!(
        problems(flow.enter_booklet(&maja, &id, &code(&codes[0]), Some(&lamp)).await),
        in_code(Problem::TypedBefore)
    );
    assert_eq!(problems(enter(&ole, code(&codes[0])).await), begun);
    assert_eq!(problems(enter(&ole, with_words(&codes[0], "bord fugl regn")).await), wrong);
    let second = enter(&ole, with_words(&codes[0], &words)).await.unwrap();
    let blank = flow.booklet(&ole, &id, Some(&second)).await.unwrap();
    assert!(blank.second && blank.words.is_none() && blank.differences.is_none());
    assert!(blank.questionnaire.draft.answers.is_empty() && blank.questionnaire.draft.open_answer.is_empty());
    let nothing = BTreeMap::new();
    let early = flow.settle_booklet(&ole, &id, Some(&second), &nothing).await;
    assert_eq!(refusal(early), Problem::NoBooklet, "nothing is settled before it is typed");
    let other = [(1, "2.2", "5"), (1, "2.4", "0"), (2, "3.1", "-"), (2, "3.3", "")];
    types(flow, &ole, &id, &second, &other, "Kaffen er gode.").await;

    // Closing begins meanwhile: what was begun goes on.
    flow.begin_closing(cli, &id).await.unwrap();
    assert_eq!(problems(enter(&maja, code(&codes[3])).await), in_code(Problem::Closing));
    assert_eq!(flow.finish_entry(&ole, &id, Some(&second)).await.unwrap(), EntryEnd::Differs);
    let told = flow.booklet(&ole, &id, Some(&second)).await.unwrap().differences.unwrap();
    let told: Vec<_> =
        told.iter().map(|one| (one.field.name(), one.first.as_str(), one.second.as_str())).collect();
    assert_eq!(
        told,
        [
            (Field::Answer("2.2".into()).name(), "4", "5"),
            (Field::Answer("3.3".into()).name(), "3", ""),
            (Field::OpenAnswer.name(), "Kaffen er god.", "Kaffen er gode."),
        ]
    );
    let settled = |values: &[(&str, &str)]| -> BTreeMap<String, String> {
        values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
    };
    let bad = settled(&[("item-2.2", "7"), ("open_answer", &"å".repeat(2001))]);
    assert_eq!(
        problems(flow.settle_booklet(&ole, &id, Some(&second), &bad).await),
        [
            ("settled[item-2.2]".to_owned(), Problem::OutsideScale),
            ("settled[item-3.3]".to_owned(), Problem::NotAChoice),
            ("settled[open_answer]".to_owned(), Problem::TooLong(2000)),
        ]
    );
    let chosen = settled(&[("item-2.2", "2"), ("item-3.3", "blank"), ("open_answer", "Kaffen er god!")]);
    for _ in 0..2 {
        flow.settle_booklet(&ole, &id, Some(&second), &chosen).await.unwrap();
    }
    assert_eq!(problems(enter(&ole, code(&codes[0])).await), in_code(Problem::CodeSpent));

    // One response with what the paper says; counted as paper, and the log says who typed and nothing more.
    let responses = flow.store.responses(&id).await.unwrap();
    let typed = responses.iter().find(|one| !one.answers.0.is_empty()).unwrap();
    assert_eq!(
        typed.answers.0,
        [
            ("2.2".into(), Answer::Step(2)),
            ("2.4".into(), Answer::DontKnow),
            ("3.1".into(), Answer::NotApplicable)
        ]
        .into()
    );
    assert_eq!(responses.len(), 2);
    flow.end_closing(cli, &id).await.unwrap();
    let comments = flow.store.comments(&id).await.unwrap();
    assert_eq!(comments.iter().map(|(_, one)| one.text.as_str()).collect::<Vec<_>>(), ["Kaffen er god!"]);
    let log = flow.own_record(&maja).await.unwrap().log;
    let lines: Vec<_> = log.iter().filter(|(_, event, _)| event == "booklets typed").collect();
    assert!(matches!(lines[..], [(_, _, detail)] if detail.is_empty()), "{lines:?}");
    assert_eq!(flow.store.typists(&id).await.unwrap(), [], "nobody types after the close");
    assert_eq!(refusal(flow.begin_typing(&maja, &id, true).await), Problem::WrongState);
}

/// The answer of a booklet's statement: `slip` is a typing mistake.
fn planted(booklet: usize, statement: usize, slip: bool) -> String {
    let step = 1 + (booklet * 7 + statement * 3) % 5;
    (if slip { 1 + step % 5 } else { step }).to_string()
}

/// Whether the first or the second typed this statement wrongly; a few statements of every third booklet.
fn slips(booklet: usize, statement: usize) -> [bool; 2] {
    let planted = booklet.is_multiple_of(3) && (booklet + statement).is_multiple_of(5);
    [planted && statement.is_multiple_of(2), planted && !statement.is_multiple_of(2)]
}

pub async fn a_pile_of_booklets_comes_in_as_it_stands_on_the_paper(desk: Desk) {
    let (flow, cli) = (desk.flow.clone(), &Actor::CommandLine);
    let place = flow.add_organisation(cli, "Bostedet Åkanden").await.unwrap().id;
    for (email, name) in [(FACILITATOR, "Maja Holm"), (SECOND, "Ole Lind")] {
        flow.add_account(cli, email, name, PASSWORD, false).await.unwrap();
        flow.add_role(cli, email, &place, Role::Facilitator).await.unwrap();
    }
    let (maja, ole) = (desk.facilitator().await, desk.signed_in(SECOND).await);
    let (id, codes) = opened(&flow, &place, PILE as u64).await;
    for typist in [&maja, &ole] {
        flow.begin_typing(typist, &id, true).await.unwrap();
    }
    let asked = flow.screening(&maja, &id).await.unwrap().instrument;
    let pages: Vec<Vec<String>> = asked
        .questionnaire(&"users".into(), screening::instrument::Form::Long)
        .into_iter()
        .map(|(_, asked)| asked.iter().map(|one| one.id.to_string()).collect())
        .collect();
    let mut pile = JoinSet::new();
    for (booklet, code) in codes.into_iter().enumerate() {
        let (flow, id, pages, typists) =
            (flow.clone(), id.clone(), pages.clone(), [maja.clone(), ole.clone()]);
        pile.spawn(async move { typed_twice(&flow, &id, booklet, &code, &pages, &typists).await });
    }
    let settled: usize = pile.join_all().await.into_iter().sum();
    let statements: usize = pages.iter().map(Vec::len).sum();
    let expected = (0..PILE).flat_map(|one| (0..statements).map(move |at| slips(one, at)));
    assert_eq!(settled, expected.filter(|slips| slips.contains(&true)).count());
    assert!(settled > 60, "{settled}");

    // Every booklet as it stands on the paper, none twice, none lost.
    let mut found: Vec<Vec<String>> = flow
        .store
        .responses(&id)
        .await
        .unwrap()
        .into_iter()
        .map(|one| pages.iter().flatten().map(|item| one.answers.0[item.as_str()].to_string()).collect())
        .collect();
    let mut paper: Vec<Vec<String>> =
        (0..PILE).map(|one| (0..statements).map(|at| planted(one, at, false)).collect()).collect();
    found.sort();
    paper.sort();
    assert_eq!(found, paper);
    assert_eq!(
        flow.counts(&maja, &id).await.unwrap().iter().map(|one| one.submitted).sum::<u64>(),
        PILE as u64
    );
}

/// How many answers were settled.
async fn typed_twice(
    flow: &Workflow,
    id: &str,
    booklet: usize,
    code: &str,
    pages: &[Vec<String>],
    typists: &[Actor; 2],
) -> usize {
    let (mut words, mut held) = (String::new(), None);
    for (turn, typist) in typists.iter().enumerate() {
        // Some share one computer, which holds the booklet; the others have nothing but its words.
        let here = held.as_ref().filter(|_| !booklet.is_multiple_of(4));
        let token = flow.enter_booklet(typist, id, &with_words(code, &words), here).await.unwrap();
        held = Some(token.clone());
        let mut statement = 0;
        for (page, items) in pages.iter().enumerate() {
            let mut post = PagePost::default();
            for item in items {
                post.answers
                    .insert(item.clone(), planted(booklet, statement, slips(booklet, statement)[turn]));
                statement += 1;
            }
            flow.type_page(typist, id, Some(&token), page + 1, post).await.unwrap();
        }
        match flow.finish_entry(typist, id, Some(&token)).await.unwrap() {
            EntryEnd::Once(three) => words = three,
            EntryEnd::Sent => return 0,
            EntryEnd::Differs => {
                let differences = flow.booklet(typist, id, Some(&token)).await.unwrap().differences.unwrap();
                let all: Vec<&String> = pages.iter().flatten().collect();
                let settled = all.iter().enumerate().map(|(at, item)| {
                    (Field::Answer(item.as_str().into()).name(), planted(booklet, at, false))
                });
                flow.settle_booklet(typist, id, Some(&token), &settled.collect()).await.unwrap();
                return differences.len();
            }
        }
    }
    panic!("typed twice it is sent")
}
