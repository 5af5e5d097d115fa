//! Someone who answers over a bad network, with a ledger of what they gave.

use super::chance::Chance;
use super::network::{Browser, By, Late, Network};
use super::server::Reply;
use super::tab::Tab;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

/// What may be chosen.
const CHOICES: [&str; 7] = ["1", "2", "3", "4", "5", "DK", "NA"];

/// Pieces of texts that programs trip over.
const TEXTS: [&str; 6] = [
    "Maden er god. 🙂👩🏽‍🌾",
    "مرحبا بكم",
    "<b>ikke</b> & \"nej\"",
    "a=1&b=2;%20",
    "'); DROP",
    "\u{202e}bagvendt",
];

/// Tries before something is taken to be broken.
const TRIES: usize = 200;

/// One person.
pub(crate) struct Respondent {
    name: String,
    browser: Browser,
    pub(crate) network: Network,
    chance: Chance,
    /// Whether their browser runs scripts.
    scripts: bool,
    /// The browser's count of saves.
    turn: u64,
    /// What they gave last, by page and field; what is not here is blank.
    pub(crate) given: BTreeMap<(String, String), String>,
    /// What of it the program has said it keeps.
    acknowledged: BTreeSet<(String, String)>,
}

impl Respondent {
    pub(crate) fn new(address: SocketAddr, seed: u64, number: u64) -> Self {
        let mut chance = Chance::new(seed, 2 * number);
        Self {
            name: format!("person {number} of seed {seed}"),
            browser: Browser::new(address),
            network: Network::new(address, Chance::new(seed, 2 * number + 1)),
            scripts: !chance.once_in(5),
            chance,
            turn: 0,
            given: BTreeMap::new(),
            acknowledged: BTreeSet::new(),
        }
    }

    /// Everything from the code to the receipt.
    pub(crate) async fn answer(&mut self, code: &str) {
        self.begin(code).await;
        for _ in 0..1 + self.chance.below(2) {
            let page = (1 + self.chance.below(8)).to_string();
            self.visit(&page).await;
        }
        self.visit("last").await;
        let late = self.open("1").await;
        self.send().await;
        // A tab that was left open: nothing can be changed any more.
        let mut late = late;
        let field = late.items().remove(0);
        late.touch(&field, "1");
        self.turn += 1;
        let request = self.request(&late, "", By::Script);
        let told = self.browser.ask(&request).await.expect("an answer");
        assert_eq!(told.status, 409, "{}", self.name);
        self.network.deliver_all().await;
        self.send().await;
    }

    /// Asks until an answer comes.
    async fn insist(&mut self, request: &str, late: Late) -> Reply {
        for _ in 0..TRIES {
            if let Some(reply) = self.network.carry(request, late).await {
                self.browser.keep(&reply);
                return reply;
            }
        }
        panic!("{}: no answer to {request}", self.name);
    }

    async fn begin(&mut self, code: &str) {
        let mut fields = vec![("code", code)];
        loop {
            let request = self.browser.form("/api/answer/begin", fields.iter().copied(), By::Button);
            let reply = self.insist(&request, Late::Never).await;
            match reply.header("location") {
                // Begun anew twice at once, the cookie may be that of the one that lost; then its page says so.
                Some("/svar") if fields.len() == 1 => return,
                Some("/svar") => {
                    let request = self.browser.page("/svar");
                    if self.insist(&request, Late::Never).await.status == 200 {
                        return;
                    }
                }
                // The answer to the first try was lost, and with it the cookie. Nothing is written yet.
                Some("/svar/i-brug") => fields = vec![("code", code), ("restart", "on")],
                other => panic!("{}: begun, and sent to {other:?}", self.name),
            }
        }
    }

    /// Opens a page. What was said to be saved stands there; what was not is chosen again.
    async fn open(&mut self, page: &str) -> Tab {
        let path = if page == "last" { "/svar/sidste".to_owned() } else { format!("/svar/emne/{page}") };
        let request = self.browser.page(&path);
        let reply = self.insist(&request, Late::Never).await;
        assert_eq!(reply.status, 200, "{}: {path}", self.name);
        let mut tab = Tab::read(page, &reply.body);
        for (field, shown) in tab.shown.clone() {
            let key = (page.to_owned(), field.clone());
            match self.given.get(&key) {
                // Who helped is never blank.
                None => {
                    assert!(shown.is_empty() || field == "help", "{}: {key:?} was never given", self.name)
                }
                Some(given) if self.acknowledged.contains(&key) => {
                    assert_eq!(*given, shown, "{}: {key:?} was said to be saved", self.name);
                }
                Some(given) => tab.touch(&field, given),
            }
        }
        tab
    }

