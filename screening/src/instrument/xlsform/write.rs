//! A group's questionnaire as the sheets of a form.

use super::names::{Names, known, language_head, plain};
use super::{CHOICES, DONT_KNOW, NOT_APPLICABLE, OWN_IDS, SETTINGS, SURVEY, Table};
use crate::id::GroupId;
use crate::instrument::{FocusPoint, Form, Indicator, Instrument, Texts};

/// The list of choices.
const SCALE: &str = "scale";

/// The sheets `survey`, `choices` and `settings` of the form that asks a group: a page a focus point in the group's
/// order, its statements on the scale with *don't know* and *not relevant*, nothing required, a field for words below
/// each page of the long form, and the group's open question. Each text in each of these languages, which the
/// instrument has; the first is the form's own.
pub fn tables(instrument: &Instrument, group: &GroupId, form: Form, languages: &[&str]) -> [Table; 3] {
    let texts = languages.iter().map(|language| instrument.texts(language)).collect();
    let writer = Writer { instrument, group, form, languages, texts };
    [writer.survey(), writer.choices(), writer.settings()]
}

struct Writer<'a> {
    instrument: &'a Instrument,
    group: &'a GroupId,
    form: Form,
    languages: &'a [&'a str],
    /// Of each language.
    texts: Vec<&'a Texts>,
}

/// A row of `survey`.
#[derive(Default)]
struct Question {
    kind: String,
    name: String,
    labels: Vec<String>,
    hints: Vec<String>,
    required: &'static str,
    appearance: &'static str,
    id: String,
}

