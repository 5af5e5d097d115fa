//! *Siden sidst*: what has moved since the screening before, users first; what nobody can say; what can't be compared.

use super::findings::section;
use super::reading::{Reading, rank, sentence};
use super::{Block, Section, SectionKind, Sentence};
use crate::comparison::{Earlier, Moved, PublishedChange, Reason};
use crate::id::GroupId;
use crate::instrument::Texts;
use crate::language::Mean;
use crate::picture::Kind;
use crate::plan::{Goal, GoalState, MOST_OPEN};

/// Changes that are told of a group of service users, and of another.
const MOST: [usize; 2] = [4, 2];
/// Changes that are told beside a goal.
const MOST_OF_GOAL: usize = 2;
/// A sign of success longer than this stands in the plan alone: the report has four pages.
const LONGEST_SIGN: usize = 200;
/// Subjects that can't be compared, by name.
const MOST_NAMED: usize = 3;

/// The section; `None` where there is nothing to compare, not even in vain.
pub(super) fn since_last(reading: &Reading<'_>, earlier: &Earlier) -> Option<Section> {
    let language = reading.language;
    let since = Since { reading, earlier, before: earlier.instrument.texts(language.code()) };
    let basis = || vec![language.basis_since(&earlier.name, None)];
    let lead = sentence("since-last.lead", language.since_lead(&earlier.name), basis());
    let mut list = since.told();
    let compared = !list.is_empty();
    list.extend(since.not_comparable());
    if list.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Paragraph(vec![lead]), Block::List(list), Block::List(since.goals())];
    if compared {
        let note = sentence("since-last.note", language.since_note().to_owned(), Vec::new());
        blocks.push(Block::Paragraph(vec![note]));
    }
    section(SectionKind::SinceLast, language.section(SectionKind::SinceLast), blocks)
}

struct Since<'a, 'r> {
    reading: &'a Reading<'r>,
    earlier: &'a Earlier,
    before: &'a Texts,
}

impl Since<'_, '_> {
    /// What has moved, users first; then what nobody can say, and where there are too few.
    fn told(&self) -> Vec<Sentence> {
        let language = self.reading.language;
        let basis = || vec![language.basis_since(&self.earlier.name, None)];
        let (mut list, mut rest, mut few) = (Vec::new(), Vec::new(), Vec::new());
        let mut unsure: Vec<&str> = Vec::new();
        for group in self.reading.groups() {
            let name = self.reading.texts.group(&group.id);
            let own: Vec<&PublishedChange> = self
                .earlier
                .changes
                .iter()
                .filter(|change| change.group == group.id && self.earlier.leads(change))
                .collect();
            let of = |moved: Moved| own.iter().copied().filter(move |change| change.moved() == moved);
            let mut changed: Vec<&PublishedChange> = of(Moved::Higher).chain(of(Moved::Lower)).collect();
            changed.sort_by_key(|change| {
                std::cmp::Reverse(change.difference.map_or(0, |difference| rank(difference).abs()))
            });
            let [users, others] = MOST;
            let most = if group.service_users { users } else { others };
            list.extend(changed.iter().take(most).filter_map(|change| self.moved(name, change)));
            if let Some(more) = changed.len().checked_sub(most).filter(|more| *more > 0) {
                let key = format!("since-last.moved-too.{}", group.id);
                list.push(sentence(key, language.since_moved_too(name, more), basis()));
            }
            if of(Moved::Unsure).next().is_some() {
                if changed.is_empty() {
                    unsure.push(name);
                } else {
                    let key = format!("since-last.rest.{}", group.id);
                    rest.push(sentence(key, language.since_unsure_rest(name), basis()));
                }
            }
            let subjects: Vec<String> = of(Moved::Few).map(|change| self.subject(change)).collect();
            if !subjects.is_empty() {
                let some = (subjects.len() < own.len()).then(|| language.list(&subjects));
                let key = format!("since-last.few.{}", group.id);
                few.push(sentence(key, language.since_few(name, some.as_deref()), basis()));
            }
        }
        if !unsure.is_empty() {
            list.push(sentence("since-last.unsure", language.since_unsure(&unsure), basis()));
        }
        list.into_iter().chain(rest).chain(few).collect()
    }

    /// The goals that were begun, each with its own sign of success beside how the answers moved that it is about.
    fn goals(&self) -> Vec<Sentence> {
        let language = self.reading.language;
        let begun = self.earlier.goals.iter().filter(|goal| goal.state() != GoalState::Written);
        let told = (1..).zip(begun.take(MOST_OPEN)).map(|(place, goal)| {
            let sign = goal.success.split_whitespace().collect::<Vec<_>>().join(" ");
            let sign = if sign.chars().count() > LONGEST_SIGN { "" } else { sign.as_str() };
            let statement = goal.statement.trim_end_matches('.');
            let mut text = vec![language.since_goal(statement, goal.state(), sign)];
            let measured = self.measured(goal);
            text.extend(measured.iter().take(MOST_OF_GOAL).map(|one| one.text.clone()));
            if measured.is_empty() && !goal.indicators.is_empty() {
                text.push(language.since_goal_unsure().to_owned());
            }
            let basis = vec![language.basis_since(&self.earlier.name, None)];
            sentence(format!("since-last.goal.{place}"), text.join(" "), basis)
        });
        told.collect()
    }

