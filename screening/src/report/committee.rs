//! The report for a committee that gives it two minutes: one slide, and one paragraph. Both are made of the report's own
//! sentences as they stand, edited or not.

use super::{Block, Report, SectionKind};
use crate::chart::{Chart, Drawing, Width, focus_point_rows};
use crate::instrument::Instrument;
use crate::picture::Published;

/// One slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Language code of the words.
    pub language: String,
    /// Line above the title.
    pub kicker: String,
    /// The organisation.
    pub title: String,
    /// Heading over the points.
    pub heading: String,
    /// What the report says in short.
    pub points: Vec<String>,
    /// The picture, where figures may be shown.
    pub chart: Option<Chart>,
    /// Who answered, and the version.
    pub foot: String,
}

/// Letters that a slide holds in the smallest type that is read from the back of a room, alone and beside a plot.
const HOLDS: [usize; 2] = [1_900, 700];
/// Letters of a word with the space after it, about.
const WORD: usize = 6;

impl Slide {
    /// About how many words it has more than one page holds.
    pub fn words_over(&self) -> usize {
        let letters: usize = self.points.iter().map(|point| point.chars().count()).sum();
        let [alone, beside] = HOLDS;
        letters.saturating_sub(if self.chart.is_some() { beside } else { alone }) / WORD
    }

    /// The same with its picture drawn anew for a room, of the figures behind the report.
    pub fn drawn_large(mut self, published: &Published, instrument: &Instrument) -> Self {
        let language = crate::language::of(&self.language);
        let drawing = Drawing { published, instrument, language, prefix: "slide", rounds: None };
        let draw = |_| drawing.dot_plot(&focus_point_rows(instrument), Width::Slide);
        self.chart = self.chart.map(draw);
        self
    }
}

impl Report {
    /// The report on one slide.
    pub fn slide(&self) -> Slide {
        let plots = self.sections.iter().filter(|section| section.kind == SectionKind::Picture);
        let chart = plots.flat_map(|section| &section.blocks).find_map(|block| match block {
            Block::Chart(chart) => Some(chart.clone()),
            _ => None,
        });
        let short = self.sections.iter().find(|section| section.kind == SectionKind::InShort);
        Slide {
            language: self.language.clone(),
            kicker: self.kicker.clone(),
            title: self.title.clone(),
            heading: short.map(|section| section.heading.clone()).unwrap_or_default(),
            points: self.in_short(),
            chart,
            foot: format!("{} {}", self.footer, self.version),
        }
    }

    /// The report in one paragraph.
    pub fn paragraph(&self) -> String {
        let lead = crate::language::of(&self.language).committee_lead(&self.title, &self.kicker);
        std::iter::once(lead)
            .chain(self.in_short())
            .chain([self.footer.clone()])
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn in_short(&self) -> Vec<String> {
        let short = self.sections.iter().filter(|section| section.kind == SectionKind::InShort);
        let sentences = short.flat_map(|section| &section.blocks).flat_map(Block::sentences);
        sentences.map(|one| one.text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }
}
