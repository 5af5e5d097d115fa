//! An instrument that comes in from a file: read without being kept, taken in as a draft, and put into one that a colleague
//! writes in at the same time; the groups, scale and languages of one's own.

use super::{Desk, LEADER, problems, refusal};
use crate::support::instrument;
use pejling::spreadsheet::SpreadsheetReader;
use screening::answers::import::{FileFault, FileProblem};
use screening::instrument::edit::{Draft, EditProblem, Part, PartChange, Reshape, TextPlace};
use screening::instrument::taking_in::{FaultPlace, TakenIn};
use screening::instrument::{Instrument, Why, sheet};
use std::collections::BTreeSet;
use workflow::instruments::{ReadAs, part_seen};
use workflow::{Actor, Error, Problem};

async fn drafted(desk: &Desk, actor: &Actor, own: &str) -> (i64, Draft) {
    let stored = desk.flow.own_instrument(actor, own).await.unwrap().draft.unwrap();
    (stored.revision, stored.draft)
}

fn csv(instrument: &Instrument) -> Vec<u8> {
    let mut bytes = Vec::new();
    sheet::write(instrument, &mut bytes).unwrap();
    bytes
}

async fn read(desk: &Desk, actor: &Actor, place: &str, file: Vec<u8>) -> Result<TakenIn, Error> {
    let how = ReadAs { language: "da", asked: "Brugere", file: "redskab.csv" };
    desk.flow.read_instrument(actor, place, &SpreadsheetReader::new(1), how, file).await
}

pub async fn a_file_becomes_a_draft(desk: &Desk) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let place = flow.facilitated_organisations(&actor).await.unwrap().remove(0).id;
    let before = flow.own_instruments(&actor).await.unwrap().len();

    // What is no instrument leaves nothing behind, and says where it fails.
    for (file, why) in [
        (Vec::new(), Problem::File(FileFault::file(FileProblem::Empty))),
        (b"%PDF-1.7\n1 0 obj\n".to_vec(), Problem::File(FileFault::file(FileProblem::UnknownKind))),
    ] {
        assert_eq!(problems(read(desk, &actor, &place, file).await), [("file".to_owned(), why)]);
    }
    let other = problems(read(desk, &actor, &place, b"Navn;Svar\nBo;4\n".to_vec()).await);
    assert!(matches!(&other[..], [(_, Problem::InstrumentFile(fault))] if fault.why == Why::NotAnInstrument));
    let text = String::from_utf8(csv(&instrument())).unwrap();
    let wrong = text.replacen("\"max\";\"5\"", "\"max\";\"50\"", 1);
    let line = 1 + wrong.lines().position(|line| line.contains("\"max\";\"50\"")).unwrap() as u64;
    let told = problems(read(desk, &actor, &place, wrong.into_bytes()).await);
    let place_of = FaultPlace::Cell(None, line, "structure".to_owned());
    assert!(
        matches!(&told[..], [(_, Problem::InstrumentFile(fault))] if fault.place == place_of),
        "{told:?}"
    );
    let leader = desk.signed_in(LEADER).await;
    assert!(matches!(read(desk, &leader, &place, csv(&instrument())).await, Err(Error::Forbidden)));
    assert_eq!(flow.own_instruments(&actor).await.unwrap().len(), before);

    // As Excel saves it for Danes, in its own letters.
    let windows: Vec<u8> = text
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect();
    let taken = read(desk, &actor, &place, windows).await.unwrap();
    assert_eq!(
        taken.draft.text(&TextPlace::Item("4.1".into(), "users".into()), "da"),
        "Jeg kan vælge mellem flere slags hjælp."
    );

    let untitled = flow.take_in_instrument(&actor, &place, &taken.draft, "da", " ").await;
    assert_eq!(problems(untitled), [("title".to_owned(), Problem::Empty)]);
    let taken = read(desk, &actor, &place, csv(&instrument())).await.unwrap();
    let own = flow.take_in_instrument(&actor, &place, &taken.draft, "da", "Fra et regneark").await.unwrap();
    let (revision, draft) = drafted(desk, &actor, &own).await;
    assert!(draft.written().id.starts_with("fra-et-regneark-"));
    assert_eq!((revision, draft.written().version), (1, 1));
    assert_eq!(draft.checked().unwrap().texts("en"), &{
        let mut same = instrument().texts("en").clone();
        draft.checked().unwrap().texts("en").title.clone_into(&mut same.title);
        same
    });

    into_a_draft_that_others_write_in(desk, &actor, &place, &own).await;
    what_stands_around_is_changed_by_two(desk, &actor, &own).await;
    let (revision, _) = drafted(desk, &actor, &own).await;
    flow.drop_instrument_draft(&actor, &own, revision).await.unwrap();
}

