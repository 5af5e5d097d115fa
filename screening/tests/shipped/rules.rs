//! The words by which the rules of `instruments/README.md` are checked, in each language.

/// What a language's texts are checked by.
pub(crate) struct Rules {
    /// How the statements of those in role begin, and those of politicians.
    pub(crate) of_ours: &'static str,
    /// How everyone else's begin, those excepted who use the service.
    pub(crate) we: &'static str,
    /// The word that makes two ideas of one.
    pub(crate) or: &'static str,
    /// Words that deny, two of which nobody should have to untangle.
    pub(crate) denying: &'static [&'static str],
    /// Words the glossary leaves out.
    pub(crate) never: &'static [&'static str],
    /// Words that judge, or guess what someone feels: an assessor reads none.
    pub(crate) judging: &'static [&'static str],
    /// Words of the trade that the users' pages do without.
    pub(crate) trade: &'static [&'static str],
    /// Small words, which carry no meaning of their own.
    pub(crate) small: &'static [&'static str],
    /// Beginnings of the words for who is speaking, and of whom.
    pub(crate) who: &'static [&'static str],
}

const DANISH: Rules = Rules {
    of_ours: "Hos os ",
    we: "Vi",
    or: "eller",
    denying: &["ikke", "aldrig", "ingen", "intet", "hverken", "uden at", "undgår"],
    never: &["klient", "sag", "sager", "sagen", "case", "patient", "patienter", "evidens", "facilitator"],
    judging: &["screening", "fejl", "mangler", "mangelfuld", "dårlig", "dårligt", "føler", "oplever"],
    trade: &["medarbejder", "personale", "screening", "indikator", "nedslagspunkt", "indsats"],
    small: &[
        "hos", "her", "jeg", "mig", "min", "mit", "mine", "man", "sig", "sin", "sit", "vores", "dem", "den",
        "det", "der", "som", "til", "for", "med", "har", "kan", "får", "bliver", "blive", "når", "hvad",
        "ser",
    ],
    who: &["bruger", "deltager", "borger", "medarbejder", "ansat", "ledelse", "stedet"],
};

const BOKMAL: Rules = Rules {
    of_ours: "Hos oss ",
    we: "Vi",
    or: "eller",
    denying: &["ikke", "aldri", "ingen", "ingenting", "verken", "uten at", "unngår"],
    never: &["klient", "sak", "saker", "saken", "case", "pasient", "pasienter", "evidens", "fasilitator"],
    judging: &["kartlegging", "feil", "mangler", "mangelfull", "dårlig", "dårlige", "føler", "opplever"],
    trade: &["medarbeider", "personale", "kartlegg", "indikator", "fokusområde", "innsats"],
    small: &[
        "hos", "oss", "her", "jeg", "meg", "min", "mitt", "mine", "man", "seg", "sin", "sitt", "sine",
        "våre", "dem", "den", "det", "som", "til", "for", "med", "har", "kan", "får", "blir", "bli", "når",
        "hva", "ser",
    ],
    who: &["bruker", "deltaker", "ansatt", "ledelse", "leder", "stedet", "tiltak", "arrangør"],
};

const ENGLISH: Rules = Rules {
    of_ours: "Here, ",
    we: "We ",
    or: "or",
    denying: &["not", "never", "no", "nobody", "nothing", "none", "neither", "without", "cannot"],
    never: &["client", "clients", "case", "cases", "patient", "patients", "evidence", "facilitator"],
    judging: &["screening", "fault", "faults", "lacks", "lacking", "poor", "poorly", "bad", "feel", "feels"],
    trade: &["employee", "personnel", "screening", "indicator", "focus point", "intervention"],
    small: &[
        "here", "the", "and", "for", "with", "have", "has", "can", "are", "that", "them", "they", "their",
        "what", "when", "who", "our", "out", "get", "gets", "you", "see", "this", "own",
    ],
    who: &["user", "staff", "leader", "place"],
};

/// The rules of a language; a shipped one has some.
pub(crate) fn of(language: &str) -> &'static Rules {
    match language {
        "da" => &DANISH,
        "nb" => &BOKMAL,
        "en" => &ENGLISH,
        other => panic!("{other}: write down its words"),
    }
}
