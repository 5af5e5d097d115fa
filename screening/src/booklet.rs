//! Booklets to answer on paper: a whole questionnaire a code, from the cover to the envelope's label.
//!
//! Built once as data, with every word in it, and shown by `print` as a PDF.

use crate::instrument::Texts;
use crate::invitation::{slip_address, typed};
use crate::promise::Promise;
use crate::qr;

/// Booklets: a file for those who print, a pile a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booklets {
    /// Language code.
    pub language: String,
    /// What the file is, with the place.
    pub title: String,
    /// The instrument's title, on every cover.
    pub instrument: String,
    /// The place, on every cover.
    pub place: String,
    /// `side {page} af {pages}`.
    pub page_of: String,
    /// Piles, in the order in which their codes were given.
    pub piles: Vec<BookletPile>,
}

/// The booklets of a group, in a unit where there are units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookletPile {
    /// Group and unit.
    pub heading: String,
    /// How one fills it in and hands it in.
    pub how: Vec<String>,
    /// The lines before one starts.
    pub told: Vec<String>,
    /// What the leader promises, and whom one may call.
    pub beside: Vec<String>,
    /// The steps of the scale, in words.
    pub labels: Vec<String>,
    /// *Don't know* and *not relevant*, as the group says it.
    pub apart: [String; 2],
    /// A page a focus point.
    pub topics: Vec<Topic>,
    /// The last page.
    pub last: LastPage,
    /// Beside every place to write: when it is read, and whom to call.
    pub beside_text: String,
    /// Where whoever types it in writes their three words.
    pub typist: String,
    /// What the QR is, for those who don't see it.
    pub qr_alternative: String,
    /// Lines of the envelope's label; never the code.
    pub envelope: Vec<String>,
    /// The booklets.
    pub booklets: Vec<Booklet>,
}

/// One focus point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// Its introduction, where there is one.
    pub intro: Option<String>,
    /// Its statements, in the order in which they are numbered.
    pub statements: Vec<String>,
}

/// The last page, in the words of the same page on a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastPage {
    /// Its title.
    pub title: String,
    /// The question that stands under each focus point.
    pub about_topic: String,
    /// The open question, where the instrument has none of its own.
    pub question: String,
    /// May the words be used, with its hint and its choices.
    pub consent: Choices,
    /// Did somebody help, with its hint and its choices.
    pub help: Choices,
}

/// A question with choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The question.
    pub question: String,
    /// What is good to know first.
    pub hint: String,
    /// The choices.
    pub choices: Vec<String>,
}

/// What differs from booklet to booklet.
#[derive(Clone, PartialEq, Eq)]
pub struct Booklet {
    /// The code, shown 4-4-5.
    pub code: String,
    /// Its QR as SVG, which opens the same questionnaire on a screen; `None` where the address is too long for one.
    pub qr: Option<String>,
}

/// Never the code: it would end in a log.
impl std::fmt::Debug for Booklet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Booklet(…)")
    }
}

impl Promise<'_> {
    /// The pile of this group's booklets with these codes; `site` is the program's own address, `unit` may be empty,
    /// `last` has the words of the last page on a screen.
    pub fn booklets<'c>(
        &self,
        place: &str,
        unit: &str,
        codes: impl IntoIterator<Item = &'c str>,
        site: &str,
        last: LastPage,
    ) -> BookletPile {
        let (facts, texts) = (self.facts(), self.instrument().texts(self.language.code()));
        let booklet = |code: &str| Booklet { code: code.to_owned(), qr: qr::svg(&slip_address(site, code)) };
        let own_question = texts.open_question.get(self.group()).cloned();
        BookletPile {
            heading: self.pile_heading(unit),
            how: self.language.booklet_how(typed(site)).to_vec(),
            told: self.before_you_start(),
            beside: self.leader_promise().into_iter().chain(self.contact()).collect(),
            labels: texts.scale.labels.clone(),
            apart: texts.scale.apart(self.group()).map(str::to_owned),
            topics: self.topics(texts),
            last: LastPage { question: own_question.unwrap_or_else(|| last.question.clone()), ..last },
            beside_text: self.beside_text(),
            typist: self.language.booklet_typist().to_owned(),
            qr_alternative: self.language.slip_qr(typed(site)),
            envelope: self.language.envelope(place, facts.group).to_vec(),
            booklets: codes.into_iter().map(booklet).collect(),
        }
    }

    fn topics(&self, texts: &Texts) -> Vec<Topic> {
        let topic =
            |(point, indicators): (&crate::instrument::FocusPoint, Vec<&crate::instrument::Indicator>)| {
                let statements = indicators.iter().filter_map(|one| texts.item(&one.id, self.group()));
                let own = texts.focus_points.get(&point.id);
                Topic {
                    title: texts.focus_point(&point.id).to_owned(),
                    intro: own.and_then(|texts| texts.intro.get(self.group())).cloned(),
                    statements: statements.map(str::to_owned).collect(),
                }
            };
        self.questionnaire().into_iter().map(topic).collect()
    }
}
