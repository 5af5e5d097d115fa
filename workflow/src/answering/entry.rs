//! How a browser comes to hold a questionnaire: by a code, or by a code and three words.

use crate::code::AccessCode;
use crate::ports::Bytes32;
use crate::sealing::{self, keys};
use crate::{Result, Workflow};

impl Workflow {
    /// What the database knows a code by. Slow on purpose.
    pub(crate) async fn lookup_key(&self, code: &AccessCode) -> Result<Bytes32> {
        let salt = self.store.salt(sealing::random(&*self.random)).await?;
        let code = code.clone();
        let key = self.slow_hash.run(move || keys::lookup_key(&code, &salt)).await?;
        Ok(key.map_err(sealing::fault)?)
    }
}
