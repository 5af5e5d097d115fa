//! Whatever is posted to the questionnaire's forms: the right status, a Danish sentence, nothing lost and nothing else
//! changed.

use super::network::encoded;
use super::pile::{pile, tireless};
use super::server::Reply;
use super::someone::{LAST, PAGE, Someone};
use workflow::answering::LONGEST_TEXT;

/// What no honest page posts, and the words it is answered with.
fn tampered() -> Vec<(&'static str, String, &'static str)> {
    let scale = "Svaret passer ikke til skalaen";
    let stray = "Udsagnet hører ikke til dette skema";
    let choice = "Vælg";
    let long = "Teksten er for lang";
    let mut all = Vec::new();
    for value in [
        "6",
        "0",
        "-1",
        "4.0",
        "04",
        "1e0",
        "dk",
        "fire",
        " 4",
        "99999999999999999999",
        "🙂",
        "٤",
        "<b>4</b>",
        "\u{202e}4",
    ] {
        all.push((PAGE, format!("page=1&answers[item-2.1]={}", encoded(value)), scale));
    }
    for field in ["item-9.9", "item-3.1", "item-", "item-2.1'--", "🙂", "item-2.1%00"] {
        let field = if field.contains('%') { field.to_owned() } else { encoded(field) };
        all.push((PAGE, format!("page=1&answers[{field}]=2"), stray));
    }
    let comment = |text: &str| encoded(&text.repeat(LONGEST_TEXT + 1));
    for letter in ["a", "🙂", "م", "<"] {
        all.push((PAGE, format!("page=1&comment={}", comment(letter)), long));
        all.push((LAST, format!("open_answer={}", comment(letter)), long));
    }
    for value in ["ja", "Verbatim", "🙂", "verbatim verbatim", "<b>"] {
        all.push((LAST, format!("consent={}", encoded(value)), choice));
        all.push((LAST, format!("help={}", encoded(value)), choice));
    }
    all
}

/// Forms that can't be read at all.
fn unreadable() -> Vec<(&'static str, &'static str)> {
    vec![
        (PAGE, "page=1&answers[item-2.1][x]=4"),
        (PAGE, "page=1&answers=4"),
        (PAGE, "page=1&page=2"),
        (PAGE, "page=1&answers[item-2.1]=4&answers[item-2.1]=5"),
        (PAGE, "page=1&comment=a&comment=b"),
        (PAGE, "page[]=1"),
        (PAGE, "page=1&answers[2.1]=4"),
        (PAGE, "page=1&shown=4"),
        (LAST, "open_answer=a&open_answer=b"),
        (LAST, "open_answer[x]=a"),
    ]
}

/// What stands on the page that an answer leads to.
async fn told(someone: &mut Someone, reply: &Reply) -> String {
    match reply.header("location") {
        Some(page) => {
            let page = page.to_owned();
            someone.browser.get(&page).await.body
        }
        None => reply.body.clone(),
    }
}

#[tokio::test]
async fn what_no_page_would_post_is_told_and_nothing_is_lost() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 2).await;
    let mut someone = Someone::begins(&server, &pile.codes[0]).await;
    let before = someone.kept(&server).await;
    // The rest of each form is what stands there, so that it changes nothing by itself.
    let rest = |path: &str, body: &str| {
        let own: [&str; 4] = if path == PAGE {
            ["answers[item-2.1]=4", "answers[item-2.2]=DK", "comment=Godt.", ""]
        } else {
            ["open_answer=Tak.", "consent=verbatim", "help=relative", ""]
        };
        let mut all = body.to_owned();
        for field in own.into_iter().filter(|field| !field.is_empty()) {
            let (name, _) = field.split_once('=').expect("a field");
            if !body.split('&').any(|there| there.split('=').next() == Some(name)) {
                all.push('&');
                all.push_str(field);
            }
        }
        all
    };
    for (path, body, sentence) in tampered() {
        let body = rest(path, &body);
        let shown: String = body.chars().take(120).collect();
        let script = someone.posts(path, &body, "application/json").await;
        assert_eq!(script.status, 422, "{path} {shown}: {}", script.body);
        assert!(script.body.contains(sentence), "{path} {shown}: {}", script.body);
        let button = someone.posts(path, &body, "text/html").await;
        assert_eq!(button.status, 303, "{path} {shown}");
        let page = told(&mut someone, &button).await;
        assert!(page.contains(sentence), "{path} {shown}: the page doesn't say {sentence}");
        assert!(!page.contains("<b>4</b>"), "{path} {shown}: markup came through");
        assert_eq!(someone.kept(&server).await, before, "{path} {shown}");
    }
    for (path, body) in unreadable() {
        for accept in ["application/json", "text/html"] {
            let reply = someone.posts(path, body, accept).await;
            assert_eq!(reply.status, 422, "{path} {body} {accept}: {}", reply.body);
            let told =
                if accept == "text/html" { "Det kunne vi ikke læse" } else { "Vi kunne ikke læse det" };
            assert!(reply.body.contains(told), "{path} {body} {accept}: {}", reply.body);
            assert_eq!(someone.kept(&server).await, before, "{path} {body}");
        }
    }
}

