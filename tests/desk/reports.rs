//! The report, drafted, edited, released, read.

use super::assessing::SECOND as COLLEAGUE;
use super::stopping::on_disk;
use super::{Desk, LEADER, problems, refusal};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use screening::comment::Decision;
use screening::language;
use screening::report::{Origin, Report, SectionKind, plain_text};
use sha2::{Digest, Sha256};
use workflow::reports::{
    HandOver, HandOverItem, Lack, Look, Place, Released, Reset, Talk, TalkKind, TookPart, TypedSentence,
    fingerprint,
};
use workflow::{Actor, Error, Problem};

fn sentence<'a>(report: &'a Report, key: &str) -> Option<&'a screening::report::Sentence> {
    report.sentences().find(|sentence| sentence.key == key)
}

/// So many days from the day it is.
fn day(desk: &Desk, days: i64) -> Date {
    let (year, month, day) = desk.flow.clock.today();
    date(year, month, day).checked_add(days.days()).unwrap()
}

/// The same as it is written.
fn today(desk: &Desk, days: i64) -> String {
    let day = day(desk, days);
    language::of("da").date(day.year(), day.month(), day.day())
}

/// The report as its readers get it, with nothing of the desk behind it.
fn assert_frozen(released: &Released) {
    for sentence in released.report.sentences() {
        assert!(sentence.original.is_none() && sentence.basis.is_empty(), "{sentence:?}");
        assert!(!sentence.text.is_empty(), "{sentence:?}");
    }
    let json = serde_json::to_vec(&released.report).unwrap();
    let digest = Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(released.checksum, digest);
}

