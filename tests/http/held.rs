//! A screening with so many answers, closed or open, as its facilitators reach it over the wire.

use crate::server::{Reply, Server};
use screening::answers::{Answer, Answers};
use screening::id::GroupId;
use screening::instrument::Form;
use screening::settings::{Invited, Settings};
use workflow::answering::NewResponse;
use workflow::{Actor, Role};

pub(crate) const PASSWORD: &str = "et langt kodeord";
pub(crate) const SAME: &str = "Sec-Fetch-Site: same-origin";

/// A screening of an instrument, closed with so many of each group who all answered the same step everywhere, or still
/// open; and the headers of two facilitators.
pub(crate) struct Held {
    pub(crate) server: Server,
    pub(crate) id: String,
    pub(crate) place: String,
    pub(crate) who: [String; 2],
}

impl Held {
    pub(crate) async fn new(instrument: &str, answered: &[(&str, u8, u8)], close: bool) -> Self {
        let server = Server::start().await;
        let (flow, me) = (&server.workflow, Actor::CommandLine);
        let place = flow.add_organisation(&me, "Bostedet Åkanden").await.expect("a place");
        let instrument = pejling::instruments::find(instrument).expect("an instrument");
        let invited = answered
            .iter()
            .map(|(group, count, _)| (GroupId::from(*group), [(String::new(), u64::from(*count))].into()));
        let settings = Settings {
            language: "da".into(),
            closing_minutes: 30,
            forms: instrument.default_forms(),
            invited: Invited(invited.collect()),
            ..Settings::default()
        };
        let forms = settings.forms.clone();
        let id = flow.create_screening(&me, &place.id, "Efterår", instrument.clone(), settings).await;
        let id = id.expect("a screening");
        flow.open_screening(&me, &id).await.expect("an open one");
        let mut responses = Vec::new();
        for (group, count, step) in answered {
            let group = GroupId::from(*group);
            let short = forms.get(&group) == Some(&Form::Short);
            let asked = instrument
                .indicators()
                .filter(|one| one.groups.contains(&group) && (!short || one.short.contains(&group)))
                .map(|one| (one.id.clone(), Answer::Step(*step)));
            let answers = Answers(asked.collect());
            for person in 0..*count {
                let mut key = [person; 16];
                key[1] = u8::try_from(responses.len()).expect("few");
                let answers = answers.clone();
                responses.push(NewResponse {
                    key,
                    group: group.clone(),
                    unit: None,
                    answers,
                    comments: vec![],
                    notes: vec![],
                });
            }
        }
        flow.store.import(&id, &responses).await.expect("responses");
        if close {
            flow.begin_closing(&me, &id).await.expect("closing");
            flow.end_closing(&me, &id).await.expect("closed");
        }
        let mut who = [String::new(), String::new()];
        for (place_of, email) in who.iter_mut().zip(["maja@kommune.dk", "jens@kommune.dk"]) {
            flow.add_account(&me, email, "Navn", PASSWORD, false).await.expect("an account");
            flow.add_role(&me, email, &place.id, Role::Facilitator).await.expect("a role");
            let token = flow.sign_in(email, PASSWORD).await.expect("a session");
            *place_of = format!("{SAME}\r\nCookie: session={}", app::session::encode(&token.0));
        }
        Self { server, id, place: place.id, who }
    }

    pub(crate) async fn get(&self, page: &str) -> Reply {
        self.server.get_with(&format!("/screeninger/{}/{page}", self.id), &self.who[0]).await
    }

    pub(crate) async fn post(&self, who: usize, function: &str, form: &str) -> Reply {
        let form = format!("screening={}&{form}", self.id);
        self.server.post(&format!("/api/{function}"), &form, &self.who[who]).await
    }

    /// Every page of a hearing and of the report, as the words that a person reads.
    pub(crate) async fn pages(&self) -> Vec<(String, String)> {
        let mut pages = Vec::new();
        for number in ["1", "2"] {
            for page in ["", "/rum", "/skaerm/0", "/skaerm/1", "/materiale", "/referat"] {
                pages.push(format!("hoering/{number}{page}"));
            }
        }
        pages.extend(["rapport", "rapport/visning"].map(str::to_owned));
        let mut read = Vec::new();
        for page in pages {
            let reply = self.get(&page).await;
            assert_eq!(reply.status, 200, "{page}");
            read.push((page, words(&reply.body)));
        }
        for paper in ["materiale", "invitation", "kort"] {
            let reply = self.get(&format!("hoering/1/{paper}.pdf")).await;
            assert_eq!(
                (reply.status, reply.header("content-type")),
                (200, Some("application/pdf")),
                "{paper}"
            );
        }
        assert_eq!(self.get("rapport.pdf").await.status, 200);
        read
    }

    pub(crate) async fn minutes(&self, at: &str) -> String {
        words(&self.get(&format!("hoering/{at}/referat")).await.body)
    }
}

/// The words of a page's main part, without its marks.
pub(crate) fn words(body: &str) -> String {
    let main = body.split("<main").nth(1).unwrap_or(body);
    let mut text = String::new();
    for part in main.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page speaks of figures where it gives an n.
pub(crate) fn has_figures(text: &str) -> bool {
    ["n = ", "n\u{a0}=\u{a0}", "n\u{a0}= "].iter().any(|sign| text.contains(sign))
}
