//! An instrument's rows, in an order in which a person reads them.

use super::super::{Disclosure, Group, Indicator, Instrument, Texts, Thresholds};
use super::Row;
use std::borrow::Borrow;

/// Every row of an instrument.
pub(super) fn of(instrument: &Instrument) -> Vec<Row> {
    let mut sheet = Sheet { instrument, rows: Vec::new() };
    sheet.instrument();
    sheet.scale();
    instrument.groups.iter().for_each(|group| sheet.group(group));
    for value in &instrument.values {
        let id = value.id.as_str();
        sheet.set("value", id, "involvement", yes_or_no(value.involvement));
        sheet.say("value", id, "name", |texts| texts.values.get(&value.id));
    }
    for point in &instrument.focus_points {
        let id = point.id.as_str();
        sheet.say("focus_point", id, "title", |texts| texts.focus_points.get(&point.id).map(|it| &it.title));
        sheet.set("focus_point", id, "involvement", yes_or_no(point.involvement));
        for group in &instrument.groups {
            let field = format!("intro.{}", group.id);
            sheet.say("focus_point", id, &field, |texts| {
                texts.focus_points.get(&point.id)?.intro.get(&group.id)
            });
        }
        point.indicators.iter().for_each(|indicator| sheet.indicator(id, indicator));
    }
    sheet.words();
    sheet.rows
}

struct Sheet<'a> {
    instrument: &'a Instrument,
    rows: Vec<Row>,
}

impl<'a> Sheet<'a> {
    /// A row of structure.
    fn set(&mut self, part: &str, id: &str, field: &str, structure: impl Into<String>) {
        let row = Row {
            part: part.to_owned(),
            id: id.to_owned(),
            field: field.to_owned(),
            structure: structure.into(),
            texts: vec![String::new(); self.instrument.languages.len()],
        };
        self.rows.push(row);
    }

