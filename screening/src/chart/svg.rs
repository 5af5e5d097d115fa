//! Writing SVG: elements, escaped text, and how wide a text is, about.

use super::perspective::{Perspective, Shape};
use std::fmt::Write;

/// Ink, soft ink and lines of the light page; a style sheet may change them by class.
const INK: &str = "#1b2422";
const SOFT: &str = "#4b5753";
const LINE: &str = "#dedbd0";

/// Where a text stands at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) soft: bool,
    pub(super) bold: bool,
}

impl Type {
    pub(super) fn ink(size: f64) -> Self {
        Self { size, soft: false, bold: false }
    }
    pub(super) fn soft(size: f64) -> Self {
        Self { size, soft: true, bold: false }
    }
    pub(super) fn bold(size: f64) -> Self {
        Self { size, soft: false, bold: true }
    }
}

/// The body of a drawing. Writing to a string cannot fail, so its results are let go.
#[derive(Debug, Default)]
pub(super) struct Svg(String);

impl Svg {
    pub(super) fn text(&mut self, x: f64, y: f64, anchor: Anchor, face: Type, words: &str) {
        let (class, fill) = if face.soft { ("plot-soft", SOFT) } else { ("plot-ink", INK) };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = if face.bold { r#" font-weight="600""# } else { "" };
        let _ = write!(
            self.0,
            r#"<text x="{}" y="{}"{anchor} class="{class}" fill="{fill}" font-size="{}"{weight}>{}</text>"#,
            short(x),
            short(y),
            short(face.size),
            escape(words)
        );
    }

    /// A line of the frame.
    pub(super) fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.0,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" class="plot-line" stroke="{LINE}" stroke-width="1"/>"#,
            short(from.0),
            short(from.1),
            short(to.0),
            short(to.1)
        );
    }

    /// A line between two marks, in soft ink.
    pub(super) fn tie(&mut self, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.0,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" class="plot-tie" stroke="{SOFT}" stroke-width="2"/>"#,
            short(from.0),
            short(from.1),
            short(to.0),
            short(to.1)
        );
    }

    /// Begins the marks of a perspective; what is drawn until [`Self::end`] has its colour.
    pub(super) fn begin(&mut self, perspective: Perspective) {
        let Perspective { colour, class, .. } = perspective;
        let _ = write!(self.0, r#"<g class="perspective {class}" fill="{colour}" stroke="{colour}">"#);
    }

    pub(super) fn end(&mut self) {
        self.0.push_str("</g>");
    }

    /// A stroke of the perspective; fainter for an interval.
    pub(super) fn stroke(&mut self, from: (f64, f64), to: (f64, f64), width: f64, faint: bool) {
        let opacity = if faint { r#" stroke-opacity="0.55""# } else { "" };
        let _ = write!(
            self.0,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}" stroke-linecap="round"{opacity}/>"#,
            short(from.0),
            short(from.1),
            short(to.0),
            short(to.1),
            short(width)
        );
    }

    /// A filled bar of the perspective.
    pub(super) fn bar(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let _ = write!(
            self.0,
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="1.5" stroke="none"/>"#,
            short(x),
            short(y),
            short(width),
            short(height)
        );
    }

    /// The mark of a perspective about a point; `radius` is the circle's.
    pub(super) fn mark(&mut self, perspective: Perspective, hollow: bool, (x, y): (f64, f64), radius: f64) {
        let look =
            if hollow || perspective.hollow { r#"fill="none" stroke-width="2""# } else { r#"stroke="none""# };
        let at = |dx: f64, dy: f64| format!("{} {}", short(x + dx * radius), short(y + dy * radius));
        let _ = match perspective.shape {
            Shape::Circle => {
                write!(
                    self.0,
                    r#"<circle cx="{}" cy="{}" r="{}" {look}/>"#,
                    short(x),
                    short(y),
                    short(radius)
                )
            }
            Shape::Square => write!(
                self.0,
                r#"<rect x="{}" y="{}" width="{side}" height="{side}" rx="1.5" {look}/>"#,
                short(x - 0.9 * radius),
                short(y - 0.9 * radius),
                side = short(1.8 * radius)
            ),
            Shape::Triangle => {
                write!(
                    self.0,
                    r#"<path d="M{} L{} L{} Z" {look}/>"#,
                    at(0.0, -1.15),
                    at(1.15, 0.92),
                    at(-1.15, 0.92)
                )
            }
            Shape::Diamond => write!(
                self.0,
                r#"<path d="M{} L{} L{} L{} Z" {look}/>"#,
                at(0.0, -1.25),
                at(1.25, 0.0),
                at(0.0, 1.25),
                at(-1.25, 0.0)
            ),
            Shape::Cross => write!(
                self.0,
                r#"<path d="M{} L{} M{} L{}" fill="none" stroke-width="{}"/>"#,
                at(-0.9, -0.9),
                at(0.9, 0.9),
                at(0.9, -0.9),
                at(-0.9, 0.9),
                short(if hollow || perspective.hollow { 1.5 } else { 0.55 * radius })
            ),
            Shape::Bar => write!(
                self.0,
                r#"<rect x="{}" y="{}" width="{}" height="{}" rx="1" {look}/>"#,
                short(x - 0.4 * radius),
                short(y - 1.2 * radius),
                short(0.8 * radius),
                short(2.4 * radius)
            ),
        };
    }

    /// The whole element, with its title and description.
    pub(super) fn finish(self, id: &str, size: (f64, f64), title: &str, description: &str) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc" class="plot" font-family="IBM Plex Sans"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>{}</svg>"#,
            short(size.0),
            short(size.1),
            escape(title),
            escape(description),
            self.0
        )
    }
}

/// A mark of 16 by 16 without words, for a line of text.
pub(super) fn mark_alone(perspective: Perspective) -> String {
    let mut svg = Svg::default();
    svg.begin(perspective);
    svg.mark(perspective, false, (8.0, 8.0), 6.0);
    svg.end();
    format!(
        r#"<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{}</svg>"#,
        svg.0
    )
}

/// One decimal at most.
fn short(value: f64) -> String {
    let written = format!("{value:.1}");
    written.strip_suffix(".0").map_or(written.clone(), str::to_owned)
}

/// Text inside an element or attribute. What XML forbids outright is left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Width of a text at a size, about: IBM Plex Sans by kinds of letters, rather too wide than too narrow.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '·' => 0.28,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.40,
        'm' | 'w' | 'æ' | 'M' | 'W' | 'Æ' => 0.86,
        _ if letter.is_uppercase() => 0.65,
        _ => 0.55,
    });
    letters.sum::<f64>() * size
}

/// A text in lines that fit, broken between words; a word that is too long alone is broken where it must.
pub(super) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, size) <= room {
                *line = longer;
                continue;
            }
        }
        let mut part = String::new();
        for letter in word.chars() {
            part.push(letter);
            if width(&part, size) > room && part.chars().count() > 1 {
                part.pop();
                lines.push(std::mem::replace(&mut part, letter.to_string()));
            }
        }
        lines.push(part);
    }
    lines
}