pub async fn the_report_is_edited_and_released(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (actor, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let draft = flow.draft_report(&actor, id).await.unwrap();
    assert_eq!(draft.title, "Bostedet Åkanden");
    assert!(draft.kicker.contains("Efterår 2026"), "{}", draft.kicker);
    let text = plain_text(&draft);
    assert!(text.contains("Morgenkaffen er det bedste på ugen."), "{text}");
    for hidden in ["Lise", "Det her er kun til jer", "Vi mangler tid", "Vi er på vej"] {
        assert!(!text.contains(hidden), "{hidden}");
    }

    let keys = draft.sentences().map(|sentence| sentence.key.clone()).collect::<Vec<_>>();
    let (changed, gone, kept) = (&keys[0], &keys[1], &keys[2]);
    let unknown = flow.edit_sentence(&actor, id, "ukendt", Some("Nyt.")).await;
    assert_eq!(problems(unknown), [("sentence".to_owned(), Problem::NotAChoice)]);
    let long = flow.edit_sentence(&actor, id, changed, Some(&"å".repeat(2001))).await;
    assert_eq!(problems(long), [("text".to_owned(), Problem::TooLong(2000))]);
    flow.edit_sentence(&actor, id, changed, Some(" Der er meget at bygge videre på. ")).await.unwrap();
    flow.edit_sentence(&actor, id, gone, Some("  ")).await.unwrap();
    flow.edit_sentence(&actor, id, kept, Some("Noget andet.")).await.unwrap();
    let own = sentence(&draft, kept).unwrap().text.clone();
    flow.edit_sentence(&actor, id, kept, Some(&own)).await.unwrap();
    let edited = flow.draft_report(&actor, id).await.unwrap();
    assert_eq!(sentence(&edited, changed).unwrap().text, "Der er meget at bygge videre på.");
    assert_eq!(
        sentence(&edited, changed).unwrap().original,
        sentence(&draft, changed).map(|s| s.text.clone())
    );
    assert_eq!(sentence(&edited, gone).unwrap().text, "");
    assert_eq!(sentence(&edited, kept), sentence(&draft, kept), "the draft's own text goes back to it");

    assert!(matches!(flow.released_report(&leader, id).await, Err(Error::Forbidden)));
    assert!(matches!(flow.released_report(&actor, id).await, Err(Error::NotFound)));
    assert!(flow.released_reports(&leader).await.unwrap().is_empty());
    // What nobody has read is deleted by whoever says yes to that many, and by nobody else.
    let lacks = flow.report_desk(&actor, id).await.unwrap().lacks;
    let unread = lacks.iter().find_map(|lack| match lack {
        Lack::Comments(count) => Some(*count),
        _ => None,
    });
    let unread = unread.unwrap();
    let lost = "Én kommentar nåede vi ikke at læse. Den er ikke med.";
    assert!(unread == 1 && text.contains(lost), "{unread}: {text}");
    let silent = flow.release_report(&actor, id).await;
    assert_eq!(problems(silent), [("unread".to_owned(), Problem::NotAgreed)]);
    let (_, original, _) = super::screenings::WORDS[1];
    assert!(on_disk(desk, original).await, "the attack finds what is there");
    assert_eq!(flow.release_again(&actor, id, "", unread).await.unwrap(), 1);
    assert!(!on_disk(desk, original).await, "the original is out of the files");
    let released = flow.released_report(&leader, id).await.unwrap();
    assert_eq!((released.version, &released.pdf), (1, &Vec::new()));
    assert!(released.report.version.contains("Version 1"), "{}", released.report.version);
    assert_frozen(&released);
    assert!(sentence(&released.report, gone).is_none(), "what was taken out is not there");
    let told = plain_text(&released.report);
    assert!(told.contains("Der er meget at bygge videre på.") && told.contains(lost), "{told}");
    // They are not said to be left out for a reason, then or later.
    let now = flow.draft_report(&actor, id).await.unwrap();
    assert!(plain_text(&now).contains(lost) && !text.contains("af grunde"), "{text}");

    // The originals are gone, but what is quoted stays.
    let comments = flow.store.comments(id).await.unwrap();
    let left = comments.iter().map(|(_, one)| one.text.as_str()).filter(|text| !text.is_empty());
    assert_eq!(left.collect::<Vec<_>>(), ["Morgenkaffen er det bedste på ugen."]);
    assert!(comments.iter().all(|(_, one)| one.decision != Decision::Waiting));
    assert_eq!(flow.quotes(&actor, id).await.unwrap().len(), 2);
}

pub async fn a_second_release_is_a_second_version(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (actor, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let first = flow.released_report(&leader, id).await.unwrap();
    let key = first.report.sentences().map(|sentence| sentence.key.clone()).next().unwrap();
    flow.edit_sentence(&actor, id, &key, None).await.unwrap();
    desk.clock.pass(60);
    assert_eq!(problems(flow.release_report(&actor, id).await), [("changes".to_owned(), Problem::Empty)]);
    assert_eq!(flow.release_again(&actor, id, " Den første sætning er udkastets igen ", 0).await.unwrap(), 2);
    let second = flow.released_report(&leader, id).await.unwrap();
    assert_eq!(second.version, 2);
    assert_ne!(second.checksum, first.checksum);
    let said = plain_text(&second.report);
    let changed = format!("Ændret i version 2 ({}): Den første sætning er udkastets igen.", today(desk, 0));
    assert!(said.contains(&changed), "{said}");
    assert_eq!(flow.released_version(&actor, id, 1).await.unwrap().checksum, first.checksum);
    assert!(matches!(flow.released_version(&leader, id, 1).await, Err(Error::Forbidden)));
    assert_frozen(&second);
    let list = flow.released_reports(&leader).await.unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].screening.as_str(), list[0].version), (id, 2));
    assert_eq!(list[0].organisation.name, "Bostedet Åkanden");
    let summaries = flow.screenings(&actor).await.unwrap();
    assert_eq!(summaries.iter().map(|one| one.released_version).collect::<Vec<_>>(), [Some(2)]);

    // Two at once: one is the next version, the other is told that something changed.
    let stale = Released { version: 2, ..second };
    assert!(!flow.store.release(id, &stale).await.unwrap());
    assert!(matches!(flow.release_report(&Actor::Visitor, id).await, Err(Error::NotSignedIn)));
}

