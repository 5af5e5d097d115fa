//! Files beside what was read and seen.

use super::{Desk, problems, refusal};
use screening::attachment::{AttachmentFault, AttachmentKind};
use screening::evidence::{Evidence, EvidenceKind};
use workflow::attachments::{Added, Attachment, NewAttachment};
use workflow::{Error, Problem};

fn text(title: &str) -> Evidence {
    Evidence {
        kind: EvidenceKind::Document,
        title: title.into(),
        document_kind: String::new(),
        date: String::new(),
        text: "Der står, hvem man kan gå til.".into(),
        indicators: vec!["4.1".into()],
    }
}

pub async fn a_file_is_laid_beside_a_text_and_goes_with_it(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let before = flow.evidence(&actor, id).await.unwrap();
    for title in ["Folder", "Husregler"] {
        flow.add_evidence(&actor, id, text(title)).await.unwrap();
    }
    let mut added = flow.evidence(&actor, id).await.unwrap();
    added.retain(|(known, _)| before.iter().all(|(other, _)| other != known));
    let [(folder, _), (rules, _)] = &added[..] else { panic!("two texts: {added:?}") };

    let add = async |evidence: &str, name: &str, bytes: &[u8]| {
        flow.add_attachment(&actor, id, evidence, name, bytes.to_vec()).await
    };
    assert_eq!(refusal(add(folder, "a.txt", b"Ro.").await), Problem::WrongState, "off until switched on");
    for _ in 0..2 {
        flow.switch_attachments(&actor, id, true).await.unwrap();
    }
    let unknown = add("unknown", "a.txt", b"Ro.").await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    let page = problems(add(folder, "side.pdf", b"<html>").await);
    assert_eq!(page, [("file".to_owned(), Problem::Attachment(AttachmentFault::Kind))]);

    // Its content says what it is; the same bytes are beside one text once, and beside another again.
    for (evidence, name) in [(folder, "regler.docx"), (folder, "igen.txt"), (rules, "regler.txt")] {
        add(evidence, name, b"Ro efter kl. 22.").await.unwrap();
    }
    let files = flow.attachments(&actor, id).await.unwrap();
    let mut said: Vec<_> = files.files.iter().map(|file| (&file.evidence, &*file.name, file.size)).collect();
    said.sort();
    let mut expected = [(folder, "regler.txt", 16), (rules, "regler.txt", 16)];
    expected.sort();
    assert_eq!((files.on, files.size(), said), (true, 32, expected.to_vec()));
    let own = files.beside(folder).next().unwrap().clone();
    let read = flow.attachment(&actor, id, &own.id).await.unwrap();
    assert_eq!(read, (own.clone(), b"Ro efter kl. 22.".to_vec()));

    // There is room for two of three that come at once.
    let new = |number: u8| NewAttachment {
        about: Attachment {
            id: format!("{number:032x}"),
            evidence: rules.clone(),
            name: "stor.txt".into(),
            kind: AttachmentKind::Txt,
            size: 100,
        },
        digest: [number; 32],
        now: 0,
        bytes: vec![b'a'; 100],
    };
    let news = [new(1), new(2), new(3)];
    let store = async |place: usize| flow.store.add_attachment(id, &news[place], 232).await.unwrap();
    let came = tokio::join!(store(0), store(1), store(2));
    let mut came = [came.0, came.1, came.2].map(|one| one == Added::NoRoom);
    came.sort_unstable();
    assert_eq!(came, [false, false, true]);
    assert_eq!(flow.attachments(&actor, id).await.unwrap().size(), 232);

    // Off again, nothing more comes and what is there can be read and removed.
    flow.switch_attachments(&actor, id, false).await.unwrap();
    assert_eq!(refusal(add(folder, "b.txt", b"Mere.").await), Problem::WrongState);
    flow.remove_attachment(&actor, id, &own.id).await.unwrap();
    let gone = flow.remove_attachment(&actor, id, &own.id).await;
    assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
    for (evidence, _) in &added {
        flow.remove_evidence(&actor, id, evidence).await.unwrap();
    }
    assert_eq!(flow.attachments(&actor, id).await.unwrap().files, []);
    assert_eq!(flow.evidence(&actor, id).await.unwrap(), before);
    assert_eq!(flow.store.mark("tidy-due").await.unwrap(), None, "their bytes are out of the files too");
}