    /// A row of texts, unless no language has one.
    fn say(&mut self, part: &str, id: &str, field: &str, text: impl Fn(&'a Texts) -> Option<&'a String>) {
        let languages = self.instrument.languages.iter();
        let texts: Vec<String> = languages
            .map(|language| self.instrument.written(language).and_then(&text).cloned().unwrap_or_default())
            .collect();
        if texts.iter().any(|text| !text.is_empty()) {
            self.set(part, id, field, "");
            if let Some(row) = self.rows.last_mut() {
                row.texts = texts;
            }
        }
    }

    /// A row a text of a list, as far as any language's list goes.
    fn list(
        &mut self,
        part: &str,
        id: &str,
        field: &str,
        list: impl Fn(&'a Texts) -> Option<&'a Vec<String>>,
    ) {
        let languages = self.instrument.languages.iter();
        let lists = languages.filter_map(|language| list(self.instrument.written(language)?));
        for number in 0..lists.map(Vec::len).max().unwrap_or_default() {
            self.say(part, id, &format!("{field}.{}", number + 1), |texts| list(texts)?.get(number));
        }
    }

    fn instrument(&mut self) {
        self.set("instrument", "", "id", &self.instrument.id);
        self.set("instrument", "", "version", self.instrument.version.to_string());
        self.set("instrument", "", "languages", self.instrument.languages.join(" "));
        self.say("instrument", "", "title", |texts| Some(&texts.title));
    }

    fn scale(&mut self) {
        let scale = self.instrument.scale;
        for (field, step) in [("min", scale.min), ("max", scale.max), ("agree_from", scale.agree_from)] {
            self.set("scale", "", field, step.to_string());
        }
        self.list("scale", "", "labels", |texts| Some(&texts.scale.labels));
        self.say("scale", "", "dont_know", |texts| Some(&texts.scale.dont_know));
        self.say("scale", "", "not_applicable", |texts| Some(&texts.scale.not_applicable));
        self.say("scale", "", "help", |texts| Some(&texts.scale.help));
    }

    fn group(&mut self, group: &'a Group) {
        let id = group.id.as_str();
        let disclosure = match group.disclosure {
            Disclosure::InRole => "in-role",
            Disclosure::Protected => "protected",
        };
        self.set("group", id, "disclosure", disclosure);
        self.set("group", id, "service_users", yes_or_no(group.service_users));
        self.set("group", id, "order", ids(&group.order));
        if let Some(minutes) = group.minutes {
            self.set("group", id, "minutes", minutes.to_string());
        }
        self.say("group", id, "name", |texts| texts.groups.get(&group.id));
        self.say("group", id, "open_question", |texts| texts.open_question.get(&group.id));
        self.say("scale", id, "dont_know", |texts| texts.scale.by_group.get(&group.id)?.dont_know.as_ref());
        self.say("scale", id, "not_applicable", |texts| {
            texts.scale.by_group.get(&group.id)?.not_applicable.as_ref()
        });
        self.say("scale", id, "help", |texts| texts.scale.by_group.get(&group.id)?.help.as_ref());
    }

    fn indicator(&mut self, point: &str, indicator: &'a Indicator) {
        let id = indicator.id.as_str();
        let texts = |texts: &'a Texts| texts.indicators.get(&indicator.id);
        self.say("indicator", id, "title", |it| texts(it)?.title.as_ref());
        self.set("indicator", id, "focus_point", point);
        if let Some(value) = &indicator.value {
            self.set("indicator", id, "value", value.as_str());
        }
        self.set("indicator", id, "groups", ids(&indicator.groups));
        for (field, groups) in [("short", &indicator.short), ("reverse", &indicator.reverse)] {
            if !groups.is_empty() {
                self.set("indicator", id, field, ids(groups));
            }
        }
        self.set("indicator", id, "wording", indicator.wording.to_string());
        for group in &indicator.groups {
            self.say("indicator", id, &format!("items.{group}"), |it| texts(it)?.items.get(group));
        }
        self.list("indicator", id, "documents", |it| Some(&texts(it)?.documents));
        self.list("indicator", id, "observations", |it| Some(&texts(it)?.observations));
        for rating in 1..=5 {
            self.say("indicator", id, &format!("anchors.{rating}"), |it| texts(it)?.anchors.get(&rating));
        }
        self.say("indicator", id, "dialogue", |it| texts(it)?.dialogue.as_ref());
    }

    /// Hard words, words to choose with their forms, thresholds that are not the usual ones.
    fn words(&mut self) {
        let instrument = self.instrument;
        let mut hard: Vec<&String> =
            instrument.texts.values().flat_map(|texts| texts.explain.keys()).collect();
        hard.sort();
        hard.dedup();
        for word in hard {
            self.say("explain", word, "text", |texts| texts.explain.get(word));
        }
        for (name, words) in &instrument.names {
            for (number, word) in words.iter().enumerate() {
                self.set("name", name, &format!("words.{}", number + 1), word);
                let forms = |texts: &'a Texts| texts.names.get(name)?.get(word);
                let mut known: Vec<&String> =
                    instrument.texts.values().filter_map(forms).flat_map(|forms| forms.keys()).collect();
                known.sort();
                known.dedup();
                for form in known {
                    self.say("name", name, &format!("forms.{}.{form}", number + 1), |it| {
                        forms(it)?.get(form)
                    });
                }
            }
        }
        let (mut signals, mut usual) = (instrument.signals, Thresholds::default());
        for ((name, threshold), (_, usual)) in signals.by_name().into_iter().zip(usual.by_name()) {
            if threshold.to_bits() != usual.to_bits() {
                self.set("signal", "", name, threshold.to_string());
            }
        }
    }
}

fn yes_or_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

fn ids<Id: Borrow<str>>(ids: &[Id]) -> String {
    ids.iter().map(Borrow::borrow).collect::<Vec<_>>().join(" ")
}
