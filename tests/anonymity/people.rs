//! A screening and everyone in it: each answers and writes in a way that nobody else does.

use crate::support::fakes::{NoPrinter, Seeded, TestClock};
use crate::support::instrument;
use pejling::store::SqlStore;
use screening::answers::{Answer, Answers};
use screening::instrument::Form;
use screening::settings::{Invited, Settings};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::answering::{BookletCode, Entry, EntryEnd, LastPost, PagePost, Questionnaire, Token};
use workflow::ports::{AnsweringStore, Clock};
use workflow::screenings::IssuedCode;
use workflow::sealing::SlowHash;
use workflow::sealing::keys::token_hash;
use workflow::{Actor, Role, Workflow};

/// Who is invited: group, unit, how many, how many of them send. Users in Syd are fewer than k = 5.
pub(crate) type Invitations = [(&'static str, &'static str, u64, usize)];

/// A place of ordinary size.
pub(crate) const PLACE: &Invitations =
    &[("leaders", "", 2, 2), ("staff", "Nord", 14, 12), ("users", "Nord", 46, 42), ("users", "Syd", 5, 4)];
/// As few as there can be of everything.
pub(crate) const SMALL: &Invitations =
    &[("leaders", "", 1, 1), ("staff", "Nord", 4, 2), ("users", "Nord", 8, 6), ("users", "Syd", 3, 2)];

/// How they go about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// In some order, with comments.
    Talkative,
    /// In the opposite order, more slowly, with other answers and without a word.
    Silent,
}

/// What one person, their slip and their browser hold.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) group: &'static str,
    pub(crate) code: String,
    pub(crate) token: Token,
    pub(crate) answers: Answers,
    pub(crate) comments: Vec<String>,
    /// Three words, where they were asked for.
    pub(crate) words: Option<String>,
    /// What lay in the database of this unfinished questionnaire: keys, hashes, sealed pages.
    pub(crate) sealed: Vec<Vec<u8>>,
    /// When they sent, seconds since 1970.
    pub(crate) sent_at: Option<i64>,
}

/// The program without its web, over one database.
pub(crate) struct World {
    pub(crate) workflow: Workflow,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) store: SqlStore,
    pub(crate) organisation: String,
    pub(crate) screening: String,
    /// Every code, in the order in which they were made.
    pub(crate) codes: Vec<IssuedCode>,
    /// Those who sent, in the order in which they did.
    pub(crate) senders: Vec<Person>,
    /// Those who began and never sent.
    pub(crate) unfinished: Vec<Person>,
    /// The two who type what was answered on paper.
    typists: [Actor; 2],
}

/// What one person fills in: page by page, the last page; their answers, and what they write.
struct Filled {
    pages: Vec<PagePost>,
    last: LastPost,
    answers: Answers,
    comments: Vec<String>,
}

/// Every so many of those who send do so on paper.
pub(crate) const ON_PAPER: usize = 6;

pub(crate) const PASSWORD: &str = "et langt kodeord";
/// Everyone with an account: two facilitators, the leader, the administrator.
pub(crate) const ACCOUNTS: [&str; 4] =
    ["maja@kommune.dk", "assessor@kommune.dk", "jens@kommune.dk", "drift@kommune.dk"];

impl World {
    /// An open screening, in which everyone who will send has sent.
    pub(crate) async fn collected(address: &str, place: &Invitations, manner: Manner) -> Self {
        let mut world = Self::opened(address, place).await;
        world.unfinished_ones().await;
        let mut turns: Vec<(&'static str, &'static str)> =
            place.iter().flat_map(|(group, unit, _, send)| vec![(*group, *unit); *send]).collect();
        // Not group by group: every seventh, of a number that seven does not divide.
        let count = turns.len();
        assert!(!count.is_multiple_of(7), "{count}");
        turns = (0..count).map(|turn| turns[turn * 7 % count]).collect();
        if manner == Manner::Silent {
            turns.reverse();
        }
        for (turn, (group, unit)) in turns.into_iter().enumerate() {
            world.clock.pass(if manner == Manner::Silent { 29 } else { 3 });
            world.one_sends(group, unit, turn + 1, manner).await;
        }
        world
    }

    /// One more begins, answers and sends.
    pub(crate) async fn one_sends(
        &mut self,
        group: &'static str,
        unit: &'static str,
        number: usize,
        manner: Manner,
    ) {
        let person = if number.is_multiple_of(ON_PAPER) {
            self.on_paper(group, unit, number, manner, true).await
        } else {
            let person = self.answers(group, unit, number, manner).await;
            self.workflow.send(&person.token).await.unwrap();
            person
        };
        self.senders.push(Person { sent_at: Some(self.clock.now()), ..person });
    }

