//! Which language a page speaks: Danish, the one chosen in the browser, or a questionnaire's own.

use super::pile::{pile, tireless};
use super::server::Server;
use super::someone::Someone;

#[tokio::test]
async fn a_page_speaks_as_it_is_asked_to() {
    let server = Server::start().await;
    for (path, danish, norwegian, english) in [
        ("/", "Begynd", "Begynn", "Begin"),
        ("/log-ind", "Log ind", "Logg inn", "Sign in"),
        ("/tilgaengelighed", "Tilgængelighed", "Tilgjengelighet", "Accessibility"),
        ("/findes-slet-ikke", "Siden findes ikke", "Siden finnes ikke", "There is no such page"),
        ("/rapporter/x/rapport.docx/x", "Siden findes ikke", "Siden finnes ikke", "There is no such page"),
    ] {
        for (headers, language, said) in [
            ("Accept-Language: en-GB,en;q=0.9,da;q=0.8", "da", danish),
            ("Cookie: language=nb", "nb", norwegian),
            ("Cookie: language=en", "en", english),
            ("Cookie: language=sv", "da", danish),
        ] {
            let body = server.get_with(path, headers).await.body;
            assert!(body.contains(&format!("<html lang=\"{language}\"")), "{path} {headers}: {body}");
            assert!(body.contains(said), "{path} {headers}: {body}");
        }
    }
}

#[tokio::test]
async fn a_language_is_chosen_by_a_form() {
    let server = Server::start().await;
    // Comments that part views are nothing that anybody sees.
    let start = server.get("/").await.body.replace("<!>", "");
    assert!(start.contains("Norsk</button>") && start.contains("English</button>"), "{start}");
    let form = "page=/log-ind&language=en";
    let reply = server.post("/api/language", form, "Sec-Fetch-Site: same-origin").await;
    assert_eq!((reply.status, reply.header("location")), (303, Some("/log-ind")));
    assert!(reply.header("set-cookie").is_some_and(|cookie| cookie.starts_with("language=en;")));
    let form = "page=//evil.example&language=xx";
    let reply = server.post("/api/language", form, "Sec-Fetch-Site: same-origin").await;
    assert_eq!((reply.status, reply.header("location"), reply.header("set-cookie")), (303, Some("/"), None));
}

#[tokio::test]
async fn a_questionnaire_speaks_its_own_language() {
    let server = tireless().await;
    let pile = pile(&server.workflow, "Bostedet Åkanden", "users", 1).await;
    let someone = Someone::begins(&server, &pile.codes[0]).await;
    let token = someone.browser.cookie("answer").expect("a token");
    let headers = format!("Accept-Language: en\r\nCookie: answer={token}");
    for path in [
        "/svar",
        "/svar/emne/1",
        "/svar/sidste",
        "/svar/se-igennem",
        "/svar/pause",
        "/hjaelper",
        "/rettigheder",
    ] {
        let body = server.get_with(path, &headers).await.body;
        assert!(body.contains("<html lang=\"da\""), "{path}: {body}");
    }
    // Without a questionnaire the same page speaks as it is asked to.
    let body = server.get_with("/hjaelper", "Cookie: language=en").await.body;
    assert!(body.contains("<html lang=\"en\""), "{body}");
}
