//! A sign-in whose password was right, until its code comes.

use crate::answering::Token;
use crate::ports::Bytes32;
use crate::sealing::random;
use crate::{Error, Result, Workflow};
use sha2::{Digest, Sha256};

/// A sign-in whose password was right waits this long for its code, in seconds.
pub const CODE_WAITS: i64 = 10 * 60;

impl Workflow {
    /// Whether this token is of a sign-in that waits for its code.
    pub async fn code_asked(&self, token: &Token) -> Result<bool> {
        Ok(self.store.sign_in_step(&waiting_key(token), self.clock.now()).await?.is_some())
    }

    /// The code of a sign-in whose password was right: a session, with a token of its own.
    ///
    /// # Errors
    ///
    /// [`Error::NotSignedIn`] where none waits; field `code`: wrong, used before, or tried too often.
    pub async fn give_code(&self, token: &Token, typed: &str) -> Result<Token> {
        let waiting = self.store.sign_in_step(&waiting_key(token), self.clock.now()).await?;
        let id = waiting.ok_or(Error::NotSignedIn)?;
        self.check_code(&id, typed).await?;
        let found = self.store.accounts().await?;
        let account = found.into_iter().find(|(account, disabled)| account.id == id && !disabled);
        // Of two at once, one goes on.
        let goes_on = self.store.end_sign_in_step(&waiting_key(token)).await?;
        let (account, _) = account.filter(|_| goes_on).ok_or(Error::NotSignedIn)?;
        self.begin_session(account).await
    }

    /// A sign-in that waits for its code.
    pub(crate) async fn ask_for_code(&self, account: &str) -> Result<Token> {
        let token = Token(random(&*self.random));
        let now = self.clock.now();
        self.store.start_sign_in_step(&waiting_key(&token), account, now, now + CODE_WAITS).await?;
        Ok(token)
    }

    /// Ends a sign-in that waits, if there is one.
    pub(crate) async fn forget_sign_in(&self, token: &Token) -> Result<()> {
        self.store.end_sign_in_step(&waiting_key(token)).await?;
        Ok(())
    }
}

/// What is stored instead of the token of a sign-in that waits for its code.
fn waiting_key(token: &Token) -> Bytes32 {
    Sha256::new().chain_update(b"pejling sign-in step").chain_update(token.0).finalize().into()
}