fn seen(report: &Report, key: &str) -> String {
    fingerprint(&sentence(report, key).unwrap().text)
}

fn typed(report: &Report, key: &str, text: &str) -> TypedSentence {
    TypedSentence { key: key.to_owned(), text: text.to_owned(), seen: seen(report, key) }
}

/// Two have the draft open: each keeps what they wrote, and is told where the other was faster.
pub async fn two_write_in_the_draft_at_once(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (fie, anna) = (desk.facilitator().await, desk.signed_in(COLLEAGUE).await);
    let drawn = flow.draft_report(&fie, id).await.unwrap();
    let keys = drawn.sentences().map(|sentence| sentence.key.clone()).collect::<Vec<_>>();
    let (one, other) = (keys[0].as_str(), keys[1].as_str());
    // Both forms hold every sentence; only what somebody changed counts.
    let both = |first: &str, second: &str| vec![typed(&drawn, one, first), typed(&drawn, other, second)];
    let untouched = |key: &str| sentence(&drawn, key).unwrap().text.clone();
    flow.save_sentences(&anna, id, both("Annas ord.", &untouched(other)), Vec::new()).await.unwrap();
    flow.save_sentences(&fie, id, both(&untouched(one), "Fies ord."), Vec::new()).await.unwrap();
    let now = flow.draft_report(&fie, id).await.unwrap();
    let stands = |report: &Report, key: &str| sentence(report, key).unwrap().text.clone();
    assert_eq!((stands(&now, one).as_str(), stands(&now, other).as_str()), ("Annas ord.", "Fies ord."));

    let late = flow.save_sentences(&fie, id, both("Fie retter det samme.", "Fies ord."), Vec::new()).await;
    let changed = |key: &str| (format!("text.{key}"), Problem::SentenceChanged);
    assert_eq!(problems(late), [changed(one)]);
    let now = flow.draft_report(&fie, id).await.unwrap();
    assert_eq!(stands(&now, one), "Annas ord.");
    flow.save_sentences(&fie, id, vec![typed(&now, one, "Fies og Annas ord.")], Vec::new()).await.unwrap();

    // A section goes back to the draft, but for what somebody wrote since the page was drawn.
    let now = flow.draft_report(&fie, id).await.unwrap();
    let mut page: std::collections::BTreeMap<_, _> =
        keys.iter().map(|key| (key.clone(), seen(&now, key))).collect();
    page.insert(one.to_owned(), seen(&drawn, one));
    let section = Reset::Section(SectionKind::InShort);
    assert_eq!(problems(flow.reset_sentences(&fie, id, &section, &page).await), [changed(one)]);
    let now = flow.draft_report(&fie, id).await.unwrap();
    assert_eq!(stands(&now, one), "Fies og Annas ord.");
    assert_eq!(stands(&now, other), untouched(other), "the rest is the draft's again");
    let page = [(one.to_owned(), seen(&now, one))].into();
    flow.reset_sentences(&fie, id, &Reset::Sentence(one.to_owned()), &page).await.unwrap();
    assert_eq!(flow.draft_report(&fie, id).await.unwrap(), drawn);
}

