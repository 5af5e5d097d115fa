//! What somebody answered on paper, typed by two people: each from the booklet, neither seeing what the other typed until
//! both are done. Then the second settles what differs against the paper, and it is sent like any other.
//!
//! Both lie sealed in one draft under the booklet's code. The first person writes the draft's three words on the booklet,
//! and only with them it is opened again, here or elsewhere. Who typed is sealed with it and goes with it; what stays is
//! who says that they type for this screening, and never which booklets.

mod ending;

use super::pages::{merged_last, merged_topic, shown};
use super::sealed::{DraftPage, Given, Opened, Typists};
use super::{CodeState, LastPost, PagePost, Questionnaire, Token};
use crate::code::AccessCode;
use crate::fields::Problems;
use crate::screenings::Screening;
use crate::sealing::{self, keys};
use crate::{Account, Actor, Error, Problem, Result, Role, Workflow};
use screening::double_entry::{self, Field};
use screening::settings::State;

/// Who types for a screening.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypistsOf {
    /// Whoever asks is one of them.
    pub mine: bool,
    /// The names of all, in their own order.
    pub names: Vec<String>,
}

/// A booklet's code as typed.
#[derive(Clone, Default)]
pub struct BookletCode {
    /// The code.
    pub code: String,
    /// The three words that stand on the booklet, where somebody began with it before.
    pub words: String,
    /// Delete what was begun with the code.
    pub restart: bool,
}

/// A booklet as one person types it.
#[derive(Clone, Debug)]
pub struct Booklet {
    /// Its questions, with what this person typed so far.
    pub questionnaire: Questionnaire,
    /// It was typed once before.
    pub second: bool,
    /// The three words to write on it; the second person has them from there.
    pub words: Option<String>,
    /// Typed twice: where the two differ.
    pub differences: Option<Vec<Difference>>,
}

/// A place where two people typed differently; both as a form posts it.
#[derive(Clone, PartialEq, Eq)]
pub struct Difference {
    /// The place.
    pub field: Field,
    /// What the first typed.
    pub first: String,
    /// What the second typed.
    pub second: String,
}

/// What the end of typing a booklet leads to.
#[derive(Clone, PartialEq, Eq)]
pub enum EntryEnd {
    /// Typed once: these three words stand on it, and somebody else types it again.
    Once(String),
    /// Typed twice, and there is something to settle.
    Differs,
    /// Typed twice, alike, and sent.
    Sent,
}

/// A booklet behind a browser's token.
struct Held {
    code: CodeState,
    screening: Screening,
    opened: Opened,
    typists: Typists,
}

impl Held {
    /// As whoever types it now sees it.
    fn own(self) -> Self {
        let opened = if self.typists.first_done { self.opened.turned() } else { self.opened };
        Self { opened, ..self }
    }
}

impl Workflow {
    /// Who says that they type booklets of this screening.
    pub async fn typists(&self, actor: &Actor, id: &str) -> Result<TypistsOf> {
        let account = actor.account()?;
        let screening = self.going(actor, id).await?;
        let all = self.store.typists(&screening.id).await?;
        let mine = all.iter().any(|(typist, _)| *typist == account.id);
        let mut names: Vec<String> = all.into_iter().map(|(_, name)| name).collect();
        names.sort();
        Ok(TypistsOf { mine, names })
    }

    /// Somebody says that they work elsewhere, as booklets promise, and types from now on. The log has a line of that, and
    /// none of any booklet.
    ///
    /// # Errors
    ///
    /// Field `elsewhere`: nobody said so. [`Problem::LeaderTypes`]; [`Problem::WrongState`] where nobody can answer.
    pub async fn begin_typing(&self, actor: &Actor, id: &str, elsewhere: bool) -> Result<()> {
        let account = actor.account()?;
        let screening = self.going(actor, id).await?;
        never_a_leader(account, &screening)?;
        if !matches!(screening.state, State::Open | State::Closing) {
            return Err(Error::Refused(Problem::WrongState));
        }
        let mut problems = Problems::default();
        problems.unless(elsewhere, "elsewhere", Problem::NotAgreed);
        problems.none()?;
        // A second time there is nothing to keep, and no second line.
        self.noting(actor, &screening, "booklets typed", "").add_typist(id, &account.id).await?;
        Ok(())
    }

