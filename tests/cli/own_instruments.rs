//! An organisation's own instruments on the command line: only one that is published, only where the name is one's alone,
//! and only for the organisation whose it is.

use super::{folder, run};
use pejling::adapters::{SystemClock, SystemRandomness};
use pejling::printing::PdfPrinter;
use pejling::store::SqlStore;
use screening::instrument::edit::{Part, PartChange, TextPlace};
use std::fs;
use std::sync::Arc;
use workflow::instruments::part_seen;
use workflow::sealing::SlowHash;
use workflow::{Actor, Workflow};

const TITLE: &str = "Vores ord";
const SENTENCE: &str = "Jeg vælger selv min hjælp.";

/// An organisation with an instrument of its own, published where that is said: the id in its files.
async fn own(flow: &Workflow, place: &str, title: &str, published: bool) -> String {
    let line = Actor::CommandLine;
    let place = match flow.organisations(&line).await.unwrap().into_iter().find(|one| one.name == place) {
        Some(place) => place,
        None => flow.add_organisation(&line, place).await.unwrap(),
    };
    let source = pejling::instruments::find("recovery-orientering").unwrap();
    let id = flow.copy_instrument(&line, &place.id, &source, "da", title).await.unwrap();
    let draft = flow.own_instrument(&line, &id).await.unwrap().draft.unwrap().draft;
    let item = TextPlace::Item("4.1".into(), "users".into());
    let part: Part = item.part();
    let texts = [((item, "da".to_owned()), SENTENCE.to_owned())].into();
    let change = PartChange { texts, ..PartChange::default() };
    flow.write_instrument(&line, &id, &part, &part_seen(&draft, &part), &change).await.unwrap();
    if published {
        flow.publish_instrument(&line, &id, 2).await.unwrap();
    }
    draft.written().id.clone()
}

#[test]
fn an_instrument_of_ones_own_is_taken_by_id_or_title() {
    let folder = folder("own-instruments");
    let url = format!("sqlite://{}", folder.join("pejling.db").display());
    let work = async {
        let store = SqlStore::open(&url).await.unwrap();
        let flow = Workflow {
            store: Arc::new(store.clone()),
            clock: Arc::new(SystemClock::new()),
            random: Arc::new(SystemRandomness),
            printer: Arc::new(PdfPrinter::new(1)),
            slow_hash: SlowHash::new(1),
        };
        let ours = own(&flow, "Åhusene", TITLE, true).await;
        own(&flow, "Åhusene", "Kun begyndt", false).await;
        let theirs = own(&flow, "Søhusene", "Deres ord", true).await;
        let both =
            [own(&flow, "Åhusene", "Fælles", true).await, own(&flow, "Søhusene", "Fælles", true).await];
        store.db.close().await;
        (ours, theirs, both)
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let (ours, theirs, both) = runtime.block_on(work);
    let at = ["--database", url.as_str()];
    let with = |arguments: &[&str]| run(&[arguments, at.as_slice()].concat(), "");

    let (code, list, errors) = with(&["instrument", "list"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    for line in [
        "recovery-orientering\t1\tRecovery-orientering".to_owned(),
        format!("{ours}\t1\t{TITLE}\tÅhusene"),
        "\tdraft\tKun begyndt\tÅhusene".to_owned(),
    ] {
        assert!(list.contains(&line), "{line} in {list}");
    }

    // By its id and by its title, as a sheet.
    for (name, file) in [(ours.as_str(), "id.csv"), ("vores ord", "titel.csv")] {
        let file = folder.join(file);
        let (code, out, errors) = with(&["instrument", "export", name, "--csv", file.to_str().unwrap()]);
        assert_eq!((code, errors.as_str()), (0, ""), "{out}");
        assert!(fs::read_to_string(&file).unwrap().contains(SENTENCE));
    }
    let create = |instrument: &str, place: &str| {
        let make = ["screening", "create", "--organisation", place, "--instrument", instrument];
        with(&[&make[..], &["--invite", "users=6", "--open"]].concat())
    };
    let (code, codes, errors) = create(&ours, "Åhusene");
    assert_eq!((code, codes.lines().count()), (0, 7), "{errors}");
    let answers = folder.join("svar.csv");
    let source = pejling::instruments::find("recovery-orientering").unwrap();
    let ids: Vec<&str> = source.indicators().map(|one| one.id.as_str()).collect();
    let mut rows = format!("response_id,group,{}\n", ids.join(","));
    for (person, answer) in [4, 4, 5, 3, 4].iter().enumerate() {
        let cells: Vec<String> =
            ids.iter().map(|id| if *id == "4.1" { answer.to_string() } else { String::new() }).collect();
        rows += &format!("{person},users,{}\n", cells.join(","));
    }
    fs::write(&answers, rows).unwrap();
    let file = answers.to_str().unwrap();
    let (code, scores, errors) = with(&["score", "--instrument", TITLE, "--responses", file]);
    assert!(code == 0 && scores.contains("indicator,4.1,users"), "{errors}");

    // What can't be taken says why, on one line.
    for (name, place, why) in [
        ("Kun begyndt", "Åhusene", "only a draft"),
        (theirs.as_str(), "Åhusene", "belongs to Søhusene"),
        ("findes-ikke", "Åhusene", ours.as_str()),
    ] {
        let (code, _, errors) = create(name, place);
        assert_eq!((code, errors.lines().count()), (1, 1), "{errors}");
        assert!(errors.contains(why), "{why}: {errors}");
    }
    let (code, _, errors) = with(&["score", "--instrument", "Fælles", "--responses", file]);
    assert!(code == 2 && both.iter().all(|id| errors.contains(id.as_str())), "{errors}");
    assert_eq!(create("Fælles", "Åhusene").0, 0, "each organisation has one of the name");
    let (code, _, errors) = run(&["score", "--instrument", &ours, "--responses", file], "");
    assert!(code == 1 && errors.contains("--database"), "{errors}");
}
