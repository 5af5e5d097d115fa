//! A group on one subject from round to round: its mark a round, its interval, and a gap where nothing can be shown.

use super::svg::{Anchor, Svg, Type, width as text_width, wrap};
use super::{Chart, Perspective, Table, perspective};
use crate::comparison::{Stop, Trend};
use crate::instrument::Instrument;
use crate::language::Language;
use crate::picture::Figure;

/// A small plot of a trend.
#[derive(Clone, Copy)]
pub struct TrendPlot<'a> {
    /// What is drawn.
    pub trend: &'a Trend,
    /// The rounds' names, oldest first.
    pub rounds: &'a [String],
    /// The newest round's: scale, groups, texts.
    pub instrument: &'a Instrument,
    /// The words.
    pub language: &'static dyn Language,
    /// What it is about, e.g. *3 Min egen plan*.
    pub subject: &'a str,
    /// Begins every id.
    pub prefix: &'a str,
}

/// At 320 px, and beside others on a wide screen.
const WIDTH: f64 = 320.0;
const LEFT: f64 = 24.0;
const RIGHT: f64 = 316.0;
/// Room above the scale for the words of its upper end, and its height.
const ABOVE: f64 = 24.0;
const HEIGHT: f64 = 128.0;
const SMALL: f64 = 13.0;
const MARK: f64 = 4.6;
/// Half the width of an interval's ends: wider than a mark, so that none hides them.
const CAP: f64 = 9.0;
/// Most lines of a round's name before it is told by its number.
const LINES: usize = 2;