    /// An open screening that nobody has begun in.
    pub(crate) async fn opened(address: &str, place: &Invitations) -> Self {
        let store = SqlStore::open(address).await.unwrap();
        let clock = Arc::new(TestClock::new());
        let workflow = Workflow {
            store: Arc::new(store.clone()),
            clock: clock.clone(),
            random: Arc::new(Seeded::new(11)),
            printer: Arc::new(NoPrinter),
            slow_hash: SlowHash::new(2),
        };
        let me = Actor::CommandLine;
        let organisation = workflow.add_organisation(&me, "Bostedet Åkanden").await.unwrap().id;
        let roles = [Some(Role::Facilitator), Some(Role::Facilitator), Some(Role::Leader), None];
        for (email, role) in ACCOUNTS.into_iter().zip(roles) {
            workflow.add_account(&me, email, email, PASSWORD, role.is_none()).await.unwrap();
            if let Some(role) = role {
                workflow.add_role(&me, email, &organisation, role).await.unwrap();
            }
        }
        let screening = workflow
            .create_screening(&me, &organisation, "Efterår 2026", instrument(), settings(place))
            .await
            .unwrap();
        let codes = workflow.make_codes(&me, &screening).await.unwrap();
        workflow.open_screening(&me, &screening).await.unwrap();
        let (senders, unfinished) = (Vec::new(), Vec::new());
        let mut typists = [Actor::Visitor, Actor::Visitor];
        for (typist, email) in typists.iter_mut().zip(ACCOUNTS) {
            let token = workflow.sign_in(email, PASSWORD).await.unwrap();
            *typist = workflow.actor(Some(&token)).await.unwrap();
            workflow.begin_typing(typist, &screening, true).await.unwrap();
            workflow.sign_out(&token).await.unwrap();
        }
        Self { workflow, clock, store, organisation, screening, codes, senders, unfinished, typists }
    }

    /// Two who begin and pause, one anew after losing a phone, and a booklet that was typed once.
    pub(crate) async fn unfinished_ones(&mut self) {
        for number in [901, 902] {
            let mut person = self.answers("users", "Nord", number, Manner::Talkative).await;
            person.words = Some(self.workflow.pause(&person.token, None).await.unwrap());
            person.sealed = self.lies_sealed(&person.token).await;
            self.unfinished.push(person);
        }
        let lost = self.answers("staff", "Nord", 903, Manner::Talkative).await;
        let found = self.workflow.enter_code(&lost.code, true, None).await.unwrap();
        let Entry::Begin(token) = found else { panic!("begins anew") };
        self.unfinished.push(Person { token, answers: Answers::default(), ..lost });
        let typed = self.on_paper("staff", "Nord", 904, Manner::Talkative, false).await;
        self.unfinished.push(typed);
    }

    /// A booklet that somebody answered: typed by two and sent, or typed once.
    async fn on_paper(
        &self,
        group: &'static str,
        unit: &'static str,
        number: usize,
        manner: Manner,
        twice: bool,
    ) -> Person {
        let code = self.slip(group, unit);
        let mut words = String::new();
        for actor in &self.typists {
            let (flow, id) = (&self.workflow, &*self.screening);
            let typed = BookletCode { code: code.clone(), words: words.clone(), restart: false };
            let token = flow.enter_booklet(actor, id, &typed, None).await.unwrap();
            let booklet = flow.booklet(actor, id, Some(&token)).await.unwrap();
            let Filled { pages, last, answers, comments } = filled(&booklet.questionnaire, number, manner);
            for (page, post) in pages.into_iter().enumerate() {
                flow.type_page(actor, id, Some(&token), page + 1, post).await.unwrap();
            }
            flow.type_last(actor, id, Some(&token), last).await.unwrap();
            let sealed = self.lies_sealed(&token).await;
            match flow.finish_entry(actor, id, Some(&token)).await.unwrap() {
                EntryEnd::Once(three) => words = three,
                other => assert_eq!(other, EntryEnd::Sent, "the two typed alike"),
            }
            if *actor == self.typists[1] || !twice {
                let words = Some(words);
                return Person { group, code, token, answers, comments, words, sealed, sent_at: None };
            }
        }
        panic!("somebody typed it last")
    }