    /// What moved on a goal's indicators, users first.
    fn measured(&self, goal: &Goal) -> Vec<Sentence> {
        let mut measured = Vec::new();
        for group in self.reading.groups() {
            let own = self.earlier.changes.iter().filter(|change| {
                let about = goal.indicators.iter().any(|id| id.as_str() == change.code);
                let moved = matches!(change.moved(), Moved::Higher | Moved::Lower);
                change.kind == Kind::Indicator && change.group == group.id && about && moved
            });
            let name = self.reading.texts.group(&group.id);
            measured.extend(own.filter_map(|change| self.moved(name, change)));
        }
        measured
    }

    /// A change, with the means of both rounds and the persons behind each.
    fn moved(&self, group: &str, change: &PublishedChange) -> Option<Sentence> {
        let language = self.reading.language;
        let [then, now] = self
            .earlier
            .sides(self.reading.sources.published, change)?
            .map(|(figure, n)| Mean { group, figure, n });
        let higher = change.moved() == Moved::Higher;
        let text = language.since_moved(&self.subject(change), now, then, higher);
        let basis = language.basis_since(&self.earlier.name, change.interval);
        Some(sentence(format!("since-last.moved.{}.{}", change.group, change.code), text, vec![basis]))
    }

    /// Groups that were asked once only, and then what else was not asked alike.
    fn not_comparable(&self) -> Vec<Sentence> {
        let language = self.reading.language;
        let all = &self.earlier.not_comparable;
        let basis = || vec![language.basis_since(&self.earlier.name, None)];
        let other = all.iter().find_map(|one| match one.reason {
            Reason::OtherInstrument => Some(false),
            Reason::OtherScale => Some(true),
            Reason::New | Reason::Gone | Reason::Wording | Reason::Statements => None,
        });
        if let Some(scale) = other {
            return vec![sentence("since-last.other", language.since_other(scale).to_owned(), basis())];
        }
        let once = |reason: Reason| {
            let mut groups: Vec<&GroupId> = Vec::new();
            for one in all.iter().filter(|one| one.reason == reason) {
                let only = all.iter().all(|other| other.group != one.group || other.reason == reason)
                    && self.earlier.changes.iter().all(|change| change.group != one.group);
                if only && !groups.contains(&&one.group) {
                    groups.push(&one.group);
                }
            }
            groups
        };
        let (new, gone) = (once(Reason::New), once(Reason::Gone));
        let mut list = Vec::new();
        if !new.is_empty() {
            let names: Vec<&str> = new.iter().map(|group| self.reading.texts.group(group)).collect();
            list.push(sentence("since-last.new", language.since_new(&names), basis()));
        }
        if !gone.is_empty() {
            let names: Vec<&str> = gone.iter().map(|group| self.before.group(group)).collect();
            list.push(sentence("since-last.gone", language.since_gone(&names), basis()));
        }
        let mut subjects: Vec<String> = Vec::new();
        let indicators = all.iter().filter(|one| one.kind == Kind::Indicator);
        for one in indicators.filter(|one| !new.contains(&&one.group) && !gone.contains(&&one.group)) {
            let subject = self.title(one.kind, &one.code);
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        if !subjects.is_empty() {
            let more = subjects.len().saturating_sub(MOST_NAMED);
            subjects.truncate(MOST_NAMED);
            let text = language.since_not_comparable(&subjects, more);
            list.push(sentence("since-last.not-comparable", text, basis()));
        }
        list
    }

    fn subject(&self, change: &PublishedChange) -> String {
        self.title(change.kind, &change.code)
    }

    /// A title in the later instrument's words; in the earlier one's where that alone has it.
    fn title(&self, kind: Kind, code: &str) -> String {
        let later = self.reading.sources.instrument;
        let texts = match kind {
            Kind::Indicator if later.indicator(&code.into()).is_none() => self.before,
            Kind::FocusPoint if later.focus_point(&code.into()).is_none() => self.before,
            _ => self.reading.texts,
        };
        let title = match kind {
            Kind::Indicator => texts.indicator(&code.into()).to_owned(),
            _ => texts.focus_point(&code.into()).to_owned(),
        };
        self.reading.language.quoted(title.trim_end_matches('.'))
    }
}
