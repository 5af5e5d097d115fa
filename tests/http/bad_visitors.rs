//! Cookies, codes and forms that belong elsewhere: told in words, and nobody else's questionnaire changes.

use super::network::Browser;
use super::pile::{pile, tireless};
use super::someone::{PAGE, Someone, token};

#[tokio::test]
async fn a_tampered_cookie_opens_nothing() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let someone = Someone::begins(&server, &pile.codes[0]).await;
    let before = someone.kept(&server).await;
    let right = app::session::encode(&someone.token.0);
    let other = format!("{}{}", &right[..63], if right.ends_with('0') { '1' } else { '0' });
    for (cookie, well_formed) in
        [(other.as_str(), true), (&right[..62], false), ("", false), ("ikke-hex", false), ("\"", false)]
    {
        let mut browser = Browser::new(server.address).with_cookie("answer", cookie);
        let page = browser.get("/svar").await;
        assert_eq!(page.status, 410, "{cookie}");
        let title = if well_formed { "Dit skema er her ikke mere" } else { "Vi kan ikke se dit skema her" };
        assert!(page.body.contains(title), "{cookie}");
        for path in ["/api/answer/page", "/api/answer/last", "/api/answer/pause", "/api/answer/send"] {
            let reply = browser.post(path, &[("page", "1"), ("answers[item-2.1]", "1")]).await;
            assert_eq!(reply.status, 303, "{path} {cookie}");
            assert!(
                ["/findes-ikke", "/svar"].contains(&reply.header("location").unwrap_or_default()),
                "{path}"
            );
        }
        assert_eq!(someone.kept(&server).await, before, "{cookie}");
    }
}

#[tokio::test]
async fn a_form_of_another_screening_stays_there() {
    let server = tireless().await;
    let users = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let leaders = pile(&server.workflow, "Bostedet Birken", "leaders", 1).await;
    let user = Someone::begins(&server, &users.codes[0]).await;
    let before = user.kept(&server).await;
    let mut leader = Browser::new(server.address);
    leader.post("/api/answer/begin", &[("code", &leaders.codes[0])]).await;
    // Both have a first page; a user's is about focus point 2, a leader's about 1.
    let foreign = [("page", "1"), ("answers[item-2.1]", "1"), ("go", "next")];
    let reply = leader.post(PAGE, &foreign).await;
    assert_eq!(reply.header("location"), Some("/svar/emne/1"));
    assert!(leader.get("/svar/emne/1").await.body.contains("Udsagnet hører ikke til dette skema"));
    assert_eq!(user.kept(&server).await, before);
    // The same browser begins the other screening: the first goes on where its code and words are typed.
    let token = leader.cookie("answer").map(token).expect("a token");
    assert!(server.workflow.questionnaire(&token).await.expect("a questionnaire").draft.answers.is_empty());
}

#[tokio::test]
async fn two_people_with_one_code_are_told_and_only_ones_own_word_deletes() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let first = Someone::begins(&server, &pile.codes[0]).await;
    let before = first.kept(&server).await;
    let mut second = Browser::new(server.address);
    let code = pile.codes[0].as_str();
    for wrong in ["", "off", "ON", "1", "true"] {
        let reply = second.post("/api/answer/begin", &[("code", code), ("restart", wrong)]).await;
        assert_eq!(reply.header("location"), Some("/svar/i-brug"), "{wrong}");
        let page = second.get("/svar/i-brug").await.body;
        assert!(page.contains("Koden er i brug") && page.contains("Så bliver det gamle slettet"), "{wrong}");
        assert_eq!(first.kept(&server).await, before, "{wrong}");
    }
    for words in ["", "bjørn sæbe åkande", "🙂 🙂 🙂", "a", &"ord ".repeat(1000)] {
        let reply = second.post("/api/answer/resume", &[("code", code), ("words", words)]).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/fortsaet")), "{words}");
        assert_eq!(first.kept(&server).await, before, "{words}");
    }
    let reply = second.post("/api/answer/begin", &[("code", code), ("restart", "on")]).await;
    assert_eq!(reply.header("location"), Some("/svar"));
    let mut first = first.browser;
    let told = first.get("/svar/emne/1").await;
    assert!(told.status == 410 && told.body.contains("Dit skema er her ikke mere"));
    assert_eq!(first.post("/api/answer/send", &[]).await.header("location"), Some("/findes-ikke"));
    let counts =
        server.workflow.counts(&workflow::Actor::CommandLine, &pile.screening).await.expect("counts");
    assert_eq!(counts[0].submitted, 0);
}

