//! What a questionnaire keeps and shows: its pages, the last page, the pause.

use super::merging::Merge;
use super::sealed::{DraftPage, LastPage, Opened, TopicPage};
use super::{CodeState, Draft, Help, LONGEST_TEXT, LastPost, PagePost, Questionnaire, Token};
use crate::fields::{self, Problems};
use crate::screenings::Screening;
use crate::sealing::{self, keys};
use crate::words::Words;
use crate::{Error, Problem, Result, Workflow};
use screening::answers::{FormFault, parse_form};
use screening::comment::Consent;
use screening::id::{GroupId, IndicatorId};
use screening::settings::State;

impl Workflow {
    /// The questionnaire behind a token, or [`Error::NotFound`]: none was begun with it, it went on elsewhere or
    /// was begun anew, or closing has ended; [`Problem::Stopped`] where its screening was stopped.
    pub async fn questionnaire(&self, token: &Token) -> Result<Questionnaire> {
        let (code, screening, opened) = self.at_hand(token).await?;
        let draft = opened.map(|opened| opened.draft);
        Ok(shown(screening, code.group, draft))
    }

    /// Keeps what was posted of one page (by its number in the group's order, first is 1): the rest of it stays as it
    /// was, and so does an answer that does not hold.
    ///
    /// # Errors
    ///
    /// Fields `answers[id]`, `notes[id]` and `comment`. [`Error::NotFound`] also where there is no such page. Refused with
    /// [`Problem::Changed`] where the questionnaire was sent meanwhile.
    pub async fn save_page(&self, token: &Token, page: usize, post: PagePost) -> Result<()> {
        loop {
            let (code, screening, opened) = self.unsent(token).await?;
            let (merged, problems) = merged_topic(&code, &screening, &opened, page, &post)?;
            if self.keep(&opened, merged).await? {
                return problems.none();
            }
            // Something else was kept meanwhile, or it was sent: each is one request less, so looking again ends.
        }
    }

    /// Keeps the last page; a field that does not hold stays as it was before.
    ///
    /// # Errors
    ///
    /// Fields `open_answer`, `consent`, `help`; otherwise as [`Workflow::save_page`].
    pub async fn save_last(&self, token: &Token, post: LastPost) -> Result<()> {
        loop {
            let (_, _, opened) = self.unsent(token).await?;
            let (merged, problems) = merged_last(&opened, &post);
            if self.keep(&opened, merged).await? {
                return problems.none();
            }
        }
    }

    /// The three words of this questionnaire, made the first time, in the chosen language where the questionnaire is
    /// asked in that, or else in its own. Opening them again also forgets the wrong words that were tried: whoever
    /// holds the questionnaire may.
    ///
    /// # Errors
    ///
    /// As [`Workflow::save_page`].
    pub async fn pause(&self, token: &Token, chosen: Option<&str>) -> Result<String> {
        let (code, screening, opened) = self.unsent(token).await?;
        self.words_of(token, (code, &screening, opened), chosen).await
    }

    /// See [`Workflow::pause`].
    pub(super) async fn words_of(
        &self,
        token: &Token,
        (code, screening, opened): (CodeState, &Screening, Opened),
        chosen: Option<&str>,
    ) -> Result<String> {
        if let Some(words) = opened.draft.words {
            self.store.forget_words_tries(&opened.stored.id).await?;
            return Ok(words);
        }
        let asked = |code: &&str| screening.instrument.languages.iter().any(|language| language == code);
        let language = chosen.filter(asked).unwrap_or(&screening.settings.language);
        let words = Words::random(language, &*self.random);
        let salt = sealing::random(&*self.random);
        let (typed, canonical) = (opened.code.clone(), words.canonical());
        let outer = self.slow_hash.run(move || keys::words_key(&typed, &canonical, &salt)).await?;
        let under_words = opened.key.under_words(&outer.map_err(sealing::fault)?, &*self.random)?;
        let page = opened.key.seal(&DraftPage::Words(words.shown()), &*self.random)?;
        if self.store.set_words(&opened.stored.id, &salt, &under_words, &page).await? {
            return Ok(words.shown());
        }
        // Asked for twice at once: the first words hold.
        let now = self.opened(&code, token).await?.ok_or(Error::NotFound)?;
        now.draft.words.ok_or(Error::NotFound)
    }

