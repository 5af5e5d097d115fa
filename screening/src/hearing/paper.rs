//! What a hearing hands out on paper, as data: the material, the invitation, the card for everyone.
//!
//! Each is laid out as a report is, so that one template prints both; no figure is computed here.

use super::{Hearing, HearingNumber, Material, ThemePage};
use crate::chart::Table;
use crate::language::{Language, PaperWords};
use crate::report::{Block, Report, Section, SectionKind, Sentence};

/// Something to print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// Its pages' content.
    pub report: Report,
    /// Sections that begin a page of their own, by their places.
    pub new_pages: Vec<usize>,
    /// Size of the type, points; a poster finds its own.
    pub size: f64,
    /// It hangs on a wall: one page, in the largest type that has room.
    pub poster: bool,
}

/// Type of the pages for everyone, points: what is read without glasses if it must be.
const EASY: f64 = 13.0;
/// Type of the card, which lies on a table, points.
const CARD: f64 = 24.0;

fn sentences(lines: &[String]) -> Vec<Sentence> {
    lines.iter().map(|line| Sentence { text: line.clone(), ..Sentence::default() }).collect()
}

/// Each line a paragraph of its own.
fn paragraphs(lines: &[String]) -> Vec<Block> {
    sentences(lines).into_iter().map(|sentence| Block::Paragraph(vec![sentence])).collect()
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section { kind: SectionKind::InShort, heading: heading.to_owned(), blocks }
}

fn report(language: &dyn Language, kicker: &str, title: &str, foot: &str, sections: Vec<Section>) -> Report {
    Report {
        language: language.code().to_owned(),
        kicker: kicker.to_owned(),
        title: title.to_owned(),
        footer: foot.to_owned(),
        version: String::new(),
        page_of: language.page_of().to_owned(),
        sections,
        for_participants: Vec::new(),
    }
}

/// The material: pages in easy language for everyone, a page a theme with one plot, the facilitator's script.
pub fn material_paper(
    material: &Material,
    number: HearingNumber,
    hearing: &Hearing,
    language: &'static dyn Language,
) -> Paper {
    let words = language.paper();
    let mut sections: Vec<Section> =
        material.easy.iter().map(|(heading, lines)| section(heading, paragraphs(lines))).collect();
    sections.push(section(words.card, vec![Block::List(sentences(&material.card))]));
    if !material.agenda.is_empty() {
        sections.push(section(words.today, vec![Block::Table(agenda(material, &words))]));
    }
    let mut new_pages = Vec::new();
    for theme in &material.themes {
        new_pages.push(sections.len());
        sections.push(theme_section(theme, number, &words));
    }
    new_pages.push(sections.len());
    sections.push(section(words.script, vec![Block::Steps(sentences(&material.script))]));
    let place = hearing.place.trim();
    let kicker = [material.kicker.as_str(), place].into_iter().filter(|part| !part.is_empty());
    let kicker = kicker.collect::<Vec<_>>().join(" · ");
    Paper {
        report: report(language, &kicker, &material.title, &material.kicker, sections),
        new_pages,
        size: EASY,
        poster: false,
    }
}

fn agenda(material: &Material, words: &PaperWords) -> Table {
    Table {
        caption: String::new(),
        columns: [words.from, words.what, words.minutes].map(str::to_owned).to_vec(),
        rows: material
            .agenda
            .iter()
            .map(|line| vec![line.time.clone(), line.what.clone(), line.minutes.to_string()])
            .collect(),
    }
}

/// A theme on one page: what was asked, one plot, one question; at the second hearing what was said.
fn theme_section(theme: &ThemePage, number: HearingNumber, words: &PaperWords) -> Section {
    let mut blocks = Vec::new();
    if number == HearingNumber::First {
        let said: Vec<String> = theme
            .chairs
            .iter()
            .map(|chair| format!("{}: {} – {}", chair.name, chair.statement, chair.figure.replace('\n', " ")))
            .collect();
        blocks.push(Block::List(sentences(&said)));
        blocks.extend(theme.chart.clone().map(Block::Chart));
        blocks.extend(
            theme
                .question
                .as_ref()
                .map(|question| Block::Paragraph(sentences(&[format!("{} {question}", words.talk)]))),
        );
    } else {
        let said = if theme.minutes.is_empty() {
            vec![words.nothing_said.to_owned()]
        } else {
            theme.minutes.clone()
        };
        blocks.push(Block::List(sentences(&said)));
        blocks.push(Block::Paragraph(sentences(&[words.is_this_it.to_owned()])));
    }
    blocks.push(Block::List(sentences(&theme.evidence)));
    blocks.push(Block::Quotes(
        sentences(&theme.quotes.iter().map(|(words, _)| words.clone()).collect::<Vec<_>>())
            .into_iter()
            .zip(theme.quotes.iter().map(|(_, whose)| whose.clone()))
            .collect(),
    ));
    blocks.retain(|block| !block.is_empty());
    section(&format!("{}: {}", theme.heading, theme.title), blocks)
}

/// The invitation: what it is, when and where, what one decides oneself, whom one may ask.
pub fn invitation_paper(
    material: &Material,
    number: HearingNumber,
    hearing: &Hearing,
    contact: &str,
    language: &'static dyn Language,
) -> Paper {
    let words = language.paper();
    let when: Vec<String> = [&hearing.date, &hearing.place]
        .into_iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let when = if when.is_empty() { vec![words.when_later.to_owned()] } else { when };
    let about = material.easy.first().map(|(_, lines)| lines.clone()).unwrap_or_default();
    let mut sections = vec![
        section(words.what_is_it, paragraphs(&about)),
        section(words.when, paragraphs(&when)),
        section(words.you_decide, vec![Block::List(sentences(&material.card))]),
    ];
    let contact = contact.trim();
    if !contact.is_empty() {
        sections.push(section(words.ask, paragraphs(&[contact.to_owned()])));
    }
    let [rights, about_names] = words.rights;
    sections.push(section(rights, paragraphs(&[about_names.to_owned()])));
    let title = language.come_to(number);
    let report = report(language, &material.title, &title, &material.title, sections);
    Paper { report, size: EASY, ..Paper::default() }
}

/// The card for everyone, to lie on the table.
pub fn card_paper(material: &Material, language: &'static dyn Language) -> Paper {
    let words = language.paper();
    let sections = vec![section("", vec![Block::List(sentences(&material.card))])];
    Paper {
        report: report(language, &material.title, words.card, &material.title, sections),
        new_pages: Vec::new(),
        size: CARD,
        poster: false,
    }
}
