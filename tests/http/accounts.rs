//! Accounts over the wire: cookies under https, what signing out leaves, what is noted of refusals, and an administrator's
//! pages.

use crate::server::{Reply, Server};
use workflow::{Actor, Role};

const PASSWORD: &str = "et langt kodeord";
const SAME: &str = "Sec-Fetch-Site: same-origin";

/// An account, signed in: the headers it asks with.
async fn signed_in(server: &Server, email: &str, administrator: bool) -> String {
    let (flow, me) = (&server.workflow, Actor::CommandLine);
    flow.add_account(&me, email, "Ea Lund", PASSWORD, administrator).await.expect("an account");
    let token = flow.sign_in(email, PASSWORD).await.expect("a session");
    format!("{SAME}\r\nCookie: session={}", app::session::encode(&token.0))
}

/// The page after a post, with what was handed over to it.
async fn after(server: &Server, post: &Reply, headers: &str) -> Reply {
    assert_eq!(post.status, 303, "{}", post.body);
    let ticket = post.headers("set-cookie").find_map(|cookie| cookie.split(';').next());
    let cookies = format!("{headers}; {}", ticket.unwrap_or_default());
    server.get_with(post.header("location").expect("a page"), &cookies).await
}

/// Events and details in the audit log, oldest first.
async fn noted(server: &Server) -> Vec<(String, String)> {
    let lines = server
        .workflow
        .export_audit_log(&Actor::CommandLine, &workflow::audit::LogChoice::default())
        .await
        .expect("the log");
    lines.into_iter().map(|line| (line.entry.event, line.entry.detail)).collect()
}

fn times(noted: &[(String, String)], event: &str, detail: &str) -> usize {
    noted.iter().filter(|(known, of)| known == event && of == detail).count()
}

