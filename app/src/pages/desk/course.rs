//! Where a screening stands on the circle of steps, and what waits before the step can be left. It asks the use cases
//! and says what they answer; nothing is decided here.

use super::again::AGAIN;
use super::plan::PLAN;
use super::statements::STATEMENTS;
use super::stop::STOP;
use crate::components::form::field_id;
use crate::error::PageError;
use crate::page::Page;
use crate::words::{Words, fill};
use screening::hearing::HearingNumber;
use screening::settings::{LegalFacts, State};
use workflow::plans::{NextFollowUp, PlanProgress};
use workflow::screenings::Screening;

/// A step of the circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// *Forbered.*
    Prepare,
    /// *Indsaml svar.*
    Collect,
    /// *Luk for svar.*
    Close,
    /// *Høring 1.*
    HearingOne,
    /// *Høring 2.*
    HearingTwo,
    /// *Rapport.*
    Report,
    /// *Overlevering.*
    HandOver,
    /// *Udvikling.*
    Develop,
    /// *Ny pejling.*
    Again,
}

impl Step {
    /// In the order of the circle.
    pub const ALL: [Self; 9] = [
        Self::Prepare,
        Self::Collect,
        Self::Close,
        Self::HearingOne,
        Self::HearingTwo,
        Self::Report,
        Self::HandOver,
        Self::Develop,
        Self::Again,
    ];

    /// Its name.
    pub fn name(self, words: &'static Words) -> &'static str {
        let words = &words.desk.steps;
        match self {
            Self::Prepare => &words.prepare,
            Self::Collect => &words.collect,
            Self::Close => &words.close,
            Self::HearingOne => &words.hearing_one,
            Self::HearingTwo => &words.hearing_two,
            Self::Report => &words.report,
            Self::HandOver => &words.hand_over,
            Self::Develop => &words.develop,
            Self::Again => &words.again,
        }
    }

    /// Its chapter of the handbook.
    pub fn chapter(self) -> &'static str {
        match self {
            Self::Prepare => "forbered",
            Self::Collect => "indsaml",
            Self::Close => "luk",
            Self::HearingOne => "hoering-1",
            Self::HearingTwo => "hoering-2",
            Self::Report => "rapport",
            Self::HandOver => "overlevering",
            Self::Develop => "udvikling",
            Self::Again => "ny-pejling",
        }
    }

    /// The page of the step within a screening.
    fn page(self) -> &'static str {
        match self {
            Self::Prepare => "forbered",
            Self::Collect | Self::Close => "indsaml",
            Self::HearingOne => "hoering/1",
            Self::HearingTwo => "hoering/2",
            Self::Report => "rapport",
            Self::HandOver => "overlevering",
            Self::Develop => PLAN,
            Self::Again => AGAIN,
        }
    }
}

/// Where a screening stands.
#[derive(Clone, Debug)]
pub struct Course {
    /// The screening's id.
    pub id: String,
    /// The organisation's name.
    pub organisation: String,
    /// The screening's name.
    pub name: String,
    /// The picture is made, and the screening goes on.
    pub closed: bool,
    /// There is a picture to look at.
    pub picture: bool,
    /// It was stopped.
    pub stopped: bool,
    /// It may be stopped now.
    pub may_stop: bool,
    /// Newest released version of its report.
    pub released: Option<u32>,
    /// The step it stands at.
    pub now: Step,
    /// When a goal of its plan is looked at next.
    pub next_follow_up: Option<NextFollowUp>,
    /// Somebody only trains on it.
    pub practice: bool,
    /// It was started from an earlier one.
    pub earlier: bool,
    /// How many there are in a row, this one and those before it.
    pub rounds: usize,
    /// It tries the instrument's wording: it ends with how the statements did.
    pub pilot: bool,
}

impl Course {
    /// Asks where a screening stands.
    pub async fn of(page: &Page, screening: &Screening) -> Result<Self, PageError> {
        if let Some(stopped) = &screening.stopped {
            let place = &screening.organisation.name;
            let course = Self::of_stopped(&screening.id, place, &screening.name, stopped.picture);
            let pilot = screening.settings.pilot;
            return Ok(Self { earlier: screening.earlier.is_some(), pilot, ..course });
        }
        if screening.settings.pilot {
            let place = &screening.organisation.name;
            return Ok(Self::of_pilot(&screening.id, place, &screening.name, screening.state));
        }
        let practice = screening.practice.is_some();
        let workflow = &page.state.workflow;
        let all = if practice {
            workflow.practices(&page.actor).await?
        } else {
            workflow.screenings(&page.actor).await?
        };
        let released = all.iter().find(|s| s.id == screening.id).and_then(|s| s.released_version);
        let course = Self::from_parts(
            page,
            &screening.id,
            &screening.organisation.name,
            &screening.name,
            screening.state,
            released,
        )
        .await?;
        let mut before = screening.earlier.as_ref();
        let mut rounds = 1;
        while let Some(id) = before.filter(|_| rounds <= all.len()) {
            rounds += 1;
            before = all.iter().find(|one| one.id == *id).and_then(|one| one.earlier.as_ref());
        }
        let may_stop = course.may_stop && !practice;
        Ok(Self { practice, may_stop, earlier: screening.earlier.is_some(), rounds, ..course })
    }