    /// Takes up a booklet by its code: a new one, one that this browser holds, or one that was begun before, with its
    /// three words. Gives the browser's token.
    ///
    /// # Errors
    ///
    /// Field `code`: empty, mistyped, unknown, of another screening, spent, not open yet, closing (none may be begun) or
    /// closed; [`Problem::TypedBefore`] where the same person typed all of it before. Field `words`:
    /// [`Problem::BookletBegun`] where there are none, wrong, tried too often. Field `elsewhere` as in
    /// [`Workflow::begin_typing`].
    pub async fn enter_booklet(
        &self,
        actor: &Actor,
        id: &str,
        typed: &BookletCode,
        held: Option<&Token>,
    ) -> Result<Token> {
        let (_, account) = self.typist(actor, id).await?;
        let refused = |problem| Error::field("code", problem);
        let code = AccessCode::parse(&typed.code).map_err(refused)?;
        let lookup_key = self.lookup_key(&code).await?;
        loop {
            let (known, screening) = self.known(&lookup_key).await?;
            if screening.id != id {
                return Err(refused(Problem::CodeElsewhere));
            }
            match screening.state {
                State::Prepared => return Err(refused(Problem::NotOpenYet)),
                State::Closed => return Err(refused(Problem::Closed)),
                State::Open | State::Closing if known.spent => return Err(refused(Problem::CodeSpent)),
                State::Open | State::Closing => {}
            }
            if known.begun && !typed.restart {
                let token = match held {
                    Some(token) if self.holds(&known, token).await? => token.clone(),
                    _ => self.moved_here(&code, &typed.words, &known, &screening, account).await?,
                };
                return self.taken_up(token, account).await;
            }
            if screening.state == State::Closing {
                return Err(refused(Problem::Closing));
            }
            let begun = self.begin(&code, Given::OnPaper, &lookup_key, typed.restart).await?;
            if let Some(token) = begun {
                return self.taken_up(token, account).await;
            }
            // Somebody was faster, as in [`Workflow::enter_code`].
        }
    }

    /// The booklet that this browser holds, as whoever asks types it.
    ///
    /// # Errors
    ///
    /// [`Problem::NoBooklet`] where there is none, or somebody else types it.
    pub async fn booklet(&self, actor: &Actor, id: &str, token: Option<&Token>) -> Result<Booklet> {
        let held = self.typed_here(actor, id, token).await?;
        let second = held.typists.first_done;
        let differences = held.typists.second_done.then(|| held.differences());
        let words = held.opened.draft.words.clone().filter(|_| !second);
        let Held { code, screening, opened, .. } = held.own();
        let questionnaire = shown(screening, code.group, Some(opened.draft));
        Ok(Booklet { questionnaire, second, words, differences })
    }

    /// Keeps one page of the booklet as it was typed, with keys for answers ([`double_entry::keyed`]).
    ///
    /// # Errors
    ///
    /// As [`Workflow::save_page`], and [`Problem::NoBooklet`].
    pub async fn type_page(
        &self,
        actor: &Actor,
        id: &str,
        token: Option<&Token>,
        page: usize,
        typed: PagePost,
    ) -> Result<()> {
        loop {
            let held = self.typed_here(actor, id, token).await?.own();
            let mut post = typed.clone();
            let scale = held.screening.instrument.scale;
            post.answers.values_mut().for_each(|typed| *typed = double_entry::keyed(scale, typed));
            let (merged, problems) = merged_topic(&held.code, &held.screening, &held.opened, page, &post)?;
            if self.keep_typed(&held, merged).await? {
                return problems.none();
            }
        }
    }

    /// Keeps the last page as it was typed.
    ///
    /// # Errors
    ///
    /// As [`Workflow::save_last`], and [`Problem::NoBooklet`].
    pub async fn type_last(
        &self,
        actor: &Actor,
        id: &str,
        token: Option<&Token>,
        post: LastPost,
    ) -> Result<()> {
        loop {
            let held = self.typed_here(actor, id, token).await?.own();
            let (merged, problems) = merged_last(&held.opened, &post);
            if self.keep_typed(&held, merged).await? {
                return problems.none();
            }
        }
    }

