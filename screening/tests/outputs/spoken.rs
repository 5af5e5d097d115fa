//! The sample's words in Bokmål and English, and the Danish that must not be left in them.

use crate::sample::Sample;
use screening::instrument::{Instrument, Texts};
use screening::language::{LANGUAGES, Language};
use screening::readability::words;

/// The words of the sample instrument in a language.
pub(crate) struct Spoken {
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    pub(crate) titles: [&'static str; 8],
    pub(crate) groups: [(&'static str, &'static str); 3],
    pub(crate) labels: [&'static str; 5],
    pub(crate) no_answer: [&'static str; 2],
    pub(crate) value: &'static str,
    pub(crate) dialogue: &'static str,
    pub(crate) promise: &'static str,
}

const SPOKEN: [Spoken; 2] = [
    Spoken {
        code: "nb",
        title: "Recovery-orientering",
        titles: [
            "Retning og ledelse",
            "Møtet mellom mennesker",
            "Min egen plan",
            "Valg og selvbestemmelse",
            "Håp og utvikling",
            "Hverdag, nettverk og fellesskap",
            "Innflytelse på stedet",
            "Faglighet, læring og sammenheng",
        ],
        groups: [("leaders", "Ledere"), ("staff", "Ansatte"), ("users", "Brukere")],
        labels: ["I svært liten grad", "I liten grad", "I noen grad", "I stor grad", "I svært stor grad"],
        no_answer: ["Vet ikke", "Ikke relevant hos oss"],
        value: "Personinvolvering",
        dialogue: "Hva sier dere til dette?",
        promise: "Ingen får mindre hjelp fordi de har svart. Dere får svar på hva vi gjør, senest 1. mars",
    },
    Spoken {
        code: "en",
        title: "Recovery orientation",
        titles: [
            "Direction and leadership",
            "Meeting one another",
            "My own plan",
            "Choice and self-determination",
            "Hope and development",
            "Everyday life, network and community",
            "A say in the place",
            "Skill, learning and coherence",
        ],
        groups: [("leaders", "Leaders"), ("staff", "Staff"), ("users", "Users")],
        labels: [
            "To a very small extent",
            "To a small extent",
            "To some extent",
            "To a large extent",
            "To a very large extent",
        ],
        no_answer: ["Don’t know", "Not relevant to us"],
        value: "Person involvement",
        dialogue: "What do you say to this?",
        promise: "No one gets less help for having answered. You will hear what we do by 1 March",
    },
];

pub(crate) fn spoken(code: &str) -> &'static Spoken {
    SPOKEN.iter().find(|spoken| spoken.code == code).expect("its words")
}

/// The languages beside Danish.
pub(crate) fn others() -> impl Iterator<Item = &'static dyn Language> {
    LANGUAGES.into_iter().filter(|language| language.code() != "da")
}

/// The sample's instrument with its words in this language, and no others.
pub(crate) fn translated(mut sample: Sample, language: &dyn Language) -> Sample {
    sample.instrument = in_language(sample.instrument, language.code());
    sample
}

pub(crate) fn in_language(mut instrument: Instrument, code: &str) -> Instrument {
    let spoken = spoken(code);
    let mut texts: Texts = instrument.texts("da").clone();
    texts.title = spoken.title.to_owned();
    texts.scale.labels = spoken.labels.map(str::to_owned).to_vec();
    [texts.scale.dont_know, texts.scale.not_applicable] = spoken.no_answer.map(str::to_owned);
    texts.groups = spoken.groups.map(|(id, name)| (id.into(), name.to_owned())).into();
    for (point, title) in instrument.focus_points.iter().zip(spoken.titles) {
        texts.focus_points.get_mut(&point.id).expect("its texts").title = title.to_owned();
    }
    for (id, indicator) in &mut texts.indicators {
        // A code's full stop would be read as a decimal's.
        indicator.title = Some(format!("{} {}", spoken.value, id.as_str().replace('.', "-")));
        indicator.dialogue = Some(spoken.dialogue.to_owned());
        indicator.items.values_mut().for_each(|item| *item = format!("{id} {}", spoken.title));
    }
    texts.values.values_mut().for_each(|value| *value = spoken.value.to_owned());
    instrument.languages = vec![code.to_owned()];
    instrument.texts = [(code.to_owned(), texts)].into();
    instrument
}

/// Everyday Danish words that are no words, or other ones, in Bokmål or English.
const DANISH: &str = "\
    af anden andet billedet blev bliver brugere brugerne bruges deres derfor dig dine efter en endnu \
    forskel fra før første gennemsnit gør har hjælp hvad hvornår høring høringen iagttagelser igen ikke \
    jer jeres kun kære lægger med medarbejdere meget mere mig måder møder mødet navne noget nogle nå når \
    og pejling pejlingen screening seddel sidst sig sige siger skridt spørgsmål tal uden udsagn ved \
    videre være";

/// Of those the words that Bokmål has too.
const BOKMAL_TOO: &str = "\
    derfor deres dine en fra før første har høring høringen ikke kun med nå når og ved videre være";

/// Danish words in a text of another language.
pub(crate) fn danish_in(text: &str, language: &dyn Language) -> Vec<String> {
    let lower = text.to_lowercase();
    let own = |word: &&str| match language.code() {
        "nb" => BOKMAL_TOO.split_whitespace().any(|too| too == *word),
        _ => matches!(*word, "screening"),
    };
    let left: Vec<&str> = DANISH.split_whitespace().filter(|word| !own(word)).collect();
    let foreign = |word: &&str| language.code() == "en" && word.contains(['æ', 'ø', 'å']);
    let found = words(&lower).into_iter().filter(|word| left.contains(word) || foreign(word));
    found.map(str::to_owned).collect()
}