#[tokio::test]
async fn under_https_a_cookie_belongs_to_this_host_alone() {
    let server = Server::with(|program| {
        program.public_url = "https://pejling.example.dk".parse().expect("an address");
    })
    .await;
    signed_in(&server, "ea@kommune.example", true).await;
    let form = format!("email=ea%40kommune.example&password={}", PASSWORD.replace(' ', "+"));
    let reply = server.post("/api/sign-in", &form, SAME).await;
    let cookie = reply.header("set-cookie").expect("a cookie").to_owned();
    let pair = cookie.split(';').next().expect("a pair");
    assert!(pair.starts_with("__Host-session="), "{cookie}");
    for part in ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"] {
        assert!(cookie.split("; ").any(|one| one == part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Domain"));
    assert_eq!(server.get_with("/konto", &format!("Cookie: {pair}")).await.status, 200);
    // Another host of the domain can plant no more than this.
    let planted = pair.trim_start_matches("__Host-");
    let reply = server.get_with("/konto", &format!("Cookie: {planted}")).await;
    assert_eq!(reply.header("location"), Some("/log-ind"));
    let out = server.post("/api/sign-out", "clear=on", &format!("{SAME}\r\nCookie: {pair}")).await;
    let ended = out.header("set-cookie").expect("a cookie");
    assert!(ended.starts_with("__Host-session=;") && ended.contains("Max-Age=0"), "{ended}");
    let chosen = server.post("/api/preferences", "page=/&name=large-text&on=on", SAME).await;
    assert!(chosen.header("set-cookie").is_some_and(|cookie| cookie.starts_with("__Host-large-text=on")));
}

#[tokio::test]
async fn signing_out_forgets_what_the_browser_kept() {
    let server = Server::start().await;
    let headers = signed_in(&server, "ea@kommune.example", false).await;
    let page = server.get_with("/konto", &headers).await;
    assert!(page.body.contains("leaving.") && page.body.contains("data-waiting="), "{}", page.body);
    for (form, cleared) in [("clear=", None), ("clear=on", Some("\"storage\""))] {
        let out = server.post("/api/sign-out", form, &headers).await;
        assert_eq!(out.header("clear-site-data"), cleared);
    }
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_and_not_guessed() {
    let server = Server::start().await;
    let asks = signed_in(&server, "ea@kommune.example", false).await;
    let html = format!("Accept: text/html\r\n{asks}");
    let page = server.get_with("/konto", &asks).await;
    assert!(page.body.contains("href=\"/konto/adgangskode\""), "{}", page.body);
    let form = |old: &str| format!("old={old}&password=fire+gule+blomster&again=fire+gule+blomster");
    let wrong = server.post("/api/change-password", &form("forkert+kodeord"), &html).await;
    let told = after(&server, &wrong, &asks).await;
    assert!(told.body.contains("Det er ikke din adgangskode") && !told.body.contains("forkert kodeord"));
    assert!(!told.body.contains("gule blomster"), "no password comes back");

    let right = server.post("/api/change-password", &form("et+langt+kodeord"), &html).await;
    assert_eq!((right.status, right.header("location")), (303, Some("/konto")));
    let fresh = right.headers("set-cookie").find(|cookie| cookie.starts_with("session=")).expect("a session");
    assert!(fresh.contains("HttpOnly") && !asks.contains(&fresh[..40]), "another one");
    let fresh = format!("{SAME}\r\nCookie: {}", fresh.split(';').next().expect("a pair"));
    assert_eq!(server.get_with("/konto", &fresh).await.status, 200);
    assert_eq!(server.get_with("/konto", &asks).await.header("location"), Some("/log-ind"));

    let html = format!("Accept: text/html\r\n{fresh}");
    for _ in 0..19 {
        let wrong = server.post("/api/change-password", &form("forkert+kodeord"), &html).await;
        assert_eq!((wrong.status, wrong.header("location")), (303, Some("/konto/adgangskode")));
    }
    let stopped = server.post("/api/change-password", &form("fire+gule+blomster"), &html).await;
    assert_eq!(stopped.status, 429);
    let noted = noted(&server).await;
    assert_eq!(
        (times(&noted, "password changed", ""), times(&noted, "password change refused", "")),
        (1, 20)
    );
    assert_eq!(times(&noted, "limit reached", "/api/change-password"), 1);
}

#[tokio::test]
async fn what_somebody_is_refused_is_noted_and_nothing_of_those_who_answer() {
    let server = Server::start().await;
    let headers = signed_in(&server, "bo@kommune.example", false).await;
    for _ in 0..3 {
        let refused = server.get_with("/administration", &headers).await;
        assert_eq!((refused.status, refused.header("x-refused")), (404, None));
    }
    let refused = server.post("/api/add-organisation", "name=Broen", &headers).await;
    assert_eq!(refused.header("x-refused"), None);
    server.get_with("/screeninger/0123456789abcdef0123456789abcdef/koder", &headers).await;
    server.get_with("/screeninger/x/tal.csv", &headers).await;
    server.get("/administration").await;
    for _ in 0..21 {
        server.post("/api/sign-in", "email=bo%40kommune.example&password=forkert+kodeord", SAME).await;
    }
    for _ in 0..101 {
        server.post("/api/answer/begin", "code=0000-0000-016JD", SAME).await;
    }
    let noted = noted(&server).await;
    for place in
        ["/administration", "/api/add-organisation", "/screeninger/{id}/koder", "/screeninger/{id}/tal.csv"]
    {
        assert_eq!(times(&noted, "refused", place), 1, "{place} in {noted:?}");
    }
    assert_eq!(noted.iter().filter(|(event, _)| event == "refused").count(), 4);
    assert_eq!(times(&noted, "limit reached", "/api/sign-in"), 1);
    assert_eq!(noted.iter().filter(|(event, _)| event == "limit reached").count(), 1);
    assert_eq!(noted.iter().filter(|(event, _)| event == "sign-in refused").count(), 20);
}

#[tokio::test]
async fn an_administrator_makes_an_account_and_reads_the_log() {
    let server = Server::start().await;
    let chief = signed_in(&server, "ea@kommune.example", true).await;
    let added = server.post("/api/add-organisation", "name=Bostedet+%C3%85kanden", &chief).await;
    assert!(after(&server, &added, &chief).await.body.contains("Bostedet Åkanden"));
    let place = server.workflow.organisations(&Actor::CommandLine).await.expect("places").remove(0);

    let form = format!("email=maja&name=Maja+Holm&role=facilitator&organisation={}", place.id);
    let wrong = server.post("/api/invite-account", &form, &chief).await;
    let page = after(&server, &wrong, &chief).await;
    assert!(page.body.contains("ligner ikke en e-mailadresse") && page.body.contains("value=\"Maja Holm\""));
    let form = form.replace("email=maja", "email=maja%40kommune.example");
    let made = server.post("/api/invite-account", &form, &chief).await;
    let page = after(&server, &made, &chief).await;
    let link = page.body.split("/ny-adgangskode/").nth(1).map(|rest| &rest[..64]).expect("a link");
    let token = app::session::decode(link).expect("a token");
    assert_eq!(server.workflow.password_link(&token).await.expect("an account"), "maja@kommune.example");
    let address = made.header("location").expect("a page").to_owned();
    assert!(!server.get_with(&address, &chief).await.body.contains(link), "it is shown once");

    let account = address.rsplit('/').next().expect("an id");
    let role = format!("account={account}&organisation={}&role=facilitator", place.id);
    let taken = server.post("/api/take-role", &role, &chief).await;
    assert!(!after(&server, &taken, &chief).await.body.contains("/api/take-role"));
    let given = server.post("/api/give-role", &format!("{role}&email=maja%40kommune.example"), &chief).await;
    assert!(after(&server, &given, &chief).await.body.contains("/api/take-role"));
    let roles = server.workflow.accounts(&Actor::CommandLine).await.expect("accounts");
    assert!(roles.iter().any(|(one, _)| one.roles == [(place.id.clone(), Role::Facilitator)]));
    let closed = server.post("/api/close-account", &format!("account={account}&closed=on"), &chief).await;
    assert!(after(&server, &closed, &chief).await.body.contains("Åbn kontoen igen"));
    let record = server.get_with(&format!("{address}/oplysninger.json"), &chief).await;
    assert!(record.body.contains("Maja Holm"), "{}", record.body);
    let mine = server.get_with("/konto/oplysninger.json", &chief).await;
    assert!(mine.body.contains("ea@kommune.example") && !mine.body.contains("Maja Holm"));
    let other = server.post("/api/erase-account", &format!("account={account}&email=ea"), &chief).await;
    assert!(after(&server, &other, &chief).await.body.contains("Det er ikke kontoens e-mail"));
    let form = format!("account={account}&email=maja%40kommune.example");
    let erased = server.post("/api/erase-account", &form, &chief).await;
    let page = after(&server, &erased, &chief).await;
    assert!(!page.body.contains("Maja Holm") && !page.body.contains("maja@kommune.example"));

    let log = server.get_with("/administration/log", &chief).await;
    for told in
        ["slettede en konto", "tog en rolle tilbage", "tilføjede et sted", "Ea Lund", "Bostedet Åkanden"]
    {
        assert!(log.body.contains(told), "{told} in {}", log.body);
    }
    let signing = server.get_with("/administration/log?kind=sign-in&place=&below=", &chief).await;
    assert!(signing.body.contains("loggede ind") && !signing.body.contains("slettede en konto"));
    let strange =
        server.get_with("/administration/log?kind=%3Cb%3E&place=%22%3E%3Cb%3E&below=x", &chief).await;
    assert!(strange.status == 200 && !strange.body.contains("<b>"), "{}", strange.body);
    let check = server.get_with("/administration/log/kontrol", &chief).await;
    assert!(check.body.contains("Loggen er hel"), "{}", check.body);
    let file = server.get_with("/administration/log.csv", &chief).await;
    assert!(file.header("content-disposition").is_some_and(|name| name.contains("log.csv")));
    let lines: Vec<_> = file.body.lines().collect();
    assert!(
        lines[0].starts_with("number,time,seconds,id,account") && lines[1].starts_with("1,20"),
        "{}",
        file.body
    );
    let sheet = server.get_with("/administration/log-excel.csv?kind=accounts", &chief).await;
    let mut lines = sheet.body.lines();
    assert_eq!(lines.next(), Some("\u{feff}Linje;Dato;Klokken;Hvem;Hvad;Sted;Screening;Mere"));
    assert!(sheet.body.contains("slettede en konto") && sheet.body.contains("Ea Lund"), "{}", sheet.body);
    assert!(!sheet.body.contains("loggede ind"), "{}", sheet.body);
    assert!(!file.body.contains("Maja") && !file.body.contains("Ea Lund"), "ids alone: {}", file.body);
}
