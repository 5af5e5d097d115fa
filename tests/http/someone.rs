//! Someone in the middle of a questionnaire, for forms and cookies that no honest browser sends.

use super::network::Browser;
use super::server::{Reply, Server};
use workflow::answering::Token;

/// Where a page about a focus point posts to.
pub(crate) const PAGE: &str = "/api/answer/page";
/// Where the last page posts to.
pub(crate) const LAST: &str = "/api/answer/last";

/// Someone whose first page says 4 and *don't know*, and whose last page says something, may be quoted.
pub(crate) struct Someone {
    pub(crate) browser: Browser,
    pub(crate) token: Token,
}

impl Someone {
    pub(crate) async fn begins(server: &Server, code: &str) -> Self {
        let mut browser = Browser::new(server.address);
        assert_eq!(
            browser.post("/api/answer/begin", &[("code", code)]).await.header("location"),
            Some("/svar")
        );
        let first = [
            ("page", "1"),
            ("answers[item-2.1]", "4"),
            ("answers[item-2.2]", "DK"),
            ("comment", "Godt."),
            ("go", "next"),
        ];
        assert_eq!(browser.post(PAGE, &first).await.status, 303);
        let last = [("open_answer", "Tak."), ("consent", "verbatim"), ("help", "relative")];
        assert_eq!(browser.post(LAST, &last).await.status, 303);
        let token = browser.cookie("answer").map(token).expect("a token");
        Self { browser, token }
    }

    /// Everything that is kept of them.
    pub(crate) async fn kept(&self, server: &Server) -> String {
        let draft = server.workflow.questionnaire(&self.token).await.expect("a questionnaire").draft;
        format!(
            "{:?} {:?} {:?} {:?} {:?}",
            draft.answers, draft.comments, draft.open_answer, draft.consent, draft.help
        )
    }

    pub(crate) async fn posts(&mut self, path: &str, body: &str, accept: &str) -> Reply {
        let request = self.browser.raw_form(path, body, accept);
        self.browser.ask(&request).await.expect("an answer")
    }
}

/// The token in a cookie's value.
pub(crate) fn token(text: &str) -> Token {
    let bytes: Vec<u8> = (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("hexadecimal"))
        .collect();
    Token(bytes.try_into().expect("32 bytes"))
}
