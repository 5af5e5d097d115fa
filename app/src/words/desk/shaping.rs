//! Words of what stands around the statements of an instrument: groups, scale, languages, values, words to choose.

use crate::words::words;

words! {
    /// Groups, scale, languages, values, names and thresholds of one's own instrument.
    InstrumentShapeWords {
        link, title, lead, groups, group_facts, shown_protected, shown_in_role, group_name, group_name_hint,
        group_add, group_drop_hint, scale, scale_is, scale_edit, languages, languages_hint, language_first,
        language_make_first, language_code, language_code_hint, language_add, language_drop_hint,
        unsaid_none, unsaid_one, unsaid, unsaid_title, unsaid_lead, unsaid_needed, unsaid_others, values,
        values_none, value_name, value_add, value_drop_hint, names_none, name_name, name_hint, name_add,
        name_drop_hint, signals, signals_lead, signals_hint, signals_edit, strength, strength_agreement,
        others_floor, talk, talk_agreement, gap, dont_know, word_high, min, max, agree_from, scale_hint,
        disclosure, disclosure_hint, protected, in_role, service_users, service_users_hint, minutes,
        minutes_hint, order, involvement, involvement_hint, words, words_hint, forms, forms_hint,
        forms_used, name_part, yes, no, set_changed, languages_changed, nothing, problem_form,
        problem_steps, problem_off_scale, problem_share, problem_twice, problem_no_words, problem_unnamed,
        problem_name, problem_there, problem_language, problem_most, problem_last,
    }
}

impl InstrumentShapeWords {
    /// What a setting is called, by its key.
    pub fn setting(&self, key: &str) -> &str {
        match key {
            "min" => &self.min,
            "max" => &self.max,
            "agree_from" => &self.agree_from,
            "disclosure" => &self.disclosure,
            "service_users" => &self.service_users,
            "minutes" => &self.minutes,
            "order" => &self.order,
            "involvement" => &self.involvement,
            "words" => &self.words,
            "strength" => &self.strength,
            "strength_agreement" => &self.strength_agreement,
            "others_floor" => &self.others_floor,
            "talk" => &self.talk,
            "talk_agreement" => &self.talk_agreement,
            "gap" => &self.gap,
            "dont_know" => &self.dont_know,
            _ => &self.word_high,
        }
    }

    /// What a setting says, as it is read.
    pub fn setting_value(&self, key: &str, value: &str) -> String {
        match (key, value) {
            (_, "") => self.nothing.clone(),
            ("disclosure", "in-role") => self.in_role.clone(),
            ("disclosure", _) => self.protected.clone(),
            ("service_users" | "involvement", "yes") => self.yes.clone(),
            ("service_users" | "involvement", _) => self.no.clone(),
            ("words", words) => words.replace('\n', ", "),
            ("min" | "max" | "agree_from" | "minutes" | "order", number) => number.to_owned(),
            (_, share) => format!("{share} %"),
        }
    }
}
