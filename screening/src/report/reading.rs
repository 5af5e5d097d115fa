//! The published figures as a report reads them: names, means in a row, who leads, where it lies highest and lowest.

use super::{Basis, ReportSources, Sentence};
use crate::figures::{any, standing};
use crate::id::{FocusPointId, GroupId, IndicatorId};
use crate::instrument::{Disclosure, Texts};
use crate::language::{Language, Mean};
use crate::picture::{Figure, Kind};
use crate::signals::{Signal, SignalKind, Subject, rule, said, said_agreement};

/// A focus point with one group's mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    pub(super) point: &'a FocusPointId,
    pub(super) figure: Figure,
    pub(super) n: u64,
}

/// The sources with what every section asks of them.
pub(super) struct Reading<'a> {
    pub(super) sources: &'a ReportSources<'a>,
    pub(super) language: &'static dyn Language,
    pub(super) texts: &'a Texts,
    /// Some figure may stand.
    pub(super) figures: bool,
    /// The groups whose figures lead: each of service users with a figure, else the first protected one with any.
    pub(super) leading: Vec<&'a GroupId>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(sources: &'a ReportSources<'a>) -> Self {
        let texts = sources.instrument.texts(sources.language.code());
        let figures = any(sources.published, sources.instrument);
        let mut reading = Self { sources, language: sources.language, texts, figures, leading: Vec::new() };
        let shown = |id: &GroupId| !reading.placed(id).is_empty();
        let groups = &sources.instrument.groups;
        let users: Vec<&GroupId> =
            groups.iter().filter(|g| g.service_users && shown(&g.id)).map(|g| &g.id).collect();
        let other =
            groups.iter().find(|g| g.disclosure == Disclosure::Protected && shown(&g.id)).map(|g| &g.id);
        reading.leading = if users.is_empty() { other.into_iter().collect() } else { users };
        reading
    }

    pub(super) fn name(&self, group: &'a GroupId) -> &'a str {
        self.texts.group(group)
    }

    /// A focus point's title, quoted.
    pub(super) fn point(&self, point: &FocusPointId) -> String {
        self.language.quoted(self.texts.focus_point(point))
    }

    /// The title of what a signal is about, quoted.
    pub(super) fn subject(&self, subject: &Subject) -> String {
        match &subject.indicator {
            Some(indicator) => self.language.quoted(self.texts.indicator(indicator).trim_end_matches('.')),
            None => self.point(&subject.focus_point),
        }
    }

    /// The groups: service users first, then other protected ones, then those in role.
    pub(super) fn groups(&self) -> Vec<&'a crate::instrument::Group> {
        let mut groups: Vec<_> = self.sources.instrument.groups.iter().collect();
        groups.sort_by_key(|group| (!group.service_users, group.disclosure == Disclosure::InRole));
        groups
    }

    /// The means that may stand on a code, service users first.
    pub(super) fn means(&self, kind: Kind, code: &str) -> Vec<Mean<'a>> {
        let mean = |group: &'a GroupId| {
            let (figure, n) =
                standing(self.sources.published, self.sources.instrument, kind, code, group).mean()?;
            Some(Mean { group: self.name(group), figure, n })
        };
        self.groups().into_iter().filter_map(|group| mean(&group.id)).collect()
    }

    /// A group's focus points that have a figure, in the instrument's order.
    pub(super) fn placed(&self, group: &GroupId) -> Vec<Placed<'a>> {
        let points = self.sources.instrument.focus_points.iter();
        points
            .filter_map(|point| {
                let code = point.id.as_str();
                let (figure, n) =
                    standing(self.sources.published, self.sources.instrument, Kind::FocusPoint, code, group)
                        .mean()?;
                Some(Placed { point: &point.id, figure, n })
            })
            .collect()
    }

    /// A group's focus points with the lowest mean: more than one where they are equal as published.
    pub(super) fn lowest(&self, group: &GroupId) -> Vec<Placed<'a>> {
        let placed = self.placed(group);
        let least = placed.iter().map(|one| rank(one.figure)).min();
        placed.into_iter().filter(|one| Some(rank(one.figure)) == least).collect()
    }

    /// A group's focus points, the highest first, then in the instrument's order.
    pub(super) fn highest(&self, group: &GroupId) -> Vec<Placed<'a>> {
        let mut placed = self.placed(group);
        placed.sort_by_key(|one| std::cmp::Reverse(rank(one.figure)));
        placed
    }

    /// The scale's level of a figure as published; a bound counts as the bound.
    pub(super) fn level(&self, figure: Figure) -> f64 {
        self.sources.instrument.scale.level(figure.number())
    }

    pub(super) fn said(&self, signal: &Signal) -> String {
        said(signal, self.sources.published, self.sources.instrument, self.language)
    }

    /// The means of every group on a signal's subject, and the agreement of the group that leads.
    pub(super) fn every_voice(&self, signal: &Signal) -> String {
        let (kind, code) = signal.subject.code();
        let means = self.language.means(&self.subject(&signal.subject), &self.means(kind, code));
        match said_agreement(signal, self.sources.published, self.sources.instrument, self.language) {
            Some(agreement) => format!("{means} {agreement}"),
            None => means,
        }
    }

    /// A signal as a sentence of its own.
    pub(super) fn finding(&self, key: String, signal: &Signal) -> Sentence {
        let text = self.language.finding(signal.kind, &self.subject(&signal.subject), &self.said(signal));
        sentence(key, text, self.basis(signal))
    }

    /// What a signal rests on: its rule and the figures of its subject.
    pub(super) fn basis(&self, signal: &Signal) -> Vec<String> {
        let (kind, code) = signal.subject.code();
        let subject = format!("{code} {}", self.subject(&signal.subject));
        vec![
            self.language.basis_rule(&rule(signal.kind, self.sources.instrument, self.language)),
            self.language.basis_figures(&subject, &self.means(kind, code)),
        ]
    }

    /// The figures of a focus point, as a basis.
    pub(super) fn figures_of(&self, point: &FocusPointId) -> String {
        let means = self.means(Kind::FocusPoint, point.as_str());
        self.language.basis_figures(&format!("{point} {}", self.point(point)), &means)
    }

    pub(super) fn signals(&self, kind: SignalKind) -> impl Iterator<Item = &'a Signal> {
        self.sources.signals.iter().filter(move |signal| signal.kind == kind)
    }

    /// The indicator that speaks loudest in a focus point, else its first.
    pub(super) fn indicator(&self, point: &FocusPointId) -> Option<&'a IndicatorId> {
        let loudest =
            self.sources.signals.iter().filter(|s| s.kind != SignalKind::Strength).find_map(|signal| {
                signal.subject.indicator.as_ref().filter(|_| signal.subject.focus_point == *point)
            });
        let first = || Some(&self.sources.instrument.focus_point(point)?.indicators.first()?.id);
        loudest.or_else(first)
    }

    /// The question for dialogue of an indicator.
    pub(super) fn question(&self, indicator: &IndicatorId) -> Option<&'a str> {
        self.texts.indicators.get(indicator)?.dialogue.as_deref()
    }
}

/// A figure in hundredths, a bound a little beyond itself: equal as published is equal.
pub(super) fn rank(figure: Figure) -> i64 {
    let hundredths = (figure.number() * 100.0).round() as i64;
    match figure {
        Figure::Value(_) => hundredths,
        Figure::Over(_) => hundredths + 1,
        Figure::Under(_) => hundredths - 1,
    }
}

/// A sentence with what it rests on.
pub(super) fn sentence(key: impl Into<String>, text: String, basis: Vec<String>) -> Sentence {
    let basis = basis.into_iter().map(Basis).collect();
    Sentence { key: key.into(), text, original: None, basis, lines: Vec::new() }
}

/// The sentence, resting on these lines of the minutes too.
pub(super) fn on_lines(sentence: Sentence, lines: &[&str]) -> Sentence {
    let lines = lines.iter().filter(|id| !id.is_empty()).map(|id| (*id).to_owned()).collect();
    Sentence { lines, ..sentence }
}
