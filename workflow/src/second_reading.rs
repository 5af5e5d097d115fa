//! Comments after the close: the second reader, and what worries.

use crate::fields::{Problems, lines};
use crate::ratings::{Colleague, LONGEST_REASON};
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::comment::{LeftOut, SecondLook};

/// Who reads, and what became of what was read.
#[derive(Clone, Debug)]
pub struct Readers {
    /// Account of the second reader.
    pub second: Option<String>,
    /// Everyone who may read, by name.
    pub colleagues: Vec<Colleague>,
    /// What is left out, counted by criterion.
    pub left_out: LeftOut,
    /// How many are marked as *bekymrende*.
    pub worrying: usize,
}

impl Workflow {
    /// Who reads the comments of a closed screening, and what was left out.
    pub async fn readers(&self, actor: &Actor, screening: &str) -> Result<Readers> {
        let screening = self.facilitated(actor, screening).await?;
        let opened = self.opened_comments(&screening).await?;
        let comments = || opened.iter().filter_map(|group| group.comments.as_deref()).flatten();
        Ok(Readers {
            second: self.store.second_reader(&screening.id).await?,
            colleagues: self.colleagues(&screening).await?,
            left_out: LeftOut::of(comments().map(|(_, comment)| comment)),
            worrying: comments().filter(|(_, comment)| comment.reading.worrying).count(),
        })
    }

    /// Names the second reader, whose yes every comment needs before it may be quoted; or none.
    pub async fn name_second_reader(
        &self,
        actor: &Actor,
        screening: &str,
        second: Option<&str>,
    ) -> Result<()> {
        let screening = self.going(actor, screening).await?;
        if let Some(second) = second
            && !self.colleagues(&screening).await?.iter().any(|colleague| colleague.id == second)
        {
            return Err(Error::field("second", Problem::NotAChoice));
        }
        self.noting(actor, &screening, "second reader named", second.unwrap_or_default())
            .name_second_reader(&screening.id, second)
            .await?;
        Ok(())
    }

    /// The second reader's word on a decision that lets a comment be quoted: yes, or no with a remark for the first
    /// reader. Never of the one who decided ([`Problem::OtherReader`]), nor of another revision than the one they
    /// have read ([`Problem::Changed`]).
    pub async fn look_again(
        &self,
        actor: &Actor,
        screening: &str,
        comment: &str,
        before: u64,
        second: SecondLook,
    ) -> Result<()> {
        let screening = self.going(actor, screening).await?;
        let account = &actor.account()?.id;
        let written = self.opened_comment(&screening, comment).await?;
        let named = self.store.second_reader(&screening.id).await?;
        if named.as_ref() != Some(account) || written.reading.decided_by == *account {
            return Err(Error::Refused(Problem::OtherReader));
        }
        if !written.decision.lets_quote() {
            return Err(Error::Refused(Problem::Changed));
        }
        let second = match second {
            SecondLook::No(remark) => {
                let remark = lines(&remark);
                let mut problems = Problems::default();
                problems.required("remark", &remark, LONGEST_REASON);
                problems.none()?;
                SecondLook::No(remark)
            }
            SecondLook::Yes => SecondLook::Yes,
            SecondLook::NotNeeded | SecondLook::Waiting => {
                return Err(Error::field("verdict", Problem::NotAChoice));
            }
        };
        let noting = self.noting(actor, &screening, "comment read again", "");
        if !noting.look_again(&screening.id, comment, before, &second).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Marks a comment as *bekymrende*, or takes the mark away. It changes nothing of what may be quoted.
    pub async fn mark_worrying(
        &self,
        actor: &Actor,
        screening: &str,
        comment: &str,
        worrying: bool,
    ) -> Result<()> {
        let screening = self.going(actor, screening).await?;
        self.opened_comment(&screening, comment).await?;
        let event = if worrying { "comment marked worrying" } else { "comment mark removed" };
        let noting = self.noting(actor, &screening, event, "");
        if !noting.mark_worrying(&screening.id, comment, worrying).await? {
            return Err(Error::NotFound);
        }
        Ok(())
    }
}
