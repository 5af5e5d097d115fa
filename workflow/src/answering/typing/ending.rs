//! How typing a booklet ends: the two compared, what differs settled against the paper, sent once.

use super::super::sealed::DraftPage;
use super::super::{Draft, Help, LONGEST_TEXT, Sent, Token};
use super::{Difference, EntryEnd, Held};
use crate::fields::{Problems, lines};
use crate::screenings::Screening;
use crate::{Actor, Error, Problem, Result, Workflow};
use screening::answers::Answer;
use screening::comment::Consent;
use screening::double_entry::{self, Field, Typing};
use std::collections::BTreeMap;

/// What is chosen where nothing stands on the paper.
const NOTHING: &str = "blank";

impl Held {
    /// Where the two differ; as the first typed it, not turned.
    pub(super) fn differences(&self) -> Vec<Difference> {
        let form = self.screening.settings.form(&self.code.group);
        let asked = self.screening.instrument.questionnaire(&self.code.group, form);
        let (first, second) = (&self.opened.draft, &self.opened.second);
        let differing = double_entry::differences(&asked, &typing(first), &typing(second));
        differing
            .into_iter()
            .map(|field| Difference { first: value(first, &field), second: value(second, &field), field })
            .collect()
    }
}

impl Workflow {
    /// All of the booklet is typed. A second time gives the same again.
    ///
    /// # Errors
    ///
    /// [`Problem::NoBooklet`]; [`Problem::Closed`] where closing has ended.
    pub async fn finish_entry(&self, actor: &Actor, id: &str, token: Option<&Token>) -> Result<EntryEnd> {
        let (_, account) = self.typist(actor, id).await?;
        loop {
            let Some(held) = self.typed_before(id, token).await? else { return Ok(EntryEnd::Sent) };
            let mut typists = held.typists.clone();
            if typists.first.contains(&account.id) {
                let words = held.opened.draft.words.clone().unwrap_or_default();
                if std::mem::replace(&mut typists.first_done, true)
                    || self.keep(&held.opened, Some(DraftPage::Typists(typists))).await?
                {
                    return Ok(EntryEnd::Once(words));
                }
                continue;
            }
            if !typists.second.contains(&account.id) {
                return Err(Error::Refused(Problem::NoBooklet));
            }
            if held.differences().is_empty() {
                if self.sent_typed(token, held).await? {
                    return Ok(EntryEnd::Sent);
                }
            } else if std::mem::replace(&mut typists.second_done, true)
                || self.keep(&held.opened, Some(DraftPage::Typists(typists))).await?
            {
                return Ok(EntryEnd::Differs);
            }
        }
    }

    /// Settles every difference by what stands on the paper, and sends. `settled` is by [`Field::name`]: an answer, a text or
    /// a choice as a form posts it, `blank` where the paper has none.
    ///
    /// # Errors
    ///
    /// Fields `settled[…]`: not chosen, outside the scale, too long; then nothing is sent. [`Problem::NoBooklet`];
    /// [`Problem::Closed`] where closing has ended.
    pub async fn settle_booklet(
        &self,
        actor: &Actor,
        id: &str,
        token: Option<&Token>,
        settled: &BTreeMap<String, String>,
    ) -> Result<()> {
        let (_, account) = self.typist(actor, id).await?;
        loop {
            let Some(mut held) = self.typed_before(id, token).await? else { return Ok(()) };
            if !held.typists.second_done || !held.typists.second.contains(&account.id) {
                return Err(Error::Refused(Problem::NoBooklet));
            }
            let mut problems = Problems::default();
            for Difference { field, .. } in held.differences() {
                let chosen = settled.get(&field.name()).map_or("", String::as_str);
                if let Err(problem) = settle(&mut held.opened.draft, &held.screening, &field, chosen) {
                    problems.add(format!("settled[{}]", field.name()), problem);
                }
            }
            problems.none()?;
            if self.sent_typed(token, held).await? {
                return Ok(());
            }
        }
    }

    /// Sends what the first typed, with what was settled in it; false where something was kept meanwhile.
    async fn sent_typed(&self, token: Option<&Token>, held: Held) -> Result<bool> {
        let token = token.ok_or(Error::Refused(Problem::NoBooklet))?;
        match self.sent(token, held.code, &held.screening, held.opened, "paper").await? {
            Sent::Stored | Sent::SpentBefore => Ok(true),
            Sent::Changed => Ok(false),
            Sent::Closed => Err(Error::Refused(Problem::Closed)),
        }
    }
}

fn typing(draft: &Draft) -> Typing {
    Typing {
        answers: draft.answers.clone(),
        comments: draft.comments.clone(),
        open_answer: draft.open_answer.clone(),
        consent: draft.consent,
        help: draft.help.as_str().to_owned(),
    }
}

/// What a draft has at a place, as a form posts it.
fn value(draft: &Draft, field: &Field) -> String {
    match field {
        Field::Answer(indicator) => draft.answers.get(indicator).map(ToString::to_string).unwrap_or_default(),
        Field::Comment(point) => draft.comments.get(point).cloned().unwrap_or_default(),
        Field::OpenAnswer => draft.open_answer.clone(),
        Field::Consent => draft.consent.map_or("", Consent::as_str).to_owned(),
        Field::Help => draft.help.as_str().to_owned(),
    }
}

/// Puts what stands on the paper in its place.
fn settle(
    draft: &mut Draft,
    screening: &Screening,
    field: &Field,
    chosen: &str,
) -> std::result::Result<(), Problem> {
    let text = || {
        let text = lines(chosen);
        if text.chars().count() > LONGEST_TEXT { Err(Problem::TooLong(LONGEST_TEXT)) } else { Ok(text) }
    };
    match field {
        Field::Comment(point) => {
            draft.comments.insert(point.clone(), text()?);
            draft.comments.retain(|_, text| !text.is_empty());
        }
        Field::OpenAnswer => draft.open_answer = text()?,
        _ if chosen.is_empty() => return Err(Problem::NotAChoice),
        Field::Answer(indicator) if chosen == NOTHING => {
            draft.answers.remove(indicator);
        }
        Field::Answer(indicator) => {
            let answer = Answer::parse(chosen.as_bytes(), screening.instrument.scale);
            draft.answers.insert(indicator.clone(), answer.ok_or(Problem::OutsideScale)?);
        }
        Field::Consent if chosen == NOTHING => draft.consent = None,
        Field::Consent => draft.consent = Some(Consent::parse(chosen).ok_or(Problem::NotAChoice)?),
        Field::Help => draft.help = Help::parse(chosen).ok_or(Problem::NotAChoice)?,
    }
    Ok(())
}
