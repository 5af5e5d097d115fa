//! Material for a hearing, as data: a page in easy language, and a page a theme.

use super::{Hearing, HearingNumber, MinuteLine, SlotKind, Theme, speaker, timetable};
use crate::chart::{Chart, Drawing, PlotRow, Width};
use crate::comment::Quote;
use crate::evidence::{Evidence, IndicatorRating, about};
use crate::figures::{Standing, any, standing};
use crate::id::{GroupId, IndicatorId};
use crate::instrument::{Disclosure, Instrument};
use crate::language::{EasyFacts, Language};
use crate::picture::{Kind, Published};
use crate::promise::Passage;
use crate::signals::said;
use serde::{Deserialize, Serialize};

/// What material is made from.
#[derive(Clone, Copy)]
pub struct MaterialSources<'a> {
    /// The instrument, frozen.
    pub instrument: &'a Instrument,
    /// Language of the material.
    pub language: &'static dyn Language,
    /// The figures as published.
    pub published: &'a Published,
    /// First or second.
    pub number: HearingNumber,
    /// Plan and agenda.
    pub hearing: &'a Hearing,
    /// Minutes of the first hearing, for the second.
    pub minutes: &'a [MinuteLine],
    /// Documents and observations.
    pub evidence: &'a [Evidence],
    /// Settled ratings.
    pub ratings: &'a [IndicatorRating],
    /// Comments that may be quoted.
    pub quotes: &'a [Quote],
    /// Name of the organisation.
    pub organisation: &'a str,
    /// Minutes after midnight when it begins; `None`: times count from 0.00.
    pub begins: Option<u32>,
}

/// A line of the printed agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Time of day, or time since the beginning.
    pub time: String,
    /// What for.
    pub what: String,
    /// How long, minutes.
    pub minutes: u32,
}

/// What one group was asked, with its own figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chair {
    /// The group.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// The statement put to it.
    pub statement: String,
    /// *2,6 af 5 · n = 21*, or why there is no figure.
    pub figure: String,
}

/// A page of the material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThemePage {
    /// *Tema 2 af 4*.
    pub heading: String,
    /// Title of the focus point.
    pub title: String,
    /// Why it is here, with its numbers; `None` where the facilitator added it.
    pub why: Option<String>,
    /// The statements side by side.
    pub chairs: Vec<Chair>,
    /// The focus point and the indicator; `None` without figures.
    pub chart: Option<Chart>,
    /// The indicator alone in large type, for the screen in the room; `None` without figures.
    pub track: Option<Chart>,
    /// A question for dialogue.
    pub question: Option<String>,
    /// What documents and observations say, one a line.
    pub evidence: Vec<String>,
    /// What people wrote: words and whose.
    pub quotes: Vec<(String, String)>,
    /// What the first hearing said, for the second.
    pub minutes: Vec<String>,
}

/// Material for a hearing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Material {
    /// Language code of the words.
    pub language: String,
    /// *Høring 1 · 2. februar 2027*.
    pub kicker: String,
    /// The organisation.
    pub title: String,
    /// The page in easy language.
    pub easy: Vec<(String, Vec<String>)>,
    /// The card for everyone in the room.
    pub card: Vec<String>,
    /// The agenda with times.
    pub agenda: Vec<AgendaLine>,
    /// The themes.
    pub themes: Vec<ThemePage>,
    /// What the facilitator does, step by step.
    pub script: Vec<String>,
}

/// Quotes on a theme's page at most.
const MOST_QUOTES: usize = 4;
/// Documents and observations on a theme's page at most.
const MOST_EVIDENCE: usize = 4;