/// The file was made of what a draft held; a colleague has written in it since.
async fn into_a_draft_that_others_write_in(desk: &Desk, actor: &Actor, place: &str, own: &str) {
    let flow = &desk.flow;
    let (seen, draft) = drafted(desk, actor, own).await;
    let edited = String::from_utf8(csv(draft.written())).unwrap();
    let edited = edited.replace("Jeg kan vælge mellem flere slags hjælp.", "Jeg vælger selv min hjælp.");
    let read = read(desk, actor, place, edited.into_bytes()).await.unwrap();
    let title = TextPlace::PointTitle("2".into());
    let change = PartChange {
        texts: [((title.clone(), "da".to_owned()), "Mødet".to_owned())].into(),
        ..PartChange::default()
    };
    flow.write_instrument(actor, own, &title.part(), &part_seen(&draft, &title.part()), &change)
        .await
        .unwrap();
    let none = BTreeSet::new();
    let stale = flow.replace_instrument_draft(actor, own, seen, &read.draft, &none).await;
    assert_eq!(refusal(stale), Problem::Changed);
    let (seen, draft) = drafted(desk, actor, own).await;
    assert_eq!(draft.text(&title, "da"), "Mødet", "the colleague's words are still there");
    flow.replace_instrument_draft(actor, own, seen, &read.draft, &none).await.unwrap();
    let (_, now) = drafted(desk, actor, own).await;
    assert_eq!(now.text(&TextPlace::Item("4.1".into(), "users".into()), "da"), "Jeg vælger selv min hjælp.");
    assert_eq!((&now.written().id, now.written().version), (&draft.written().id, 1));
}

/// Two add and drop groups and languages; the second is told, and nothing of the first is lost.
async fn what_stands_around_is_changed_by_two(desk: &Desk, actor: &Actor, own: &str) {
    let flow = &desk.flow;
    let (seen, draft) = drafted(desk, actor, own).await;
    let users = Part::Group("users".into());
    let of_users = part_seen(&draft, &users);
    let add = Reshape::AddGroup("Pårørende".to_owned(), "da".to_owned());
    assert_eq!(
        flow.reshape_instrument(actor, own, seen, &add).await.unwrap(),
        Part::Group("paaroerende".into())
    );
    let late = flow.reshape_instrument(actor, own, seen, &Reshape::AddLanguage("ar".to_owned())).await;
    assert_eq!(refusal(late), Problem::Changed);
    let set = |key: &str, typed: &str| PartChange {
        set: [(key.to_owned(), typed.to_owned())].into(),
        ..PartChange::default()
    };
    // Another group is another part.
    flow.write_instrument(actor, own, &users, &of_users, &set("minutes", "9")).await.unwrap();
    let stale = flow.write_instrument(actor, own, &users, &of_users, &set("minutes", "12")).await;
    assert_eq!(refusal(stale), Problem::Edit(EditProblem::ChangedMeanwhile));
    let (_, draft) = drafted(desk, actor, own).await;
    let scale = part_seen(&draft, &Part::Scale);
    let wrong = flow.write_instrument(actor, own, &Part::Scale, &scale, &set("max", "12")).await;
    assert_eq!(problems(wrong), [("set[max]".to_owned(), Problem::Edit(EditProblem::Steps(12)))]);
    let wrong = flow.write_instrument(actor, own, &Part::Scale, &scale, &set("max", "ti")).await;
    assert_eq!(problems(wrong), [("set[max]".to_owned(), Problem::NotANumber(0, 255))]);
    let (revision, draft) = drafted(desk, actor, own).await;
    assert_eq!(draft.setting(&users, "minutes"), "9");
    let unfinished = flow.publish_instrument(actor, own, revision).await;
    assert_eq!(
        refusal(unfinished),
        Problem::Edit(EditProblem::Unfinished(3)),
        "asked nothing, and two names"
    );
}
