//! Does a text say who somebody is? It is asked once, and whoever wrote it decides.

use crate::Problem;
use crate::fields::Problems;
use crate::screenings::Screening;
use screening::personal::spotted;

impl Screening {
    /// What in a text looks like a name, a CPR number or an e-mail address; the names of the place and its units
    /// tell of nobody.
    fn may_tell_who(&self, text: &str) -> Vec<String> {
        let places = std::iter::once(&self.organisation.name).chain(&self.settings.units);
        let known: Vec<String> = places.map(|place| format!(" {} ", plain(place))).collect();
        let is_place = |text: &str| {
            let text = format!(" {} ", plain(text));
            known.iter().any(|place| place.contains(&text))
        };
        spotted(text).into_iter().map(|one| one.text).filter(|text| !is_place(text)).collect()
    }

    /// Asks at a field, unless whoever wrote the text was asked and is sure.
    pub(crate) fn ask_who(&self, problems: &mut Problems, field: &str, text: &str, sure: bool) {
        let found = if sure { Vec::new() } else { self.may_tell_who(text) };
        problems.unless(found.is_empty(), field, Problem::MayTellWho(found.clone()));
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