/// The material of a hearing; without figures where none may stand.
pub fn material(sources: &MaterialSources<'_>) -> Material {
    let MaterialSources { instrument, language, hearing, .. } = *sources;
    let texts = instrument.texts(language.code());
    let titles: Vec<String> =
        hearing.themes.iter().map(|theme| texts.focus_point(&theme.focus_point).to_owned()).collect();
    let labels = &texts.scale.labels;
    let easy = language.easy_page(&EasyFacts {
        number: sources.number,
        place: instrument.place(language),
        themes: &titles,
        scale: (instrument.scale.min, instrument.scale.max),
        ends: labels.first().zip(labels.last()).map(|(first, last)| (first.as_str(), last.as_str())),
        smallest: sources.published.min_group_size.k(),
        figures: any(sources.published, instrument),
    });
    let name = language.sitting_name(sources.number, hearing.letter);
    let kicker: Vec<&str> =
        [name.as_str(), hearing.date.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    Material {
        language: language.code().to_owned(),
        kicker: kicker.join(" · "),
        title: sources.organisation.to_owned(),
        easy: easy.into_iter().map(|Passage { heading, paragraphs }| (heading, paragraphs)).collect(),
        card: language.card(),
        agenda: agenda(sources, &titles),
        themes: hearing.themes.iter().enumerate().map(|(place, theme)| page(sources, place, theme)).collect(),
        script: language.script(sources.number),
    }
}

fn agenda(sources: &MaterialSources<'_>, titles: &[String]) -> Vec<AgendaLine> {
    let begins = sources.begins.unwrap_or(0);
    timetable(titles.len())
        .into_iter()
        .map(|slot| {
            let title = match slot.kind {
                SlotKind::Theme(place) => titles.get(place).map_or("", String::as_str),
                _ => "",
            };
            AgendaLine {
                time: sources.language.clock(begins + slot.start),
                what: sources.language.slot(slot.kind, title),
                minutes: slot.minutes,
            }
        })
        .collect()
}

fn page(sources: &MaterialSources<'_>, place: usize, theme: &Theme) -> ThemePage {
    let MaterialSources { instrument, language, published, .. } = *sources;
    let texts = instrument.texts(language.code());
    let indicator = theme.indicator.clone().or_else(|| most_asked(instrument, theme));
    let signal = theme.signal.as_ref().map(|signal| {
        let words = said(signal, published, instrument, language);
        (language.signal_name(signal.kind), words)
    });
    let mut rows = vec![PlotRow::new(Kind::FocusPoint, theme.focus_point.as_str())];
    rows.extend(indicator.as_ref().map(|id| PlotRow::new(Kind::Indicator, id.as_str())));
    let stands = |row: &PlotRow| {
        let figure = |group: &GroupId| standing(published, instrument, row.kind, &row.code, group).mean();
        instrument.groups.iter().any(|group| figure(&group.id).is_some())
    };
    let prefix = format!("theme-{}", place + 1);
    let drawing = Drawing { published, instrument, language, prefix: &prefix, rounds: None };
    ThemePage {
        heading: language.theme_heading(place + 1, sources.hearing.themes.len()),
        title: texts.focus_point(&theme.focus_point).to_owned(),
        why: signal.filter(|(_, words)| !words.is_empty()).map(|(name, words)| format!("{name}: {words}")),
        chairs: indicator.as_ref().map(|id| chairs(sources, id)).unwrap_or_default(),
        chart: rows.iter().any(stands).then(|| drawing.dot_plot(&rows, Width::Wide)),
        track: indicator.as_ref().and_then(|id| {
            let prefix = format!("{prefix}-track");
            Drawing { prefix: &prefix, ..drawing }.track(&PlotRow::new(Kind::Indicator, id.as_str()))
        }),
        question: indicator
            .as_ref()
            .and_then(|id| texts.indicators.get(id)?.dialogue.clone())
            .filter(|question| !question.is_empty()),
        evidence: evidence(sources, theme),
        quotes: sources
            .quotes
            .iter()
            .filter(|quote| quote.focus_point.as_ref() == Some(&theme.focus_point))
            .take(MOST_QUOTES)
            .map(|quote| (quote.text.clone(), texts.group(&quote.group).to_owned()))
            .collect(),
        minutes: sources
            .minutes
            .iter()
            .filter(|line| line.focus_point == theme.focus_point)
            .map(|line| {
                let who = speaker(line.role.as_ref(), instrument, language);
                format!("{}: {} ({})", language.line_kind(line.kind), line.text.trim(), language.inside(who))
            })
            .collect(),
    }
}

/// The indicator of a theme that most groups are asked about, the first of several.
fn most_asked(instrument: &Instrument, theme: &Theme) -> Option<IndicatorId> {
    let indicators = &instrument.focus_point(&theme.focus_point)?.indicators;
    let most = indicators.iter().map(|indicator| indicator.groups.len()).max()?;
    indicators.iter().find(|indicator| indicator.groups.len() == most).map(|indicator| indicator.id.clone())
}

/// The statements of an indicator, each with its own figure: service users first, those in role last.
fn chairs(sources: &MaterialSources<'_>, indicator: &IndicatorId) -> Vec<Chair> {
    let MaterialSources { instrument, language, published, .. } = *sources;
    let texts = instrument.texts(language.code());
    let mut groups: Vec<_> = instrument.groups.iter().collect();
    groups.sort_by_key(|group| (!group.service_users, group.disclosure == Disclosure::InRole));
    groups
        .into_iter()
        .filter_map(|group| {
            let statement = texts.item(indicator, &group.id)?;
            let figure = match standing(published, instrument, Kind::Indicator, indicator.as_str(), &group.id)
            {
                Standing::Shown(_, mean, n) => language.chair(mean, instrument.scale.max, n),
                Standing::Few => language.few().to_owned(),
                Standing::Alone => language.alone().to_owned(),
                Standing::NotAsked => return None,
            };
            Some(Chair {
                group: group.id.clone(),
                name: texts.group(&group.id).to_owned(),
                statement: statement.to_owned(),
                figure,
            })
        })
        .collect()
}

/// Evidence about a theme's indicators, what speaks of its own indicator first, then the ratings.
fn evidence(sources: &MaterialSources<'_>, theme: &Theme) -> Vec<String> {
    let MaterialSources { instrument, language, .. } = *sources;
    let texts = instrument.texts(language.code());
    let Some(point) = instrument.focus_point(&theme.focus_point) else {
        return Vec::new();
    };
    let mut seen: Vec<&Evidence> = Vec::new();
    let own = theme.indicator.iter();
    for id in own.chain(point.indicators.iter().map(|indicator| &indicator.id)) {
        for one in about(sources.evidence, id) {
            if seen.len() < MOST_EVIDENCE && !seen.iter().any(|other| std::ptr::eq(*other, one)) {
                seen.push(one);
            }
        }
    }
    let ratings = point.indicators.iter().filter_map(|indicator| {
        let settled = sources.ratings.iter().find(|settled| settled.indicator == indicator.id)?;
        let title = texts.indicator(&indicator.id);
        Some(language.rated(&format!("{} {title}", indicator.id), settled.rating))
    });
    seen.into_iter().map(|one| language.evidence_line(one)).chain(ratings).collect()
}