#[tokio::test]
async fn codes_of_any_kind_are_answered_in_words() {
    let server = tireless().await;
    for (code, sentence) in [
        ("", "Feltet er tomt"),
        ("hej", "slåfejl"),
        ("0000-0000-016JE", "slåfejl"),
        ("0000-0000-016JD", "Vi kender ikke koden"),
        ("🙂🙂🙂🙂", "slåfejl"),
        ("<script>alert(1)</script>", "slåfejl"),
        (&"7".repeat(10_000), "slåfejl"),
    ] {
        let mut browser = Browser::new(server.address);
        let reply = browser.post("/api/answer/begin", &[("code", code)]).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/")), "{code:.40}");
        let page = browser.get("/").await.body;
        assert!(page.contains(sentence), "{code:.40}: {page}");
        assert!(!page.contains("<script>alert"), "{code:.40}");
    }
}

#[tokio::test]
async fn fields_of_the_ways_in_are_told_in_words_and_lead_nowhere_else() {
    let server = tireless().await;
    let mut browser = Browser::new(server.address);
    for (path, body) in [
        ("begin", "code=a&code=b"),
        ("begin", "code[x]=a"),
        ("begin", "code=a&restart=on&restart=on"),
        ("resume", "code=a&words=b&words=c"),
        ("resume", "code=a&words[]=b"),
        ("begin-link", "link=a&link=b"),
        ("begin-link", "link=a&anew[]=on"),
        ("../preferences", "name=large-text&name=roomy-text"),
    ] {
        let path = format!("/api/answer/{path}").replace("answer/../", "");
        for (accept, told) in
            [("text/html", "Det kunne vi ikke læse"), ("application/json", "Vi kunne ikke læse det")]
        {
            let request = browser.raw_form(&path, body, accept);
            let reply = browser.ask(&request).await.expect("an answer");
            assert_eq!(reply.status, 422, "{path} {body}");
            assert!(reply.body.contains(told), "{path} {body}: {}", reply.body);
        }
    }
    // What is missing is empty; the sentence on top says which field, and leads there.
    for (path, page, told) in [
        ("/api/answer/begin", "/", &["Koden: Feltet er tomt"][..]),
        ("/api/answer/resume", "/fortsaet", &["Koden: Feltet er tomt", "De tre ord: Feltet er tomt"]),
    ] {
        assert_eq!(browser.post(path, &[]).await.header("location"), Some(page));
        let shown = browser.get(page).await.body;
        for told in told {
            assert!(shown.contains(told), "{path}: {told}");
        }
        assert!(shown.contains("href=\"#field-code\"") && shown.contains("<title>Skal rettes: "), "{path}");
    }
    assert_eq!(browser.post("/api/answer/begin-link", &[]).await.header("location"), Some("/findes-ikke"));
    for text in ["</p><script>alert(1)</script>", "\u{202e}ord", "🙂", "مرحبا بكم هنا", &"x".repeat(5000)]
    {
        let reply = browser.post("/api/answer/resume", &[("code", text), ("words", text)]).await;
        assert_eq!(reply.header("location"), Some("/fortsaet"), "{text:.20}");
        let shown = browser.get("/fortsaet").await.body;
        assert!(shown.contains("slåfejl") && !shown.contains("<script>alert"), "{text:.20}: {shown}");
    }
    for page in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "🙂", ""]
    {
        let fields = [("page", page), ("name", "large-text"), ("on", "on")];
        let to = browser.post("/api/preferences", &fields).await;
        let to = to.header("location").unwrap_or_default();
        assert!(to.starts_with('/') && !to[1..].starts_with(['/', '\\']), "{page} leads to {to}");
    }
    for name in ["answer", "session", "🙂", "large-text; Path=/"] {
        let reply = browser.post("/api/preferences", &[("page", "/"), ("name", name), ("on", "on")]).await;
        assert!(reply.header("set-cookie").is_none(), "{name} is nothing to prefer");
    }
}