    /// Where one stands that was stopped, with its picture made or not.
    pub fn of_stopped(id: &str, organisation: &str, name: &str, picture: bool) -> Self {
        Self {
            id: id.to_owned(),
            organisation: organisation.to_owned(),
            name: name.to_owned(),
            closed: false,
            picture,
            stopped: true,
            may_stop: false,
            released: None,
            now: if picture { Step::Close } else { Step::Collect },
            next_follow_up: None,
            practice: false,
            earlier: false,
            rounds: 1,
            pilot: false,
        }
    }

    /// Where a pilot stands.
    pub fn of_pilot(id: &str, organisation: &str, name: &str, state: State) -> Self {
        let closed = state == State::Closed;
        Self {
            closed,
            picture: closed,
            stopped: false,
            may_stop: state != State::Prepared,
            now: match state {
                State::Prepared => Step::Prepare,
                State::Open => Step::Collect,
                State::Closing | State::Closed => Step::Close,
            },
            pilot: true,
            ..Self::of_stopped(id, organisation, name, false)
        }
    }

    /// The steps that it takes.
    pub fn steps(&self) -> impl Iterator<Item = Step> + use<> {
        let last = if self.pilot { Step::Close } else { Step::Again };
        Step::ALL.into_iter().filter(move |step| *step <= last)
    }

    /// The same from what a list of screenings holds.
    pub async fn from_parts(
        page: &Page,
        id: &str,
        organisation: &str,
        name: &str,
        state: State,
        released: Option<u32>,
    ) -> Result<Self, PageError> {
        let plan = match released {
            Some(_) => page.state.workflow.plan_progress(&page.actor, id).await?,
            None => PlanProgress::default(),
        };
        let now = match state {
            State::Prepared => Step::Prepare,
            State::Open => Step::Collect,
            State::Closing => Step::Close,
            State::Closed if plan.goals > 0 => Step::Develop,
            State::Closed if released.is_some() => Step::HandOver,
            State::Closed => {
                let approved = async |number| {
                    let sittings = page.state.workflow.hearing_progress(&page.actor, id, number).await?;
                    Ok::<bool, PageError>(sittings.iter().all(|(line, _)| line.approved))
                };
                if !approved(HearingNumber::First).await? {
                    Step::HearingOne
                } else if !approved(HearingNumber::Second).await? {
                    Step::HearingTwo
                } else {
                    Step::Report
                }
            }
        };
        Ok(Self {
            id: id.to_owned(),
            organisation: organisation.to_owned(),
            name: name.to_owned(),
            closed: state == State::Closed,
            picture: state == State::Closed,
            stopped: false,
            may_stop: state != State::Prepared && released.is_none(),
            released,
            now,
            next_follow_up: plan.next,
            practice: false,
            earlier: false,
            rounds: 1,
            pilot: false,
        })
    }

    /// Address of a page of this screening; empty: the overview.
    pub fn address(&self, page: &str) -> String {
        address(&self.id, page)
    }

    /// Where a step leads, as far as the screening has come.
    pub fn link(&self, step: Step) -> Option<String> {
        let reached = match step {
            _ if self.pilot && step > Step::Close => false,
            Step::HearingOne | Step::HearingTwo | Step::Report => self.closed,
            Step::HandOver | Step::Develop => self.released.is_some(),
            Step::Again => (self.released.is_some() || self.stopped) && !self.practice,
            _ => step <= self.now,
        };
        reached.then(|| self.address(step.page()))
    }

    /// The next thing to do, in words, with its address.
    pub fn next(&self, words: &'static Words, screening: Option<&Screening>) -> (&'static str, String) {
        let overview = &words.desk.overview;
        if self.stopped {
            return (&words.desk.stopping.next, self.address(STOP));
        }
        if self.pilot && self.closed {
            return (&words.desk.pilot.next, self.address(STATEMENTS));
        }
        let (text, page) = match self.now {
            Step::Prepare => match screening {
                Some(s) if missing_facts(&s.settings.legal).is_empty() && s.codes_made => {
                    (&overview.next_open, "indsaml")
                }
                Some(s) if missing_facts(&s.settings.legal).is_empty() => (&overview.next_codes, "koder"),
                _ => (&overview.next_prepare, "forbered"),
            },
            Step::Collect => (&overview.next_collect, "indsaml"),
            Step::Close => (&overview.next_close, "indsaml"),
            Step::HearingOne => (&overview.next_hearing_one, "hoering/1"),
            Step::HearingTwo => (&overview.next_hearing_two, "hoering/2"),
            Step::Report => (&overview.next_report, "rapport"),
            Step::Develop => (&words.desk.plan.next, PLAN),
            Step::HandOver | Step::Again => (&overview.next_hand_over, "overlevering"),
        };
        (text, self.address(page))
    }
}