    /// What the receipt depends on: the screening's settings and the group alone. By token after sending see
    /// [`Workflow::questionnaire`]; this is for whoever typed a spent code.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no such screening or group, or it never opened.
    pub async fn receipt(&self, screening: &str, group: &GroupId) -> Result<Questionnaire> {
        let screening = self.store.screening(screening).await?.ok_or(Error::NotFound)?;
        if screening.state == State::Prepared || screening.instrument.group(group).is_none() {
            return Err(Error::NotFound);
        }
        if screening.stopped.is_some() {
            return Err(Error::Refused(Problem::Stopped(screening.id)));
        }
        Ok(shown(screening, group.clone(), None))
    }

    /// Code, screening and draft behind a token; no draft: it was sent. What is typed from a booklet is nobody's here.
    pub(super) async fn at_hand(&self, token: &Token) -> Result<(CodeState, Screening, Option<Opened>)> {
        match self.behind(token).await? {
            (.., Some(Opened { typists: Some(_), .. })) => Err(Error::NotFound),
            held => Ok(held),
        }
    }

    /// As [`Workflow::at_hand`], of a booklet too.
    pub(super) async fn behind(&self, token: &Token) -> Result<(CodeState, Screening, Option<Opened>)> {
        let hash = keys::token_hash(token);
        let Some(code) = self.store.code_by_token(&hash).await? else {
            return Err(self.was_stopped(&hash).await?.unwrap_or(Error::NotFound));
        };
        let screening = self.store.screening(&code.screening).await?.ok_or(Error::NotFound)?;
        if code.spent {
            return Ok((code, screening, None));
        }
        if let Some(opened) = self.opened(&code, token).await? {
            return Ok((code, screening, Some(opened)));
        }
        // Sent between the two looks, or stopped, or not this browser's any more.
        let now = self.store.code_by_token(&hash).await?.filter(|code| code.spent);
        let Some(now) = now else { return Err(self.was_stopped(&hash).await?.unwrap_or(Error::NotFound)) };
        Ok((now, screening, None))
    }

    /// As [`Workflow::at_hand`], for what needs a draft.
    async fn unsent(&self, token: &Token) -> Result<(CodeState, Screening, Opened)> {
        match self.at_hand(token).await? {
            (code, screening, Some(opened)) => Ok((code, screening, opened)),
            (_, _, None) => Err(Error::Refused(Problem::Changed)),
        }
    }

    /// Seals and keeps a page, if there is anything new in it; false where the draft is no longer as it was opened.
    pub(super) async fn keep(&self, opened: &Opened, page: Option<DraftPage>) -> Result<bool> {
        let Some(page) = page else { return Ok(true) };
        let sealed = opened.key.seal(&page, &*self.random)?;
        Ok(self.store.save_page(&opened.stored.id, opened.stored.saves, &sealed).await?)
    }
}

