//! How long a report is: the pages of its PDF, the words of its sections; and whether what must be one page is one.

use screening::report::{Report, SectionKind};

/// Most pages of a report.
pub const MOST_PAGES: usize = 4;
/// Sections that are named as the longest.
const LONGEST_NAMED: usize = 3;

/// How long a report is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Pages as printed.
    pub pages: usize,
    /// Words of each section, in order.
    pub words: Vec<(SectionKind, usize)>,
    /// The page for those who took part: each heading with the words under it.
    pub participants: Vec<(String, usize)>,
    /// Its LIX; `None` without such a page.
    pub participants_lix: Option<u32>,
    /// Forms that must be one page and are more.
    pub over: Vec<Over>,
}

/// A form that must be one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnePage {
    /// The page for those who took part.
    Participants,
    /// The slide for a committee.
    Slide,
}

/// A form that is more pages than its one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Over {
    /// Which.
    pub form: OnePage,
    /// Pages as printed.
    pub pages: usize,
    /// About how many words to take out, in tens.
    pub words: usize,
}

impl Over {
    /// The section whose texts it is made of.
    pub fn section(&self) -> SectionKind {
        match self.form {
            OnePage::Participants => SectionKind::Participants,
            OnePage::Slide => SectionKind::InShort,
        }
    }
}

impl Length {
    pub(super) fn of(report: &Report, pdf: &[u8]) -> Self {
        let words = report.sections.iter().map(|section| (section.kind, section.words()));
        let participants =
            report.for_participants.iter().map(|section| (section.heading.clone(), section.words()));
        Self {
            pages: pages(pdf),
            words: words.collect(),
            participants: participants.collect(),
            participants_lix: report.participants_lix(),
            over: Vec::new(),
        }
    }

    /// The same, with what is over in a form that was printed; `words` is an estimate of it.
    pub(super) fn beside(mut self, form: OnePage, pdf: &[u8], words: usize) -> Self {
        let pages = pages(pdf);
        self.over.extend((pages > 1).then(|| Over { form, pages, words: words.max(1).next_multiple_of(10) }));
        self
    }

    /// Whether it is more than [`MOST_PAGES`].
    pub fn too_long(&self) -> bool {
        self.pages > MOST_PAGES
    }

    /// The sections with most words, the longest first. *Sådan har vi gjort* must be there and is not among them.
    pub fn longest(&self) -> Vec<(SectionKind, usize)> {
        let mut longest = self.words.clone();
        longest.retain(|(kind, _)| *kind != SectionKind::Method);
        longest.sort_by_key(|(_, words)| std::cmp::Reverse(*words));
        longest.truncate(LONGEST_NAMED);
        longest
    }
}

/// Pages of a PDF of the printer, whose page objects stand in the file as they are; 0 where it is none.
pub(super) fn pages(pdf: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type/Page/";
    pdf.windows(PAGE.len()).filter(|window| *window == PAGE).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_and_the_longest_parts_named() {
        let page = b"<</Type/Page/MediaBox[0 0 595 842]>>";
        let pdf = [b"%PDF-1.7 <</Type/Pages/Count 5>>".as_slice(), &page.repeat(5)].concat();
        assert_eq!((pages(&pdf), pages(b"")), (5, 0));
        use SectionKind::{InShort, Method, Picture, Questions, Words};
        let words = vec![(InShort, 90), (Picture, 20), (Words, 300), (Questions, 90), (Method, 500)];
        let length = Length { pages: 5, words, ..Length::default() };
        assert!(length.too_long() && !Length { pages: 4, ..length.clone() }.too_long());
        let length =
            length.beside(OnePage::Slide, page, 99).beside(OnePage::Participants, &page.repeat(2), 12);
        assert_eq!(length.over, [Over { form: OnePage::Participants, pages: 2, words: 20 }]);
        assert_eq!(length.longest(), [(Words, 300), (InShort, 90), (Questions, 90)]);
    }
}