#[tokio::test]
async fn a_page_that_is_not_there_changes_nothing() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let mut someone = Someone::begins(&server, &pile.codes[0]).await;
    let before = someone.kept(&server).await;
    for page in ["0", "9", "99", "18446744073709551615", "18446744073709551616", "-1", "en", "", "1%00"] {
        let body = format!("page={page}&answers[item-2.1]=1&go=next");
        let reply = someone.posts(PAGE, &body, "text/html").await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/findes-ikke")), "{page}");
        let reply = someone.posts(PAGE, &body, "application/json").await;
        assert_eq!(reply.status, 404, "{page}");
        assert_eq!(someone.kept(&server).await, before, "{page}");
    }
    for page in ["0", "10", "99", "18446744073709551616", "-1", "en", "%F0%9F%99%82", "1'--"] {
        let reply = someone.browser.get(&format!("/svar/emne/{page}")).await;
        assert!([303, 400, 404].contains(&reply.status), "{page}: {}", reply.status);
        if reply.status != 303 {
            assert!(
                ["Siden findes ikke", "Det kunne vi ikke læse"]
                    .iter()
                    .any(|title| reply.body.contains(title)),
                "{page}: {}",
                reply.body
            );
        }
    }
}

#[tokio::test]
async fn text_of_any_kind_is_kept_letter_by_letter() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let mut someone = Someone::begins(&server, &pile.codes[0]).await;
    for text in [
        "👩🏽‍🌾🙂🏳️‍🌈",
        "أنا بخير, tak",
        "\u{202e}bagvendt\u{202c} igen",
        "</textarea><script>alert(1)</script>",
        "\" onfocus=alert(1) x='",
        "&lt;b&gt; &amp;amp; %3Cb%3E",
        "'); DROP TABLE response;--",
        "=cmd|' /C calc'!A0",
        "første linje\nanden linje",
        "e\u{301} og é er to ting",
    ] {
        let fields = [("open_answer", text), ("consent", "verbatim"), ("help", "relative")];
        assert_eq!(
            someone.browser.post(LAST, &fields).await.header("location"),
            Some("/svar/se-igennem"),
            "{text}"
        );
        let draft = server.workflow.questionnaire(&someone.token).await.expect("a questionnaire").draft;
        assert_eq!(draft.open_answer, text);
        for page in ["/svar/sidste", "/svar/se-igennem"] {
            let body = someone.browser.get(page).await.body;
            assert!(!body.contains("<script>alert") && !body.contains("\"\" onfocus"), "{page}: {text}");
        }
        // What is posted back as it was shown is the same text.
        let shown = [
            ("open_answer", text),
            ("shown[open_answer]", text),
            ("consent", "verbatim"),
            ("help", "relative"),
        ];
        assert_eq!(someone.browser.post(LAST, &shown).await.status, 303);
        let draft = server.workflow.questionnaire(&someone.token).await.expect("a questionnaire").draft;
        assert_eq!(draft.open_answer, text);
    }
    // Bytes that are no text at all: each becomes the sign for that.
    let reply = someone.posts(LAST, "open_answer=%ff&consent=verbatim&help=relative", "text/html").await;
    assert_eq!(reply.header("location"), Some("/svar/se-igennem"));
    let draft = server.workflow.questionnaire(&someone.token).await.expect("a questionnaire").draft;
    assert_eq!(draft.open_answer, "\u{fffd}");
    let longest = "🙂".repeat(LONGEST_TEXT);
    let reply = someone.browser.post(LAST, &[("open_answer", &longest)]).await;
    assert_eq!(reply.header("location"), Some("/svar/se-igennem"), "as long as it may be");
}