/// Address of a page of a screening; empty: the overview.
pub fn address(id: &str, page: &str) -> String {
    if page.is_empty() { format!("/screeninger/{id}") } else { format!("/screeninger/{id}/{page}") }
}

/// The legal facts that nobody has written yet.
pub fn missing_facts(legal: &LegalFacts) -> Vec<&'static str> {
    legal.named().into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| name).collect()
}

/// The label of a legal fact.
pub fn fact_label(words: &'static Words, fact: &str) -> &'static str {
    let words = &words.desk.prepare;
    match fact {
        "controller" => &words.controller,
        "data_protection_officer" => &words.data_protection_officer,
        "legal_basis" => &words.legal_basis,
        "retention" => &words.retention,
        "agreement" => &words.agreement,
        _ => &words.impact_assessment,
    }
}

/// What waits before the step can be left: words and where to mend it.
pub async fn missing(
    page: &Page,
    course: &Course,
    screening: &Screening,
) -> Result<Vec<(String, String)>, PageError> {
    let words = &page.words.desk.overview;
    let workflow = &page.state.workflow;
    let mut missing = Vec::new();
    if course.stopped || (course.pilot && course.closed) {
        return Ok(missing);
    }
    let mut add = |text: String, page: &str| missing.push((text, course.address(page)));
    match course.now {
        Step::Prepare => {
            for fact in missing_facts(&screening.settings.legal) {
                let field = field_id(&format!("legal[{fact}]"));
                let fact = fact_label(page.words, fact);
                add(fill(&words.missing_fact, &[("fact", fact)]), &format!("forbered#{field}"));
            }
            if !screening.codes_made {
                add(words.missing_codes.clone(), "koder");
            }
        }
        Step::Collect | Step::Close => {
            let language = screening::language::of(page.language);
            let texts = screening.instrument.texts(page.language);
            for count in workflow.counts(&page.actor, &course.id).await? {
                let group = screening.instrument.group(&count.group);
                let opens = group.is_some_and(|group| {
                    screening::comment::opens(
                        group.disclosure,
                        count.submitted,
                        screening.settings.min_group_size,
                    )
                });
                if !opens {
                    let values = [
                        ("group", texts.group(&count.group)),
                        ("counted", &language.counted(count.submitted, count.invited)),
                        ("smallest", &language.number_word(screening.settings.min_group_size.k())),
                    ];
                    add(fill(&words.missing_answers, &values), "indsaml");
                }
            }
        }
        Step::HearingOne | Step::HearingTwo => {
            let number =
                if course.now == Step::HearingOne { HearingNumber::First } else { HearingNumber::Second };
            let sittings = workflow.hearing_progress(&page.actor, &course.id, number).await?;
            for (line, minuted) in sittings.iter().filter(|(line, _)| !line.approved) {
                let at = format!("hoering/{}", line.sitting);
                let letter = (sittings.len() > 1).then(|| line.sitting.letter().to_string());
                let named = |text: &str| match &letter {
                    Some(letter) => {
                        format!("{} ({})", text, fill(&page.words.desk.sittings.one, &[("letter", letter)]))
                    }
                    None => text.to_owned(),
                };
                if line.date.trim().is_empty() {
                    add(named(&words.missing_date), &at);
                }
                add(named(if *minuted { &words.missing_approval } else { &words.missing_minutes }), &at);
            }
        }
        Step::Report => {
            let waiting = waiting_comments(page, &course.id).await?;
            if waiting > 0 {
                add(fill(&words.missing_comments, &[("count", &waiting.to_string())]), "kommentarer");
            }
        }
        Step::HandOver | Step::Develop | Step::Again => {}
    }
    Ok(missing)
}

/// Comments that wait for somebody to decide about them.
pub async fn waiting_comments(page: &Page, screening: &str) -> Result<usize, PageError> {
    let groups = page.state.workflow.comments(&page.actor, screening).await?;
    Ok(groups
        .iter()
        .filter_map(|group| group.comments.as_ref())
        .flatten()
        .filter(|(_, comment)| comment.waits())
        .count())
}
