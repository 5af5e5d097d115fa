//! How long a report is: the pages of its PDF, the words of its sections.

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
}

impl Length {
    pub(super) fn of(report: &Report, pdf: &[u8]) -> Self {
        let words = report.sections.iter().map(|section| (section.kind, section.words()));
        Self { pages: pages(pdf), words: words.collect() }
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
        let length = Length { pages: 5, words };
        assert!(length.too_long() && !Length { pages: 4, ..length.clone() }.too_long());
        assert_eq!(length.longest(), [(Words, 300), (InShort, 90), (Questions, 90)]);
    }
}