/// A focus point's page with a post merged into it, if that changes anything, and what of the post does not hold.
pub(super) fn merged_topic(
    code: &CodeState,
    screening: &Screening,
    opened: &Opened,
    page: usize,
    post: &PagePost,
) -> Result<(Option<DraftPage>, Problems)> {
    let form = screening.settings.form(&code.group);
    let questionnaire = screening.instrument.questionnaire(&code.group, form);
    let place = page.checked_sub(1).and_then(|place| questionnaire.get(place));
    let (point, asked) = place.ok_or(Error::NotFound)?;
    let mut problems = Problems::default();
    let mut merge = Merge::new(&post.saved, opened.topic_turns(&point.id));
    let before = opened.draft.comments.get(&point.id).cloned().unwrap_or_default();
    let comment = text("comment", post.comment.as_deref(), before, &mut merge, &mut problems);
    let mut topic = TopicPage { comment, ..TopicPage::default() };
    let answered = asked.iter().filter_map(|indicator| opened.draft.answers.get_key_value(&indicator.id));
    topic.answers.extend(answered.map(|(item, answer)| (item.clone(), *answer)));
    for (indicator, value) in &post.answers {
        let values = [(indicator.as_str(), value.as_str())];
        match parse_form(&screening.instrument, &code.group, form, &point.id, values) {
            Ok(answers) if merge.takes(indicator, |shown| shown == value) => {
                topic.answers.remove(&IndicatorId::from(indicator.as_str()));
                topic.answers.extend(answers.0);
            }
            Ok(_) => {}
            Err(fault) => {
                let problem = match fault {
                    FormFault::NotOnScale(_) => Problem::OutsideScale,
                    FormFault::NotAsked(_) | FormFault::NoSuchPage(_) => Problem::NotInQuestionnaire,
                };
                problems.add(format!("answers[{indicator}]"), problem);
            }
        }
    }
    let kept = asked.iter().filter_map(|one| opened.draft.notes.get_key_value(&one.id));
    topic.notes.extend(kept.map(|(indicator, note)| (indicator.clone(), note.clone())));
    for (indicator, typed) in &post.notes {
        let field = format!("notes[{indicator}]");
        let Some(one) = asked.iter().find(|one| one.id.as_str() == indicator && screening.settings.pilot)
        else {
            problems.add(field, Problem::NotInQuestionnaire);
            continue;
        };
        let before = topic.notes.remove(&one.id).unwrap_or_default();
        let note = text(&field, Some(typed), before, &mut merge, &mut problems);
        if !note.is_empty() {
            topic.notes.insert(one.id.clone(), note);
        }
    }
    let page = merge.changed().map(|turns| {
        topic.turns = turns;
        DraftPage::Topic(point.id.clone(), topic)
    });
    Ok((page, problems))
}

/// The last page with a post merged into it, as [`merged_topic`].
pub(super) fn merged_last(opened: &Opened, post: &LastPost) -> (Option<DraftPage>, Problems) {
    let before = &opened.draft;
    let mut problems = Problems::default();
    let mut merge = Merge::new(&post.saved, opened.last_turns());
    let typed = post.open_answer.as_deref();
    let open_answer = text("open_answer", typed, before.open_answer.clone(), &mut merge, &mut problems);
    let consent = match consent(&post.consent) {
        None => {
            problems.add("consent", Problem::NotAChoice);
            before.consent
        }
        Some(_) if !merge.takes("consent", |shown| shown == post.consent) => before.consent,
        Some(consent) => consent,
    };
    let help = match post.help.as_str() {
        "" => Some(Help::default()),
        help => Help::parse(help),
    };
    let help = match help {
        None => {
            problems.add("help", Problem::NotAChoice);
            before.help
        }
        Some(_) if !merge.takes("help", |shown| shown == post.help) => before.help,
        Some(help) => help,
    };
    let page = merge.changed().map(|turns| DraftPage::Last(LastPage { open_answer, consent, help, turns }));
    (page, problems)
}

/// A text field as it is kept: what was written before where nothing was posted, or too much, or what does not take
/// its place.
fn text(
    field: &str,
    typed: Option<&str>,
    before: String,
    merge: &mut Merge<'_>,
    problems: &mut Problems,
) -> String {
    let Some(typed) = typed.map(fields::lines) else { return before };
    if typed.chars().count() > LONGEST_TEXT {
        problems.add(field, Problem::TooLong(LONGEST_TEXT));
        return before;
    }
    if merge.takes(field, |shown| fields::lines(shown) == typed) { typed } else { before }
}

/// The writer's choice as posted; `None`: not one of the choices.
fn consent(posted: &str) -> Option<Option<Consent>> {
    match posted {
        "" => Some(None),
        posted => Consent::parse(posted).map(Some),
    }
}

pub(super) fn shown(screening: Screening, group: GroupId, draft: Option<Draft>) -> Questionnaire {
    Questionnaire {
        form: screening.settings.form(&group),
        screening: screening.id,
        organisation: screening.organisation.name,
        state: screening.state,
        closing_ends_at: screening.closing_ends_at,
        instrument: screening.instrument,
        settings: screening.settings,
        group,
        sent: draft.is_none(),
        draft: draft.unwrap_or_default(),
    }
}