    /// A screening that this account types booklets of.
    async fn typist<'a>(&self, actor: &'a Actor, id: &str) -> Result<(Screening, &'a Account)> {
        let account = actor.account()?;
        let screening = self.going(actor, id).await?;
        never_a_leader(account, &screening)?;
        if !self.store.typists(id).await?.iter().any(|(typist, _)| *typist == account.id) {
            return Err(Error::field("elsewhere", Problem::NotAgreed));
        }
        Ok((screening, account))
    }

    /// The booklet behind a token, whoever types it; `None` where it was sent.
    async fn typed_before(&self, id: &str, token: Option<&Token>) -> Result<Option<Held>> {
        let none = || Error::Refused(Problem::NoBooklet);
        let (code, screening, opened) = match self.behind(token.ok_or_else(none)?).await {
            Err(Error::NotFound) => return Err(none()),
            found => found?,
        };
        if screening.id != id {
            return Err(none());
        }
        let Some(opened) = opened else { return Ok(None) };
        let typists = opened.typists.clone().ok_or_else(none)?;
        Ok(Some(Held { code, screening, opened, typists }))
    }

    /// The booklet behind a token that this account types now.
    async fn typed_here(&self, actor: &Actor, id: &str, token: Option<&Token>) -> Result<Held> {
        let (_, account) = self.typist(actor, id).await?;
        let held = self.typed_before(id, token).await?;
        let own = held.filter(|held| {
            let Typists { first, first_done, second, .. } = &held.typists;
            if *first_done { second } else { first }.contains(&account.id)
        });
        own.ok_or(Error::Refused(Problem::NoBooklet))
    }

    /// A booklet that was begun before, opened with its words for this browser.
    async fn moved_here(
        &self,
        code: &AccessCode,
        words: &str,
        known: &CodeState,
        screening: &Screening,
        account: &Account,
    ) -> Result<Token> {
        let begun = || Error::field("words", Problem::BookletBegun);
        if words.trim().is_empty() {
            return Err(begun());
        }
        let stored = self.store.draft(&known.lookup_key).await?.ok_or_else(begun)?;
        let key = self.key_by_words(code, words, screening, &stored).await?;
        let pages = self.store.pages(&stored.id).await?;
        let opened = key.open_all(stored, &pages)?;
        // What somebody writes on a screen is opened there alone.
        let typists = opened.typists.ok_or_else(|| Error::field("words", Problem::WrongWords))?;
        may_type(&typists, account)?;
        let token = Token(sealing::random(&*self.random));
        let under_token = opened.key.under_token(&token, &*self.random)?;
        let hash = keys::token_hash(&token);
        if self.store.continue_with(&known.lookup_key, &opened.stored.id, &hash, &under_token).await? {
            Ok(token)
        } else {
            Err(begun())
        }
    }

    /// Notes in the draft that this account types it, and makes its words.
    async fn taken_up(&self, token: Token, account: &Account) -> Result<Token> {
        loop {
            let (code, screening, opened) = self.behind(&token).await?;
            let opened = opened.ok_or_else(|| Error::field("code", Problem::CodeSpent))?;
            let mut typists = opened.typists.clone().unwrap_or_default();
            may_type(&typists, account)?;
            let now = if typists.first_done { &mut typists.second } else { &mut typists.first };
            if now.contains(&account.id) {
                self.words_of(&token, (code, &screening, opened), None).await?;
                return Ok(token);
            }
            now.push(account.id.clone());
            self.keep(&opened, Some(DraftPage::Typists(typists))).await?;
            // Kept, or something else was meanwhile: looking again says.
        }
    }

    async fn keep_typed(&self, held: &Held, page: Option<DraftPage>) -> Result<bool> {
        let second = held.typists.first_done;
        let page = page.map(|page| if second { DraftPage::Second(Box::new(page)) } else { page });
        self.keep(&held.opened, page).await
    }
}

/// A booklet promises that nobody who works at the place opens it; of leaders the program knows.
fn never_a_leader(account: &Account, screening: &Screening) -> Result<()> {
    let leads = |(place, role): &(String, Role)| *place == screening.organisation.id && *role == Role::Leader;
    if account.roles.iter().any(leads) { Err(Error::Refused(Problem::LeaderTypes)) } else { Ok(()) }
}

/// Nobody checks what they typed themselves.
fn may_type(typists: &Typists, account: &Account) -> Result<()> {
    if typists.first_done && typists.first.contains(&account.id) {
        return Err(Error::field("code", Problem::TypedBefore));
    }
    Ok(())
}
