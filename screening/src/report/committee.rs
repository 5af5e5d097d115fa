//! The report for a committee that gives it two minutes: one slide, and one paragraph. Both are made of the report's own
//! sentences as they stand, edited or not.

use super::{Block, Report, SectionKind};
use crate::chart::Chart;

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
