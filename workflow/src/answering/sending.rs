//! How a questionnaire ends: sent once, whatever happens on the way.

use super::sealed::Opened;
use super::{CodeState, Counted, Draft, NewComment, NewNote, NewResponse, Sending, Sent, Token};
use crate::ports::Randomness;
use crate::screenings::Screening;
use crate::sealing::{self, keys};
use crate::{Error, Problem, Result, Workflow};
use jiff::civil::Date;
use screening::answers::Answers;
use screening::id::FocusPointId;
use screening::settings::Settings;

/// Where fewer are invited, submitted questionnaires are counted per week, not per day.
const COUNTED_BY_DAY: u64 = 20;

/// How often sending looks again where something was kept meanwhile.
const LOOKS: usize = 10;

impl Workflow {
    /// Sends. However often it is called with the token, one response is stored; what was last kept is what is
    /// sent.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] and [`Problem::Stopped`] as [`Workflow::questionnaire`]; [`Problem::Closed`] where closing has
    /// ended. Whatever the error, the draft is still there, unless closing has ended or it was stopped.
    pub async fn send(&self, token: &Token) -> Result<()> {
        self.send_by(token, None).await
    }

    /// As [`Workflow::send`], from a shared tablet: counted as such where it is one of the same screening.
    ///
    /// # Errors
    ///
    /// As [`Workflow::send`].
    pub async fn send_from_tablet(&self, token: &Token, tablet: &Token) -> Result<()> {
        self.send_by(token, Some(tablet)).await
    }

    async fn send_by(&self, token: &Token, tablet: Option<&Token>) -> Result<()> {
        for _ in 0..LOOKS {
            let (code, screening, opened) = self.at_hand(token).await?;
            let Some(opened) = opened else { return Ok(()) };
            let channel = match tablet {
                Some(tablet) if self.is_tablet_of(tablet, &screening.id).await? => "tablet",
                _ => "web",
            };
            match self.sent(token, code, &screening, opened, channel).await? {
                Sent::Stored | Sent::SpentBefore => return Ok(()),
                Sent::Closed => {
                    // Where it was stopped meanwhile, that is said.
                    self.at_hand(token).await?;
                    return Err(Error::Refused(Problem::Closed));
                }
                Sent::Changed => {}
            }
        }
        Err(Error::Refused(Problem::Changed))
    }

    /// Sends a draft as it was opened, once.
    pub(super) async fn sent(
        &self,
        token: &Token,
        code: CodeState,
        screening: &Screening,
        opened: Opened,
        channel: &str,
    ) -> Result<Sent> {
        let sending = Sending {
            screening: code.screening.clone(),
            lookup_key: code.lookup_key,
            token_hash: keys::token_hash(token),
            draft: opened.stored.id,
            saves: opened.stored.saves,
        };
        let counted = self.counted(screening, &code, &opened, channel);
        let response = response(code, opened.draft, &*self.random);
        Ok(self.store.send(&sending, &response, &counted).await?)
    }

    fn counted(&self, screening: &Screening, code: &CodeState, opened: &Opened, channel: &str) -> Counted {
        let (year, month, day) = self.clock.today();
        Counted {
            day: counted_under((year, month, day), &screening.settings, code),
            channel: channel.to_owned(),
            help: opened.draft.help,
            language: screening.settings.language.clone(),
        }
    }
}

/// The day a questionnaire is counted under: the Monday of its week where few are invited, or nobody knows how
/// many.
fn counted_under((year, month, day): (i16, i8, i8), settings: &Settings, code: &CodeState) -> String {
    let many = settings.known_invited().group(&code.group).is_some_and(|invited| invited >= COUNTED_BY_DAY);
    let date = Date::new(year, month, day).unwrap_or_default();
    let since_monday = if many { 0 } else { i64::from(date.weekday().to_monday_zero_offset()) };
    date.saturating_sub(jiff::Span::new().days(since_monday)).to_string()
}

/// What is stored of a draft: group, unit and answers, and each text by itself under a key of its own.
fn response(code: CodeState, draft: Draft, random: &dyn Randomness) -> NewResponse {
    let consent = draft.consent.unwrap_or_default();
    let comment = |focus_point: Option<FocusPointId>, text: String| NewComment {
        key: sealing::random(random),
        focus_point,
        text,
        consent,
    };
    let mut comments: Vec<NewComment> =
        draft.comments.into_iter().map(|(point, text)| comment(Some(point), text)).collect();
    if !draft.open_answer.is_empty() {
        comments.push(comment(None, draft.open_answer));
    }
    // In the order of their keys, so that what one person wrote does not stand in the order of the pages.
    comments.sort_by_key(|comment| comment.key);
    let note = |(indicator, text)| NewNote { key: sealing::random(random), indicator, text };
    let mut notes: Vec<NewNote> = draft.notes.into_iter().map(note).collect();
    notes.sort_by_key(|note| note.key);
    NewResponse {
        key: sealing::random(random),
        group: code.group,
        unit: Some(code.unit).filter(|unit| !unit.is_empty()),
        answers: Answers(draft.answers),
        comments,
        notes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use screening::id::GroupId;
    use screening::settings::Invited;
    use std::collections::BTreeMap;

    fn counted(invited: Option<u64>, today: (i16, i8, i8)) -> String {
        let group = GroupId::from("users");
        let units = invited.map(|n| (group.clone(), BTreeMap::from([(String::new(), n)])));
        let settings = Settings { invited: Invited(units.into_iter().collect()), ..Settings::default() };
        let code = CodeState {
            lookup_key: [0; 32],
            screening: String::new(),
            group,
            unit: String::new(),
            begun: true,
            spent: false,
        };
        counted_under(today, &settings, &code)
    }

    /// 21 November 2026 is a Saturday; its week began on the 16th.
    #[test]
    fn counted_by_the_week_where_few_are_invited() {
        assert_eq!(counted(Some(20), (2026, 11, 21)), "2026-11-21");
        assert_eq!(counted(Some(19), (2026, 11, 21)), "2026-11-16");
        assert_eq!(counted(None, (2026, 11, 21)), "2026-11-16");
        assert_eq!(counted(Some(19), (2026, 11, 16)), "2026-11-16");
        assert_eq!(counted(Some(19), (2027, 1, 1)), "2026-12-28");
    }
}
