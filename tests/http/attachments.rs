//! Files over the wire: what is sent up, by whom, and how it comes down again.

use crate::held::{Held, PASSWORD, SAME, words};
use crate::server::{Reply, exchange};
use screening::evidence::{Evidence, EvidenceKind};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use workflow::{Actor, Role};

const PDF: &str = "%PDF-1.7\n1 0 obj (Husregler til alle)\n%%EOF\n";

/// A screening with one document, and attaching switched on.
async fn with_document() -> (Held, String) {
    let held = Held::new("recovery-orientering", &[("staff", 6, 4)], false).await;
    let (flow, me) = (&held.server.workflow, Actor::CommandLine);
    let document = Evidence {
        kind: EvidenceKind::Document,
        title: "Velkomstfolder".into(),
        document_kind: "folder".into(),
        date: "3. november".into(),
        text: "Folderen siger, at man selv vælger sin kontaktperson.".into(),
        indicators: vec!["1.1".into()],
    };
    flow.add_evidence(&me, &held.id, document).await.expect("a document");
    let evidence = flow.evidence(&me, &held.id).await.expect("evidence").remove(0).0;
    (held, evidence)
}

fn body(name: &str, content: &str) -> String {
    format!(
        "--grænse\r\nContent-Disposition: form-data; name=\"indicator\"\r\n\r\n1.1\r\n--grænse\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n\
         {content}\r\n--grænse--\r\n"
    )
    .replace("grænse", "7f3c9d")
}

