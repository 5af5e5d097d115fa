//! Management's answer: at most ten lines, printed as they came, in a version that changes nothing else.

use super::ManagementAnswer;
use crate::fields::{Problems, lines};
use crate::{Actor, Error, Permission, Problem, Result, Role, Workflow};
use screening::language;
use screening::report::{ANSWER_LINES, answer_lines, answer_told, is_answer, with_answer};

/// Longest answer, in characters: ten full lines.
pub const LONGEST_ANSWER: usize = 950;

/// Management's answer as whoever reads the report meets it.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer, where there is one.
    pub answer: Option<ManagementAnswer>,
    /// They are a leader, who writes it.
    pub may_write: bool,
}

fn leads(actor: &Actor, organisation: &str) -> bool {
    matches!(actor, Actor::Account(account)
        if account.roles.iter().any(|(id, role)| id == organisation && *role == Role::Leader))
}

impl Workflow {
    /// Management's answer to a released report.
    pub async fn management_answer(&self, actor: &Actor, screening: &str) -> Result<Reply> {
        self.released_report(actor, screening).await?;
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        let (record, _) = self.store.report_record(&screening.id).await?;
        Ok(Reply { answer: record.answer, may_write: leads(actor, &screening.organisation.id) })
    }

    /// Keeps management's answer to the version that was `seen`, and releases it with the answer as the next. A leader
    /// writes it, or a facilitator types it in; what a leader wrote no facilitator changes
    /// ([`Problem::LeaderAnswered`]).
    ///
    /// # Errors
    ///
    /// Field `answer`: empty, too long, more printed lines than there are; [`Problem::Changed`] where there is a newer
    /// version. To a leader a screening without a released report does not exist.
    pub async fn answer_report(
        &self,
        actor: &Actor,
        screening: &str,
        seen: u32,
        answer: &str,
    ) -> Result<u32> {
        let newest = self.released_report(actor, screening).await?;
        let screening = self.permitted(actor, Permission::ReadReleased, screening).await?;
        let text = lines(answer);
        let most = usize::from(ANSWER_LINES);
        let mut problems = Problems::default();
        problems.required("answer", &text, LONGEST_ANSWER);
        problems.unless(answer_lines(&text) <= most, "answer", Problem::TooManyLines(most));
        problems.none()?;
        let by_leader = leads(actor, &screening.organisation.id);
        let given = ManagementAnswer { text: text.clone(), by_leader };
        if newest.version != seen {
            return Err(Error::Refused(Problem::Changed));
        }
        self.amend_record(&*self.store, &screening, |mut record| {
            if record.answer.as_ref().is_some_and(|answer| answer.by_leader && !by_leader) {
                return Err(Error::Refused(Problem::LeaderAnswered));
            }
            record.answer = Some(given.clone());
            Ok(record)
        })
        .await?;
        let language = language::of(&screening.settings.language);
        let (year, month, day) = self.clock.today();
        let version = newest.version + 1;
        let date = language.date(year, month, day);
        let line = language.version(Some(version), &date);
        let again = newest.report.sentences().any(|sentence| is_answer(&sentence.key));
        let report = with_answer(newest.report, &text, line, language);
        let report = answer_told(report, version, &date, again, language);
        let released = self.printed(version, String::new(), report).await?;
        self.publish(actor, &screening, &released).await?;
        Ok(version)
    }
}
