//! `open → closing → closed`, and the picture made once.

use crate::{Actor, Result, Workflow};

impl Workflow {
    /// Starts closing: begun questionnaires may be sent for `settings.closing_minutes`, none begun.
    pub async fn begin_closing(&self, actor: &Actor, id: &str) -> Result<()> {
        todo!()
    }
    /// Ends closing now: score, disclose, store the picture, purge drafts and codes, rewrite in key order.
    pub async fn end_closing(&self, actor: &Actor, id: &str) -> Result<()> {
        todo!()
    }
    /// Ends every closing that is due; called every minute by the program.
    pub async fn end_due_closings(&self) -> Result<usize> {
        todo!()
    }
}