fn request(held: &Held, evidence: &str, headers: &str, body: &str) -> String {
    let (id, host, length) = (&held.id, held.server.address, body.len());
    format!(
        "POST /screeninger/{id}/bilag/til/{evidence} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n{headers}\r\n\
         Content-Type: multipart/form-data; boundary=7f3c9d\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

async fn send(held: &Held, evidence: &str, headers: &str, name: &str, content: &str) -> Reply {
    let request = request(held, evidence, headers, &body(name, content));
    exchange(held.server.address, &request).await.expect("an answer")
}

async fn names(held: &Held) -> Vec<String> {
    let files = held.server.workflow.attachments(&Actor::CommandLine, &held.id).await.expect("files");
    files.files.into_iter().map(|file| file.name).collect()
}

/// The page that a reply with a cookie leads to.
async fn followed(held: &Held, reply: &Reply) -> String {
    let cookies: Vec<&str> =
        reply.headers("set-cookie").filter_map(|cookie| cookie.split(';').next()).collect();
    let headers = format!("{}; {}", held.who[0], cookies.join("; "));
    words(&held.server.get_with(reply.header("location").expect("a page"), &headers).await.body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_off_until_somebody_switches_it_on() {
    let (held, evidence) = with_document().await;
    let said = words(&held.get("dokumenter").await.body);
    assert!(said.contains("Bilag er slået fra. Læg ikke planer, journaler eller dagbøger op."), "{said}");
    assert!(!words(&held.get("dokumenter/1.1").await.body).contains("Læg filen ved"));
    let early = send(&held, &evidence, &held.who[0], "a.pdf", PDF).await;
    assert_ne!(early.status, 200);
    assert_eq!(names(&held).await, [""; 0]);
    held.post(0, "switch-attachments", "on=on").await;
    assert!(words(&held.get("dokumenter/1.1").await.body).contains("Læg filen ved"));
    let sent = send(&held, &evidence, &held.who[0], "Husregler.pdf", PDF).await;
    assert_eq!(
        (sent.status, sent.header("location").is_some_and(|to| to.ends_with("/dokumenter/1.1"))),
        (303, true)
    );
    // The same again, as by a double click, is there once.
    send(&held, &evidence, &held.who[1], "Husregler.pdf", PDF).await;
    assert_eq!(names(&held).await, ["Husregler.pdf"]);
    // Switched off, it can still be fetched.
    held.post(0, "switch-attachments", "on=off").await;
    let page = held.get("dokumenter/1.1").await.body;
    assert!(words(&page).contains("Husregler.pdf") && !words(&page).contains("Læg filen ved"));
    assert_ne!(send(&held, &evidence, &held.who[0], "b.txt", "Ro.").await.status, 200);
    assert_eq!(names(&held).await, ["Husregler.pdf"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_down_is_bytes_and_nothing_a_browser_runs() {
    let (held, evidence) = with_document().await;
    held.post(0, "switch-attachments", "on=on").await;
    let hostile = "../..\\x\u{202e}gnp.exe; filename=b.html\r\nSet-Cookie: a=b";
    let cleaned = hostile.replace("\r\n", "%0D%0A").replace('"', "%22");
    send(&held, &evidence, &held.who[0], &cleaned, PDF).await;
    let files = held.server.workflow.attachments(&Actor::CommandLine, &held.id).await.expect("files").files;
    let [file] = &files[..] else { panic!("one file: {files:?}") };
    assert!(
        file.name.ends_with(".pdf") && !file.name.contains(['/', '\\', ';', '%', '\u{202e}', '\r']),
        "{}",
        file.name
    );
    let down = held.get(&format!("bilag/{}", file.id)).await;
    assert_eq!((down.status, down.body.as_str()), (200, PDF));
    assert_eq!(down.header("content-type"), Some("application/octet-stream"));
    assert_eq!(down.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(down.header("cache-control"), Some("no-store"));
    let disposition = down.header("content-disposition").expect("a disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"") && !disposition.contains("html\r"),
        "{disposition}"
    );
    assert!(down.headers("content-security-policy").any(|policy| policy.starts_with("sandbox")));
    assert!(down.headers("content-security-policy").all(|policy| policy.contains("default-src 'none'")));
    assert!(down.headers("set-cookie").next().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_none_of_the_kinds_is_refused_with_its_mend() {
    let (held, evidence) = with_document().await;
    held.post(0, "switch-attachments", "on=on").await;
    let long = "a".repeat((5 << 20) + 1);
    for (name, content, said) in [
        ("side.pdf", "<!DOCTYPE html><script>alert(1)</script>", "Gem den som PDF"),
        ("tegning.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "Gem den som PDF"),
        ("billede.png", "MZ\u{1}\u{2}", "Gem den som PDF"),
        ("halv.pdf", "%PDF-1.7\n", "Filen er ikke hel"),
        ("tom.pdf", "", "Filen er tom."),
        ("lang.txt", &long, "Den må højst fylde 5 MB."),
        ("", "", "Vælg en fil."),
    ] {
        let reply = send(&held, &evidence, &held.who[0], name, content).await;
        assert_eq!(reply.status, 303, "{name}");
        let page = followed(&held, &reply).await;
        let page = page.replace('\u{a0}', " ");
        assert!(page.contains(said), "{name}: {said} in {page}");
        assert!(page.contains("Velkomstfolder"), "back at the text: {page}");
    }
    assert_eq!(names(&held).await, [""; 0]);

    // A connection that breaks in the middle leaves nothing.
    let whole = request(&held, &evidence, &held.who[0], &body("halv.txt", &"Ro. ".repeat(50_000)));
    let mut stream = TcpStream::connect(held.server.address).await.expect("a connection");
    stream.write_all(&whole.as_bytes()[..whole.len() / 2]).await.expect("half of it");
    drop(stream);
    // What is asked after it is answered, and finds nothing of it.
    assert_eq!(held.get("dokumenter/1.1").await.status, 200);
    assert_eq!(names(&held).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_else_sends_fetches_or_removes() {
    let (held, evidence) = with_document().await;
    held.post(0, "switch-attachments", "on=on").await;
    send(&held, &evidence, &held.who[0], "Husregler.pdf", PDF).await;
    let (flow, me) = (&held.server.workflow, Actor::CommandLine);
    let file = flow.attachments(&me, &held.id).await.expect("files").files.remove(0);
    let elsewhere = flow.add_organisation(&me, "Bostedet Havnen").await.expect("a place");
    let mut cookies = vec![("a visitor", SAME.to_owned())];
    for (who, email, place, role) in [
        ("another place's facilitator", "fie@kommune.dk", &elsewhere.id, Role::Facilitator),
        ("its own leader", "leder@kommune.dk", &held.place, Role::Leader),
    ] {
        flow.add_account(&me, email, "Navn", PASSWORD, false).await.expect("an account");
        flow.add_role(&me, email, place, role).await.expect("a role");
        let token = flow.sign_in(email, PASSWORD).await.expect("a session");
        cookies.push((who, format!("{SAME}\r\nCookie: session={}", app::session::encode(&token.0))));
    }
    for (who, headers) in cookies {
        let path = format!("/screeninger/{}/bilag/{}", held.id, file.id);
        let down = held.server.get_with(&path, &headers).await;
        assert!(down.status != 200 && !down.body.contains("Husregler"), "{who}: {}", down.status);
        let unknown = held.server.get_with(&path.replace(&file.id, "ukendt"), &headers).await;
        assert_eq!(down.status, unknown.status, "{who} learns nothing from an id");
        let up = send(&held, &evidence, &headers, "b.txt", "Ro.").await;
        assert_ne!(up.status, 200, "{who}");
        for (function, form) in [
            ("remove-attachment", format!("attachment={}", file.id)),
            ("switch-attachments", "on=off".into()),
        ] {
            let form = format!("screening={}&{form}", held.id);
            held.server.post(&format!("/api/{function}"), &form, &headers).await;
        }
    }
    // Nor by another site in its facilitator's own browser.
    let forged = held.who[0].replace("same-origin", "cross-site");
    assert_eq!(send(&held, &evidence, &forged, "b.txt", "Ro.").await.status, 403);
    let files = flow.attachments(&me, &held.id).await.expect("files");
    assert_eq!((files.on, files.files), (true, vec![file]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn removed_bytes_leave_the_databases_files() {
    let (held, evidence) = with_document().await;
    held.post(0, "switch-attachments", "on=on").await;
    let secret = |name: &str| format!("{name} {}", "hemmelighed ".repeat(40));
    for name in ["fjernet", "sammen"] {
        send(&held, &evidence, &held.who[0], &format!("{name}.txt"), &secret(name)).await;
    }
    let folder = held.server.file.parent().expect("a folder").to_owned();
    let on_disk = || -> Vec<u8> {
        let files = std::fs::read_dir(&folder).expect("the folder");
        files.flat_map(|file| std::fs::read(file.expect("a file").path()).expect("bytes")).collect()
    };
    let holds = |disk: &[u8], text: &str| disk.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(&on_disk(), "fjernet hemmelighed"), "the attack sees what is there");
    let flow = &held.server.workflow;
    let files = flow.attachments(&Actor::CommandLine, &held.id).await.expect("files").files;
    let file = files.iter().find(|file| file.name == "fjernet.txt").expect("the file");
    held.post(0, "remove-attachment", &format!("indicator=1.1&attachment={}", file.id)).await;
    assert_eq!(names(&held).await, ["sammen.txt"]);
    let disk = on_disk();
    assert!(!holds(&disk, "fjernet hemmelighed") && holds(&disk, "sammen hemmelighed"));
    // A file goes with its document.
    held.post(0, "remove-evidence", &format!("indicator=1.1&evidence={evidence}")).await;
    assert_eq!(names(&held).await, [""; 0]);
    assert!(!holds(&on_disk(), "sammen hemmelighed"));
}
