//! Comments after the close: the first reader's decisions.

use crate::answering::LONGEST_TEXT;
use crate::fields::{Problems, lines};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::comment::{self, Comment, Consent, Criterion, Decision, Quote, SecondLook};
use screening::id::GroupId;
use screening::instrument::Group;
use screening::language;
use screening::settings::State;

/// The comments of one group, or why they stay shut.
#[derive(Clone, Debug)]
pub struct GroupComments {
    /// The group.
    pub group: GroupId,
    /// Comments with ids; `None`: fewer than k of a protected group submitted.
    pub comments: Option<Vec<(String, Comment)>>,
}

/// A decision as somebody made it.
#[derive(Clone, Debug)]
pub struct Deciding {
    /// The decision.
    pub decision: Decision,
    /// Revision of the comment's reading that they have seen; `None`: whatever it is.
    pub before: Option<u64>,
    /// They were asked about what looks like a name, a CPR number or an e-mail address in what will be quoted, and
    /// keep it.
    pub sure: bool,
}

impl From<Decision> for Deciding {
    /// A decision of which nothing is asked.
    fn from(decision: Decision) -> Self {
        Self { decision, before: None, sure: true }
    }
}

impl Workflow {
    /// Comments by group, in key order (which is random).
    pub async fn comments(&self, actor: &Actor, screening: &str) -> Result<Vec<GroupComments>> {
        let screening = self.facilitated(actor, screening).await?;
        self.opened_comments(&screening).await
    }

    /// Decides about one. A writer's *only in other words* cannot be approved word for word, nor written anew in
    /// the writer's own words ([`Problem::SameWords`]); *not to be used* not at all. A named second reader says yes
    /// or no and does not decide ([`Problem::OtherReader`]).
    ///
    /// A comment of a group that stays shut is not found. Once a report was released the original is gone, so
    /// that what was left out stays out ([`Problem::Changed`]).
    pub async fn decide_comment(
        &self,
        actor: &Actor,
        screening: &str,
        comment: &str,
        deciding: impl Into<Deciding> + Send,
    ) -> Result<()> {
        let screening = self.going(actor, screening).await?;
        let deciding = deciding.into();
        let written = self.opened_comment(&screening, comment).await?;
        let account = actor.account().map_or("", |account| &account.id);
        if self.store.second_reader(&screening.id).await?.as_deref() == Some(account) {
            return Err(Error::Refused(Problem::OtherReader));
        }
        let decision = checked(&written, deciding.decision)?;
        let quoted = match &decision {
            Decision::Approved => written.text.as_str(),
            Decision::Rewritten(words) => words,
            Decision::Waiting | Decision::LeftOut(_) => "",
        };
        let mut problems = Problems::default();
        screening.ask_who(&mut problems, "text", quoted, deciding.sure);
        problems.none()?;
        // Which comment is not said: the log has a time, a comment has none.
        let noting = self.noting(actor, &screening, "comment decided", "");
        if !noting.decide(&screening.id, comment, deciding.before, &decision, account).await? {
            return Err(Error::Refused(Problem::Changed));
        }
        Ok(())
    }

    /// Those that may be quoted, as they are printed.
    pub async fn quotes(&self, actor: &Actor, screening: &str) -> Result<Vec<Quote>> {
        let screening = self.facilitated(actor, screening).await?;
        self.quotable(&screening).await
    }

    /// What may be quoted, group by group; a rewritten comment is marked in the screening's language.
    pub(crate) async fn quotable(&self, screening: &Screening) -> Result<Vec<Quote>> {
        let mark = language::of(&screening.settings.language).rewritten();
        let opened = self.opened_comments(screening).await?;
        let comments = opened.iter().filter_map(|group| group.comments.as_deref()).flatten();
        Ok(comments.filter_map(|(_, comment)| comment::quote(comment, mark)).collect())
    }

    pub(crate) async fn opened_comments(&self, screening: &Screening) -> Result<Vec<GroupComments>> {
        if screening.state != State::Closed {
            return Err(Error::Refused(Problem::WrongState));
        }
        let mut comments = self.store.comments(&screening.id).await?;
        if self.store.second_reader(&screening.id).await?.is_none() {
            comments.iter_mut().for_each(|(_, comment)| comment.reading.second = SecondLook::NotNeeded);
        }
        let opened = |group: &Group| GroupComments {
            group: group.id.clone(),
            comments: comment::opens(
                group.disclosure,
                submitted(screening, &group.id),
                screening.settings.min_group_size,
            )
            .then(|| comments.iter().filter(|(_, comment)| comment.group == group.id).cloned().collect()),
        };
        Ok(screening.instrument.groups.iter().map(opened).collect())
    }