    /// A slip of this group and unit that nobody has used.
    fn slip(&self, group: &str, unit: &str) -> String {
        let used = self.senders.iter().chain(&self.unfinished).map(|person| &person.code).collect::<Vec<_>>();
        let slip = self
            .codes
            .iter()
            .find(|slip| slip.group.as_str() == group && slip.unit == unit && !used.contains(&&slip.code));
        slip.expect("a slip is left").code.clone()
    }

    /// Types an unused slip and answers; `number` is what makes it this person's.
    async fn answers(
        &self,
        group: &'static str,
        unit: &'static str,
        number: usize,
        manner: Manner,
    ) -> Person {
        let code = self.slip(group, unit);
        let entered = self.workflow.enter_code(&code, false, None).await.unwrap();
        let Entry::Begin(token) = entered else { panic!("the code was used before") };
        let questionnaire = self.workflow.questionnaire(&token).await.unwrap();
        let Filled { pages, last, answers, comments } = filled(&questionnaire, number, manner);
        for (page, post) in pages.into_iter().enumerate() {
            self.workflow.save_page(&token, page + 1, post).await.unwrap();
        }
        self.workflow.save_last(&token, last).await.unwrap();
        let sealed = self.lies_sealed(&token).await;
        Person { group, code, token, answers, comments, words: None, sealed, sent_at: None }
    }

    /// What the database holds of the questionnaire behind a token.
    pub(crate) async fn lies_sealed(&self, token: &Token) -> Vec<Vec<u8>> {
        let hash = token_hash(token);
        let code = self.store.code_by_token(&hash).await.unwrap().unwrap();
        let draft = self.store.draft(&code.lookup_key).await.unwrap().unwrap();
        let pages = self.store.pages(&draft.id).await.unwrap();
        let mut sealed =
            vec![hash.to_vec(), code.lookup_key.to_vec(), draft.id.to_vec(), draft.key_under_token];
        sealed.extend(draft.key_under_words);
        sealed.extend(draft.words_salt.map(|salt| salt.to_vec()));
        sealed.extend(pages.into_iter().map(|(_, page)| page));
        // Long values may be spread over pages; their beginning, which is random, is as telling.
        sealed.iter_mut().for_each(|value| value.truncate(32));
        sealed
    }

    /// Closing begins and ends.
    pub(crate) async fn closes(&self) {
        let me = Actor::CommandLine;
        self.clock.pass(7);
        self.workflow.begin_closing(&me, &self.screening).await.unwrap();
        self.workflow.end_closing(&me, &self.screening).await.unwrap();
    }
}

/// What makes it this person's is `number`.
fn filled(questionnaire: &Questionnaire, number: usize, manner: Manner) -> Filled {
    let asked = questionnaire.instrument.questionnaire(&questionnaire.group, questionnaire.form);
    let (mut pages, mut answers, mut comments) = (Vec::new(), Answers::default(), Vec::new());
    let mut left = if manner == Manner::Silent { 624 - number % 625 } else { number };
    for (page, (_, indicators)) in asked.iter().enumerate().take(2) {
        let mut post = PagePost::default();
        for indicator in indicators {
            let step = u8::try_from(1 + left % 5).unwrap();
            left /= 5;
            post.answers.insert(indicator.id.to_string(), step.to_string());
            answers.0.insert(indicator.id.clone(), Answer::Step(step));
        }
        if manner == Manner::Talkative && page == number % 2 {
            let comment = format!("Ytring nummer {number} om hverdagen her.");
            comments.push(comment.clone());
            post.comment = Some(comment);
        }
        pages.push(post);
    }
    let open_answer = match manner {
        Manner::Talkative => format!("Det sidste ord fra plads {number} i huset."),
        Manner::Silent => String::new(),
    };
    comments.extend(Some(open_answer.clone()).filter(|text| !text.is_empty()));
    let last = LastPost {
        open_answer: Some(open_answer),
        consent: "verbatim".into(),
        help: "alone".into(),
        ..LastPost::default()
    };
    Filled { pages, last, answers, comments }
}

fn settings(place: &Invitations) -> Settings {
    let mut invited = Invited::default();
    for (group, unit, count, _) in place {
        invited.0.entry((*group).into()).or_default().insert((*unit).to_owned(), *count);
    }
    Settings {
        language: "da".to_owned(),
        units: vec!["Nord".to_owned(), "Syd".to_owned()],
        invited,
        forms: BTreeMap::from([("users".into(), Form::Short)]),
        closing_minutes: 30,
        ..Settings::default()
    }
}