impl TrendPlot<'_> {
    /// The drawing, with the same figures as a table.
    pub fn chart(&self) -> Chart {
        let group = self.instrument.texts(self.language.code()).group(&self.trend.group).to_owned();
        let title = self.language.trend_title(self.subject, &group);
        let scale = self.instrument.scale;
        let about = self.language.trend_about(scale.min, scale.max);
        let numbered = self.numbered();
        let row = |(place, (stop, step)): (usize, &(Stop, crate::comparison::Step))| {
            let name = self.rounds.get(place).map_or("", String::as_str);
            let name = if numbered { format!("{}. {name}", place + 1) } else { name.to_owned() };
            vec![name, self.figure(*stop), self.language.trend_step(*step).to_owned()]
        };
        let table = Table {
            caption: title.clone(),
            columns: self.language.trend_columns().map(str::to_owned).to_vec(),
            rows: self.trend.stops.iter().enumerate().map(row).collect(),
        };
        Chart {
            svg: self.draw(&title, &about, numbered),
            narrow: String::new(),
            description: format!("{about} {}", super::in_words(&table)),
            title,
            table,
        }
    }

    /// A mean with n and interval, or why there is none.
    fn figure(&self, stop: Stop) -> String {
        match stop {
            Stop::Shown { mean, n, interval: Some(interval) } => {
                let (mean, n) = (self.language.figure(mean), self.language.scored(n));
                format!("{mean} ({n}; {})", self.language.interval(interval))
            }
            Stop::Shown { mean, n, interval: None } => self.language.mean(mean, n),
            Stop::Few => self.language.few().to_owned(),
            Stop::Alone => self.language.alone().to_owned(),
            Stop::NotAsked => self.language.not_asked().to_owned(),
            Stop::Other => self.language.trend_other().to_owned(),
        }
    }

    fn column(&self) -> f64 {
        (RIGHT - LEFT) / self.rounds.len().max(1) as f64
    }

    fn lines(&self, name: &str) -> Vec<String> {
        wrap(name, SMALL, self.column() - 6.0)
    }

    /// Whether the rounds are told by their numbers: where a name has no room, or would be broken within a word.
    fn numbered(&self) -> bool {
        let room = self.column() - 6.0;
        self.rounds.iter().any(|name| {
            self.lines(name).len() > LINES
                || name.split_whitespace().any(|word| text_width(word, SMALL) > room)
        })
    }

    fn y(&self, value: f64) -> f64 {
        ABOVE + (1.0 - self.instrument.scale.level(value).clamp(0.0, 1.0)) * HEIGHT
    }

    fn draw(&self, title: &str, about: &str, numbered: bool) -> String {
        let scale = self.instrument.scale;
        let mut svg = Svg::default();
        for step in scale.min..=scale.max {
            let y = self.y(f64::from(step));
            svg.rule((LEFT, y), (RIGHT, y));
            // A long scale has its ends and no more numbers than have room.
            if scale.range() <= 6.0 || step == scale.min || step == scale.max {
                svg.text(LEFT - 8.0, y + 4.0, Anchor::End, Type::soft(SMALL), &step.to_string());
            }
        }
        let x = |place: usize| LEFT + (place as f64 + 0.5) * self.column();
        let looks = perspective(self.instrument, &self.trend.group);
        svg.begin(looks);
        let at = |place: usize| match self.trend.stops.get(place) {
            Some((Stop::Shown { mean, .. }, _)) => Some((x(place), self.y(mean.number()))),
            _ => None,
        };
        for place in (1..self.trend.stops.len()).filter(|place| self.trend.joined(*place)) {
            if let Some((from, to)) = at(place - 1).zip(at(place)) {
                svg.stroke(from, to, 1.5, true);
            }
        }
        for (place, (stop, _)) in self.trend.stops.iter().enumerate() {
            if let Stop::Shown { mean, interval, .. } = stop {
                if let Some(interval) = interval {
                    let (low, high) = (self.y(interval.low), self.y(interval.high));
                    svg.stroke((x(place), low), (x(place), high), 1.6, false);
                    for end in [low, high] {
                        svg.stroke((x(place) - CAP, end), (x(place) + CAP, end), 1.6, false);
                    }
                }
                self.mark(&mut svg, looks, *mean, x(place));
            }
        }
        svg.end();
        let middle = ABOVE + HEIGHT / 2.0;
        for (place, (stop, _)) in self.trend.stops.iter().enumerate() {
            let gap = self.language.trend_gap();
            if !matches!(stop, Stop::Shown { .. }) && text_width(gap, SMALL) < self.column() {
                // Above the line of the scale's middle, which would run through it.
                svg.text(x(place), middle - 5.0, Anchor::Middle, Type::soft(SMALL), gap);
            }
        }
        let mut bottom = self.ends(&mut svg) + 4.0;
        let under = bottom;
        for (place, name) in self.rounds.iter().enumerate() {
            let lines = if numbered { vec![(place + 1).to_string()] } else { self.lines(name) };
            for (line, words) in lines.iter().enumerate() {
                let y = under + SMALL * 1.25 * (line as f64 + 1.0);
                svg.text(x(place), y, Anchor::Middle, Type::soft(SMALL), words);
                bottom = bottom.max(y);
            }
        }
        svg.finish(&super::id(self.prefix, super::Width::Wide), (WIDTH, bottom + 6.0), title, about)
    }

    /// The words of the scale's ends, above and below it. Returns where the rounds' names begin.
    fn ends(&self, svg: &mut Svg) -> f64 {
        let scale = self.instrument.scale;
        let labels = &self.instrument.texts(self.language.code()).scale.labels;
        let bottom = ABOVE + HEIGHT;
        let face = Type::soft(0.9 * SMALL);
        if let Some(high) = labels.last().filter(|words| **words != scale.max.to_string()) {
            svg.text(LEFT, ABOVE - 7.0, Anchor::Start, face, high);
        }
        let low = labels.first().filter(|words| **words != scale.min.to_string());
        let Some(low) = low else { return bottom + 4.0 };
        svg.text(LEFT, bottom + SMALL, Anchor::Start, face, low);
        bottom + 1.2 * SMALL
    }

    /// The mark of a mean, or an outline at the bound with an arrow to where the mean may be.
    fn mark(&self, svg: &mut Svg, looks: Perspective, mean: Figure, x: f64) {
        let (y, scale) = (self.y(mean.number()), self.instrument.scale);
        let end = match mean {
            Figure::Value(_) => None,
            Figure::Over(_) => Some(self.y(f64::from(scale.max))),
            Figure::Under(_) => Some(self.y(f64::from(scale.min))),
        };
        if let Some(end) = end {
            let towards = (end - y).signum();
            let head = 0.7 * MARK;
            svg.stroke((x, y + towards * MARK), (x, end), 2.0, false);
            svg.stroke((x - head, end - towards * head), (x, end), 2.0, false);
            svg.stroke((x + head, end - towards * head), (x, end), 2.0, false);
        }
        svg.mark(looks, end.is_some(), (x, y), MARK);
    }
}