impl<'a> Writer<'a> {
    /// A text in each language, as labels are written.
    fn each(&self, text: impl Fn(&'a Texts) -> Option<&'a str>) -> Vec<String> {
        self.texts.iter().map(|texts| unreferring(text(texts).unwrap_or_default())).collect()
    }

    fn heads(&self, column: &str) -> Vec<String> {
        self.languages.iter().map(|code| format!("{column}::{}", language_head(code))).collect()
    }

    fn survey(&self) -> Table {
        let mut names = Names::default();
        let questionnaire = self.instrument.questionnaire(self.group, self.form);
        let mut questions: Vec<Question> = questionnaire
            .iter()
            .flat_map(|(point, indicators)| self.page(point, indicators, &mut names))
            .collect();
        let open = self.each(|texts| texts.open_question.get(self.group).map(String::as_str));
        if open.iter().any(|text| !text.is_empty()) {
            questions.push(words(names.take("open_question", ""), open));
        }
        let heads = ["type", "name"].map(str::to_owned).into_iter();
        let heads = heads.chain(self.heads("label")).chain(self.heads("hint"));
        let heads = heads.chain(["required", "appearance", OWN_IDS].map(str::to_owned)).collect();
        let rows = questions.into_iter().map(|question| {
            let Question { kind, name, labels, hints, required, appearance, id } = question;
            let cells = |mut texts: Vec<String>| {
                texts.resize(self.languages.len(), String::new());
                texts
            };
            let mut row = vec![kind, name];
            row.extend(cells(labels).into_iter().chain(cells(hints)));
            row.extend([required.to_owned(), appearance.to_owned(), id]);
            row
        });
        Table { name: SURVEY, rows: std::iter::once(heads).chain(rows).collect() }
    }

    fn page(&self, point: &FocusPoint, indicators: &[&Indicator], names: &mut Names) -> Vec<Question> {
        let name = names.take("t", point.id.as_str());
        let mut page = vec![Question {
            kind: "begin_group".to_owned(),
            name: name.clone(),
            labels: self.each(|texts| Some(texts.focus_points.get(&point.id)?.title.as_str())),
            appearance: "field-list",
            id: point.id.to_string(),
            ..Question::default()
        }];
        let intro =
            self.each(|texts| texts.focus_points.get(&point.id)?.intro.get(self.group).map(String::as_str));
        let help = self.each(|texts| {
            let own = texts.scale.by_group.get(self.group).and_then(|own| own.help.as_deref());
            own.or(Some(&texts.scale.help))
        });
        if [&intro, &help].into_iter().flatten().any(|text| !text.is_empty()) {
            // A note must say something: where there is no introduction, how the scale is read.
            let (labels, hints) =
                if intro.iter().all(String::is_empty) { (help, Vec::new()) } else { (intro, help) };
            let name = names.take(&format!("{name}_intro"), "");
            page.push(Question { kind: "note".to_owned(), name, labels, hints, ..Question::default() });
        }
        for indicator in indicators {
            page.push(Question {
                kind: format!("select_one {SCALE}"),
                name: names.take("q", indicator.id.as_str()),
                labels: self.each(|texts| texts.item(&indicator.id, self.group)),
                hints: self.texts.iter().map(|texts| self.explained(texts, indicator)).collect(),
                required: "no",
                id: indicator.id.to_string(),
                ..Question::default()
            });
        }
        // What the program itself says, only where it is said in every language of the form.
        let asked: Option<Vec<String>> =
            self.languages.iter().map(|code| Some(known(code)?.comment_question().to_owned())).collect();
        if let Some(labels) = asked.filter(|_| self.form == Form::Long) {
            page.push(words(names.take("c", point.id.as_str()), labels));
        }
        page.push(Question { kind: "end_group".to_owned(), ..Question::default() });
        page
    }

    /// What the hard words of a statement mean, a line each.
    fn explained(&self, texts: &Texts, indicator: &Indicator) -> String {
        let statement = texts.item(&indicator.id, self.group).unwrap_or_default().to_lowercase();
        let hard = texts.explain.iter().filter(|(word, _)| statement.contains(&word.to_lowercase()));
        unreferring(&hard.map(|(_, sentence)| sentence.as_str()).collect::<Vec<_>>().join("\n"))
    }

    fn choices(&self) -> Table {
        let heads = ["list_name", "name"].map(str::to_owned).into_iter().chain(self.heads("label"));
        let mut rows = vec![heads.collect::<Vec<_>>()];
        let mut choice = |name: String, labels: Vec<String>| {
            if labels.iter().any(|label| !label.is_empty()) {
                rows.push([SCALE.to_owned(), name].into_iter().chain(labels).collect());
            }
        };
        let scale = self.instrument.scale;
        for (place, step) in (scale.min..=scale.max).enumerate() {
            choice(step.to_string(), self.each(|texts| texts.scale.labels.get(place).map(String::as_str)));
        }
        let own = |texts: &'a Texts| texts.scale.by_group.get(self.group);
        let dont_know = self.each(|texts| {
            own(texts).and_then(|own| own.dont_know.as_deref()).or(Some(&texts.scale.dont_know))
        });
        choice(DONT_KNOW.to_owned(), dont_know);
        let not_applicable = self.each(|texts| {
            own(texts).and_then(|own| own.not_applicable.as_deref()).or(Some(&texts.scale.not_applicable))
        });
        choice(NOT_APPLICABLE.to_owned(), not_applicable);
        Table { name: CHOICES, rows }
    }

    fn settings(&self) -> Table {
        let (instrument, texts) = (self.instrument, self.texts.first());
        let title = texts
            .map(|texts| format!("{} – {}", texts.title, texts.group(self.group)))
            .unwrap_or_else(|| instrument.id.clone());
        let short = if self.form == Form::Short { "-short" } else { "" };
        let language = self.languages.first().map(|code| language_head(code)).unwrap_or_default();
        let of = [
            ("form_title", unreferring(&title)),
            ("form_id", plain(&format!("{}-{}{short}", instrument.id, self.group), '-')),
            ("version", instrument.version.to_string()),
            ("default_language", language),
            ("style", "pages".to_owned()),
        ];
        let (heads, row) = of.into_iter().map(|(head, cell)| (head.to_owned(), cell)).unzip();
        Table { name: SETTINGS, rows: vec![heads, row] }
    }
}

/// A field for words.
fn words(name: String, labels: Vec<String>) -> Question {
    let kind = "text".to_owned();
    Question { kind, name, labels, required: "no", appearance: "multiline", ..Question::default() }
}

/// `${…}` refers to another answer in a form: a word joiner keeps it a text. [`referring`] is its inverse.
fn unreferring(text: &str) -> String {
    text.replace("${", "$\u{2060}{")
}

/// What was written, from what stands in the cell.
pub(super) fn referring(cell: &str) -> String {
    cell.replace("$\u{2060}{", "${")
}