    /// One that is opened.
    pub(crate) async fn opened_comment(&self, screening: &Screening, comment: &str) -> Result<Comment> {
        self.opened_comments(screening)
            .await?
            .into_iter()
            .flat_map(|group| group.comments.unwrap_or_default())
            .find_map(|(id, written)| (id == comment).then_some(written))
            .ok_or(Error::NotFound)
    }
}

/// Questionnaires that a group submitted, as counted when the picture was made.
pub(crate) fn submitted(screening: &Screening, group: &GroupId) -> u64 {
    let counts = screening.picture.iter().flat_map(|picture| &picture.groups);
    counts.filter(|count| count.group == *group).map(|count| count.submitted).sum()
}

/// The decision as it is kept, if the writer's choice and what is left of the comment allow it.
fn checked(comment: &Comment, decision: Decision) -> Result<Decision> {
    let original_gone = comment.text.is_empty();
    match (comment.consent, decision) {
        (Consent::NotToBeUsed, Decision::Approved | Decision::Rewritten(_))
        | (Consent::Paraphrase, Decision::Approved) => Err(Error::field("decision", Problem::NotAChoice)),
        (_, Decision::Approved | Decision::Waiting) if original_gone => Err(Error::Refused(Problem::Changed)),
        (_, Decision::Rewritten(_)) if original_gone && matches!(comment.decision, Decision::LeftOut(_)) => {
            Err(Error::Refused(Problem::Changed))
        }
        (_, Decision::LeftOut(Criterion::NotStated)) => Err(Error::field("criterion", Problem::NotAChoice)),
        (_, Decision::Rewritten(text)) => {
            let text = lines(&text);
            let mut problems = Problems::default();
            problems.required("text", &text, LONGEST_TEXT);
            problems.none()?;
            if comment.consent == Consent::Paraphrase
                && let Some(run) = comment::run_kept(&comment.text, &text)
            {
                return Err(Error::field("text", Problem::SameWords(run)));
            }
            Ok(Decision::Rewritten(text))
        }
        (_, decision) => Ok(decision),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use screening::comment::Reading;

    const LEFT_OUT: Decision = Decision::LeftOut(Criterion::SaysNothing);

    fn comment(consent: Consent, text: &str, decision: Decision) -> Comment {
        Comment {
            group: "users".into(),
            focus_point: None,
            text: text.into(),
            consent,
            decision,
            reading: Reading::default(),
        }
    }

    fn allowed(consent: Consent, decision: Decision) -> bool {
        checked(&comment(consent, "Kaffen er god.", Decision::Waiting), decision).is_ok()
    }

    #[test]
    fn the_writers_choice_is_kept() {
        let rewritten = || Decision::Rewritten("Der er glæde ved pauserne.".into());
        assert!(allowed(Consent::Verbatim, Decision::Approved));
        assert!(allowed(Consent::Verbatim, rewritten()));
        assert!(!allowed(Consent::Paraphrase, Decision::Approved));
        assert!(allowed(Consent::Paraphrase, rewritten()));
        assert!(!allowed(Consent::NotToBeUsed, Decision::Approved));
        assert!(!allowed(Consent::NotToBeUsed, rewritten()));
        for consent in [Consent::Verbatim, Consent::Paraphrase, Consent::NotToBeUsed] {
            assert!(allowed(consent, LEFT_OUT));
            assert!(allowed(consent, Decision::Waiting));
        }
    }

    #[test]
    fn somebody_says_why_one_is_left_out() {
        assert!(!allowed(Consent::Verbatim, Decision::LeftOut(Criterion::NotStated)));
        for criterion in Criterion::TO_CHOOSE {
            assert!(allowed(Consent::Verbatim, Decision::LeftOut(criterion)));
        }
    }

    #[test]
    fn only_in_other_words_is_not_in_the_same() {
        let same = || Decision::Rewritten("kaffen er god!".into());
        assert!(!allowed(Consent::Paraphrase, same()));
        assert!(allowed(Consent::Verbatim, same()), "whoever may be quoted word for word may be");
    }

    #[test]
    fn other_words_are_words() {
        assert!(!allowed(Consent::Paraphrase, Decision::Rewritten(" \n ".into())));
        assert!(!allowed(Consent::Paraphrase, Decision::Rewritten("å".repeat(2001))));
    }

    #[test]
    fn what_is_deleted_is_not_brought_back() {
        let left_out = comment(Consent::Verbatim, "", LEFT_OUT);
        for decision in [Decision::Approved, Decision::Waiting, Decision::Rewritten("Noget andet.".into())] {
            assert!(matches!(checked(&left_out, decision), Err(Error::Refused(Problem::Changed))));
        }
        let rewritten = comment(Consent::Paraphrase, "", Decision::Rewritten("Der er ro.".into()));
        assert!(checked(&rewritten, Decision::Rewritten("Der er ro her.".into())).is_ok());
        assert!(checked(&rewritten, LEFT_OUT).is_ok());
    }
}