    /// Counts one save, as the page's script does.
    fn take_turn(&mut self, tab: &Tab) -> Option<u64> {
        self.scripts.then(|| {
            self.turn = self.turn.max(tab.highest) + 1;
            self.turn
        })
    }

    fn request(&mut self, tab: &Tab, go: &str, by: By) -> String {
        let turn = self.take_turn(tab);
        let posted = tab.posts(turn, go);
        let fields = posted.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.browser.form(tab.action, fields, by)
    }

    /// What stands in the touched fields of a tab that is posted is what was given last.
    fn note(&mut self, tab: &Tab) {
        for field in &tab.touched {
            let key = (tab.page.clone(), field.clone());
            self.given.insert(key.clone(), tab.fields[field].clone());
            self.acknowledged.remove(&key);
        }
    }

    fn acknowledge(&mut self, tab: &Tab) {
        self.acknowledged.extend(tab.touched.iter().map(|field| (tab.page.clone(), field.clone())));
    }

    /// One save by the page's script; it may be lost.
    async fn save(&mut self, tab: &Tab) -> bool {
        self.note(tab);
        let request = self.request(tab, "", By::Script);
        let Some(reply) = self.network.carry(&request, Late::May).await else { return false };
        assert_eq!(reply.status, 200, "{}: {}", self.name, reply.body);
        self.acknowledge(tab);
        true
    }

    /// Chooses or writes something somewhere on the page.
    fn touch(&mut self, tab: &mut Tab) {
        if tab.page == "last" {
            let text = format!("{}: {}", self.name, self.chance.one_of(&TEXTS));
            tab.touch("open_answer", &text);
            tab.touch("consent", self.chance.one_of::<&str>(&["verbatim", "paraphrase", "not-to-be-used"]));
            return;
        }
        let field = self.chance.one_of(&tab.items()).clone();
        let choice = *self.chance.one_of(&CHOICES);
        tab.touch(&field, choice);
    }

    /// A while on a page: choosing, changing one's mind, reloading, a second tab; then on by a button.
    async fn visit(&mut self, page: &str) {
        let mut tab = self.open(page).await;
        for _ in 0..1 + self.chance.below(3) {
            match self.chance.below(8) {
                0 if self.scripts => tab = self.open(page).await,
                1 if self.scripts => {
                    let mut other = self.open(page).await;
                    self.touch(&mut other);
                    while !self.save(&other).await {}
                }
                2 if page != "last" => {
                    let field = self.chance.one_of(&tab.items()).clone();
                    let go = format!("clear:{}", &field["item-".len()..]);
                    tab.touch(&field, "");
                    self.press(&tab, &go).await;
                    tab = self.open(page).await;
                }
                _ => {
                    self.touch(&mut tab);
                    if self.scripts {
                        self.save(&tab).await;
                    }
                }
            }
        }
        if page == "last" {
            self.touch(&mut tab);
        }
        let go = if self.chance.once_in(4) { "back" } else { "next" };
        self.press(&tab, go).await;
    }

    /// Presses a button of the form until the next page comes.
    async fn press(&mut self, tab: &Tab, go: &str) {
        self.note(tab);
        let late = if self.scripts { Late::May } else { Late::Never };
        for _ in 0..TRIES {
            let request = self.request(tab, go, By::Button);
            if let Some(reply) = self.network.carry(&request, late).await {
                self.browser.keep(&reply);
                let to = reply.header("location").unwrap_or_default().to_owned();
                assert_eq!(reply.status, 303, "{}: {}", self.name, reply.body);
                assert!(to.starts_with("/svar"), "{}: {go} led to {to}", self.name);
                return self.acknowledge(tab);
            }
        }
        panic!("{}: {go} was never answered", self.name);
    }

    async fn send(&mut self) {
        let request = self.browser.form("/api/answer/send", [], By::Button);
        let reply = self.insist(&request, Late::May).await;
        assert_eq!(reply.header("location"), Some("/svar/kvittering"), "{}", self.name);
        let request = self.browser.page("/svar/kvittering");
        let receipt = self.insist(&request, Late::Never).await;
        assert_eq!(receipt.status, 200, "{}", self.name);
    }

    /// What must be stored of them: the answers by indicator, and what they wrote with its consent.
    pub(crate) fn expected(&self) -> (BTreeMap<String, String>, (String, String)) {
        let of =
            |field: &str| self.given.get(&("last".to_owned(), field.to_owned())).cloned().unwrap_or_default();
        let answers =
            self.given.iter().filter(|(_, value)| !value.is_empty()).filter_map(|((_, field), value)| {
                Some((field.strip_prefix("item-")?.to_owned(), value.clone()))
            });
        (answers.collect(), (of("open_answer"), of("consent")))
    }
}
