//! The first time: where nobody has an account, whoever reads the console makes the first administrator's.

use crate::answering::Token;
use crate::audit::hex;
use crate::ports::Bytes32;
use crate::{Account, Actor, Error, Problem, Result, Workflow};
use sha2::{Digest, Sha256};

/// The link works this long, in seconds: a day. Each start of the program makes a new one.
pub const SETUP_LASTS: i64 = 24 * 60 * 60;

/// The installation's mark that holds what is stored of the link, and its end.
const MARK: &str = "set-up link";

impl Workflow {
    /// A new link's token for the console, where nobody has an account; what was offered before ends. The program itself
    /// calls this.
    pub async fn offer_setup(&self) -> Result<Option<Token>> {
        if !self.store.accounts().await?.is_empty() {
            return Ok(None);
        }
        let mut token = Token([0; 32]);
        self.random.fill(&mut token.0);
        let until = self.clock.now() + SETUP_LASTS;
        self.store.set_mark(MARK, &[setup_key(&token).as_slice(), &until.to_be_bytes()].concat()).await?;
        Ok(Some(token))
    }

    /// Whether this link still works.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where it does not.
    pub async fn setup_open(&self, token: &Token) -> Result<()> {
        self.setup_mark(token).await.map(drop)
    }

    /// Makes the first administrator's account, once.
    ///
    /// # Errors
    ///
    /// As [`Workflow::setup_open`] and [`Workflow::add_account`]; field `again`: another password.
    pub async fn set_up(
        &self,
        token: &Token,
        email: &str,
        name: &str,
        password: &str,
        again: &str,
    ) -> Result<Account> {
        let mark = self.setup_mark(token).await?;
        if password != again {
            return Err(Error::field("again", Problem::NotTheSame));
        }
        // Of two who try at once, one goes on.
        if !self.store.take_mark(MARK, &mark).await? {
            return Err(Error::NotFound);
        }
        let added = self.add_account(&Actor::CommandLine, email, name, password, true).await;
        if added.is_err() {
            self.store.set_mark(MARK, &mark).await?;
        }
        added
    }

    /// The mark of a link that still works.
    async fn setup_mark(&self, token: &Token) -> Result<Vec<u8>> {
        let mark = self.store.mark(MARK).await?.ok_or(Error::NotFound)?;
        let (key, until) = mark.split_first_chunk::<32>().ok_or(Error::NotFound)?;
        let until = until.try_into().map(i64::from_be_bytes).map_err(|_| Error::NotFound)?;
        let holds = *key == setup_key(token) && self.clock.now() < until;
        // An account that came by the command line meanwhile closes it.
        if holds && self.store.accounts().await?.is_empty() { Ok(mark) } else { Err(Error::NotFound) }
    }
}

/// The address of a link.
pub fn setup_address(site: &str, token: &Token) -> String {
    format!("{site}/foerste-gang/{}", hex(&token.0))
}

/// What is stored instead of the link's token.
fn setup_key(token: &Token) -> Bytes32 {
    Sha256::new().chain_update(b"pejling set-up link").chain_update(token.0).finalize().into()
}