/// Added sentences come last, pasted markup is plain, and nothing that was typed is lost with the sentence it was
/// typed in.
pub async fn sentences_are_added_and_pasted(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let fie = desk.facilitator().await;
    let add = |text: &str| vec![(SectionKind::InShort, text.to_owned())];
    let word = "<p class=MsoNormal>Vi spørger igen i <b>maj</b>.<o:p></o:p></p>";
    for text in [word, "Vi spørger igen i maj.", "Og i juni."] {
        flow.save_sentences(&fie, id, Vec::new(), add(text)).await.unwrap();
    }
    let long = flow.save_sentences(&fie, id, Vec::new(), add(&"ord ".repeat(3000))).await;
    assert_eq!(problems(long), [("add.in-short".to_owned(), Problem::TooLong(2000))]);
    let report = flow.draft_report(&fie, id).await.unwrap();
    let own = |report: &Report| {
        let own = report.sentences().filter(|one| one.origin() == Origin::Own);
        own.map(|one| one.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(own(&report), ["Vi spørger igen i maj.", "Og i juni."]);

    // One takes it out while another writes in it.
    let key = "own.in-short.1";
    flow.save_sentences(&fie, id, vec![typed(&report, key, "")], Vec::new()).await.unwrap();
    flow.save_sentences(&fie, id, vec![typed(&report, key, "Skrevet imens.")], Vec::new()).await.unwrap();
    let report = flow.draft_report(&fie, id).await.unwrap();
    assert_eq!(own(&report), ["Og i juni.", "Skrevet imens."]);

    // 3,000 words more, a text at a time: it says that it is too long, and can't be released so.
    let many = (1..=8).map(|at| (SectionKind::InShort, format!("Del {at}: {}", "ord ".repeat(400))));
    flow.save_sentences(&fie, id, Vec::new(), many.collect()).await.unwrap();
    let view = flow.report_desk(&fie, id).await.unwrap();
    assert!(view.length.too_long() && view.lacks.contains(&Lack::Pages), "{:?}", view.length);
    assert_eq!(view.length.longest()[0].0, SectionKind::InShort);
    let unread = flow.release_again(&fie, id, "", usize::MAX).await;
    assert_eq!(refusal(unread), Problem::TooManyPages(5));
    let out = view.report.sentences().filter(|one| one.origin() == Origin::Own);
    let out = out.map(|one| typed(&view.report, &one.key, "")).collect();
    flow.save_sentences(&fie, id, out, Vec::new()).await.unwrap();
    assert!(own(&flow.draft_report(&fie, id).await.unwrap()).is_empty());
}

/// A colleague reads it through; the leader checks the facts; what is missing is told and blocks nothing.
pub async fn a_draft_is_read_through_and_talked_over(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (fie, anna) = (desk.facilitator().await, desk.signed_in(COLLEAGUE).await);
    let at = Place::Sentence("in-short.first-step".to_owned());
    let nowhere = Place::Sentence("ukendt".to_owned());
    assert_eq!(
        problems(flow.add_review_note(&anna, id, nowhere, " ").await),
        [("place".to_owned(), Problem::NotAChoice), ("note".to_owned(), Problem::Empty)]
    );
    for _ in 0..2 {
        flow.add_review_note(&anna, id, at.clone(), "Kan det siges kortere?").await.unwrap();
    }
    let view = flow.report_desk(&fie, id).await.unwrap();
    assert_eq!(view.notes.len(), 1, "a double click is one note");
    for lack in [Lack::Notes(1), Lack::SecondReader, Lack::Talk(TalkKind::FactCheck)] {
        assert!(view.lacks.contains(&lack), "{lack:?} in {:?}", view.lacks);
    }
    let note = &view.notes[0];
    flow.settle_review_note(&fie, id, &note.id, note.revision, true).await.unwrap();
    assert_eq!(
        refusal(flow.settle_review_note(&anna, id, &note.id, note.revision, false).await),
        Problem::Changed
    );
    flow.read_through(&anna, id).await.unwrap();

    let talk = |days: i64| Talk {
        date: day(desk, days),
        present: [TookPart::Management, TookPart::Facilitators].into(),
        account: "Antallet af ansatte er rettet.".to_owned(),
    };
    let none = flow.report_desk(&fie, id).await.unwrap().record.talk_seen(TalkKind::FactCheck);
    let tomorrow = flow.record_talk(&fie, id, TalkKind::FactCheck, &none, talk(1)).await;
    assert_eq!(problems(tomorrow), [("date".to_owned(), Problem::NotADate)]);
    flow.record_talk(&fie, id, TalkKind::FactCheck, &none, talk(-1)).await.unwrap();
    let late = flow.record_talk(&anna, id, TalkKind::FactCheck, &none, talk(-2)).await;
    assert_eq!(refusal(late), Problem::Changed);
    let view = flow.report_desk(&fie, id).await.unwrap();
    for lack in [Lack::Notes(1), Lack::SecondReader, Lack::Talk(TalkKind::FactCheck)] {
        assert!(!view.lacks.contains(&lack), "{lack:?}");
    }
    let told = format!(
        "Ledelsen har set udkastet igennem den {} for at rette det, der ikke passer.",
        today(desk, -1)
    );
    assert!(plain_text(&view.report).contains(&told));
    assert_eq!(view.changed, [], "nothing has changed since");
    what_is_changed_since_is_told(desk, id).await;
}

/// A text is changed after it was read through and talked over: the desk and the report say so, until it is as it was.
async fn what_is_changed_since_is_told(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (fie, anna) = (desk.facilitator().await, desk.signed_in(COLLEAGUE).await);
    let fact_check = Look::Talk(TalkKind::FactCheck);
    let keys: Vec<_> =
        flow.draft_report(&fie, id).await.unwrap().sentences().map(|one| one.key.clone()).collect();
    let after = "for at rette det, der ikke passer. Derefter er";
    for (count, said) in [(1, "én tekst ændret."), (2, "to tekster ændret.")] {
        flow.edit_sentence(&fie, id, &keys[count], Some(&format!("Det er ikke set {count}."))).await.unwrap();
        let view = flow.report_desk(&fie, id).await.unwrap();
        for look in [Look::ReadThrough, fact_check] {
            assert!(view.lacks.contains(&Lack::Changed(look, count)), "{:?}", view.lacks);
        }
        assert_eq!(view.changed[0].1.keys, keys[1..=count]);
        let text = plain_text(&view.report);
        assert!(text.contains(&format!("{after} {said}")), "{text}");
    }
    // Anna reads again; the talk was held yesterday, whatever is written about it now, and one today has seen it all.
    flow.read_through(&anna, id).await.unwrap();
    let record = |days: i64| Talk {
        date: day(desk, days),
        present: [TookPart::Management].into(),
        account: "Mere om det.".to_owned(),
    };
    let looks = async || {
        let view = flow.report_desk(&fie, id).await.unwrap();
        let seen = view.record.talk_seen(TalkKind::FactCheck);
        (view.changed.into_iter().map(|(look, _)| look).collect::<Vec<_>>(), seen)
    };
    let (changed, seen) = looks().await;
    assert_eq!(changed, [fact_check]);
    flow.record_talk(&fie, id, TalkKind::FactCheck, &seen, record(-1)).await.unwrap();
    let (changed, seen) = looks().await;
    assert_eq!(changed, [fact_check]);
    flow.record_talk(&fie, id, TalkKind::FactCheck, &seen, record(-2)).await.unwrap();
    let (changed, seen) = looks().await;
    assert_eq!(changed, [fact_check], "written today, of a day before the texts were");
    flow.record_talk(&fie, id, TalkKind::FactCheck, &seen, record(0)).await.unwrap();
    assert_eq!(looks().await.0, []);
    for key in &keys[1..=2] {
        flow.edit_sentence(&fie, id, key, None).await.unwrap();
    }
    assert_eq!(looks().await.0, [Look::ReadThrough, fact_check], "back to the draft is a change too");
}

/// Whether a paragraph was there without what a version brought.
fn came_without(before: &str, added: &[&String]) -> bool {
    added.iter().any(|line| line.starts_with(before) && line.len() > before.len())
}

/// Management answers in a version that changes nothing else, and what a leader wrote only a leader changes.
pub async fn management_answers(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (fie, leader) = (desk.facilitator().await, desk.signed_in(LEADER).await);
    let before = flow.released_report(&leader, id).await.unwrap();
    let seen = before.version;
    let long = "Linje.\n".repeat(11);
    assert_eq!(
        problems(flow.answer_report(&leader, id, seen, &long).await),
        [("answer".to_owned(), Problem::TooManyLines(10))]
    );
    let answer = "Vi begynder med planen i maj.\n<b>Fejl</b> retter vi & siger tak.";
    assert_eq!(flow.answer_report(&leader, id, seen, answer).await.unwrap(), seen + 1);
    assert_eq!(refusal(flow.answer_report(&leader, id, seen, "For sent.").await), Problem::Changed);
    assert_eq!(refusal(flow.answer_report(&fie, id, seen + 1, "Andet.").await), Problem::LeaderAnswered);
    let after = flow.released_report(&leader, id).await.unwrap();
    assert_frozen(&after);
    let lines = |report: &Report| {
        plain_text(report).split("\n\n").map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    let (old, new) = (lines(&before.report), lines(&after.report));
    let added: Vec<&String> = new.difference(&old).collect();
    assert_eq!(added.len(), 4, "two lines, the version, and what it brought: {added:?}");
    assert!(added.iter().any(|line| *line == "<b>Fejl</b> retter vi & siger tak."), "printed as it came");
    let came = format!("Version {} ({}): Ledelsens svar er kommet til.", seen + 1, today(desk, 0));
    assert!(added.iter().any(|line| line.ends_with(&came)), "{added:?}");
    let gone: Vec<&String> = old.difference(&new).collect();
    assert!(gone.len() == 2 && gone.iter().any(|line| came_without(line, &added)), "{gone:?}");
    let answered = "De, der leder stedet, har svaret. Svaret står i rapporten.";
    let easy = |report: &Report| {
        let sections = report.for_participants.iter().flat_map(|section| &section.blocks);
        sections.flat_map(|block| block.sentences()).any(|one| one.text == answered)
    };
    assert!(easy(&after.report) && !easy(&before.report));

    // The next version of the draft has it too, and nobody can edit it there.
    flow.release_again(&fie, id, "En slåfejl er rettet", 0).await.unwrap();
    let text = plain_text(&flow.released_report(&leader, id).await.unwrap().report);
    assert!(
        text.contains("Vi begynder med planen i maj.")
            && text.contains("En slåfejl er rettet.")
            && text.contains(&came),
        "{text}"
    );
    let edit = flow.edit_sentence(&fie, id, "questions.answer.1", Some("Andet.")).await;
    assert_eq!(problems(edit), [("sentence".to_owned(), Problem::NotAChoice)]);
    let changes = flow.hand_over(&fie, id).await.unwrap().versions;
    let changes: Vec<&str> = changes.iter().map(|version| version.changes.as_str()).collect();
    assert_eq!(changes, ["", "Den første sætning er udkastets igen", "", "En slåfejl er rettet"]);
}

/// The page to those who took part is due fourteen days after the first release.
pub async fn it_is_handed_over(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let fie = desk.facilitator().await;
    let view = flow.hand_over(&fie, id).await.unwrap();
    // By now it is past midnight: released on the 22nd.
    assert_eq!(view.participants_by, Some(jiff::civil::date(2026, 12, 6)));
    assert!(!view.late);
    let before = view.record.hand_over;
    let with = |meeting: &str, done: &[HandOverItem]| HandOver {
        meeting: meeting.to_owned(),
        done: done.iter().copied().collect(),
    };
    // Two had the page open.
    let one = with("tirsdag kl. 10", &[HandOverItem::Users]);
    flow.save_hand_over(&fie, id, &before, one).await.unwrap();
    flow.save_hand_over(&fie, id, &before, with("", &[HandOverItem::Staff])).await.unwrap();
    let kept = flow.hand_over(&fie, id).await.unwrap().record.hand_over;
    assert_eq!(kept, with("tirsdag kl. 10", &[HandOverItem::Users, HandOverItem::Staff]));
}
