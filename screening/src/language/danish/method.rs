//! *Sådan har vi gjort*, in Danish.

use super::Danish;
use crate::evidence::Coverage;
use crate::hearing::{Half, Moment};
use crate::instrument::PlaceWords;
use crate::language::sentence::{capital, own_date, several};
use crate::language::{Answered, HearingWords, Numbers};
use crate::preparation::{Circumstance, SmallWay, Tie};

pub(super) fn answered(answered: Answered<'_>) -> String {
    let group = answered.group;
    let submitted = Danish.count(answered.submitted);
    let share =
        answered.per_cent.map_or_else(String::new, |per_cent| format!(" ({})", Danish.per_cent(per_cent)));
    let counted = match answered.invited {
        Some(invited) if answered.submitted <= invited => {
            format!("{group}: {submitted} af {} har svaret{share}.", Danish.count(invited))
        }
        Some(invited) => {
            let invited = Danish.count(invited);
            format!("{group}: {submitted} har svaret. Det er flere end de {invited}, der blev inviteret.")
        }
        None if answered.open_link => format!(
            "{group}: {submitted} har svaret. Gruppen kunne svare gennem et åbent link. Derfor ved vi ikke, hvor mange \
             der blev spurgt, og kan ikke love, at hver kun har svaret én gang."
        ),
        None => format!("{group}: {submitted} har svaret. Vi ved ikke, hvor mange der blev inviteret."),
    };
    if answered.in_role { format!("{counted} Svarene vises som ledelsens.") } else { counted }
}

pub(super) fn prepared(circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String {
    let definite = capital(&Danish.definite(group));
    match circumstance {
        Circumstance::JointAnswer(_, people @ 2..) => {
            format!(
                "{group} har givet ét fælles svar. Det kommer fra {} personer.",
                Danish.number_word(*people)
            )
        }
        Circumstance::JointAnswer(..) => format!("{group} har givet ét fælles svar."),
        Circumstance::Small(_, SmallWay::AsItIs) => format!("{definite} er få."),
        Circumstance::Small(_, SmallWay::JoinAnother) => {
            format!("{definite} er få. Derfor er tallene samlet med et andet steds, og de vises kun samlet.")
        }
        Circumstance::Small(_, SmallWay::Cards) => format!(
            "{definite} er for få til, at der kan vises tal. De har ikke svaret på skærm, men talt ud fra udsagnene ved \
             høringen."
        ),
        Circumstance::Small(_, SmallWay::LargeOnly) => {
            format!("{definite} er for få til, at der kan vises tal, og er derfor ikke spurgt med skema.")
        }
        Circumstance::Tie(Tie::Leads) => {
            format!("Den, der har stået for pejlingen, leder selv {}. Læs den med det for øje.", place.word)
        }
        Circumstance::Tie(Tie::Works) => {
            format!("Den, der har stået for pejlingen, arbejder selv {}. Læs den med det for øje.", place.at)
        }
        Circumstance::Tie(Tie::Outside) => "Den, der har stået for pejlingen, kommer udefra.".to_owned(),
    }
}

pub(super) fn looked_at(coverage: &Coverage) -> String {
    if coverage.documents + coverage.observations == 0 {
        return "Dokumenter og iagttagelser er ikke med.".to_owned();
    }
    let parts: Vec<String> = [
        several(coverage.documents, "dokument", "dokumenter"),
        several(coverage.observations, "iagttagelse", "iagttagelser"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut words = format!(
        "Vi har også set på {}. Tilsammen siger de noget om {} af {} indikatorer, og {} er vurderet.",
        Danish.list(&parts),
        coverage.indicators,
        coverage.of,
        coverage.rated
    );
    if coverage.insufficient > 0 {
        words.push_str(&format!(" Om {} var der for lidt viden til en vurdering.", coverage.insufficient));
    }
    if coverage.after_picture > 0 {
        words.push_str(&format!(" {} er vurderet, efter at svarene var åbnet.", coverage.after_picture));
    }
    words
}

pub(super) fn held(name: &str, date: &str, half: Half, conversation: bool) -> String {
    let date = own_date(date.trim(), &Danish);
    let when = if date.is_empty() { String::new() } else { format!(" ({date})") };
    let room = format!("{name}{when}: {} af {} i rummet brugte stedet", half.users, half.total);
    match (half.holds(), conversation) {
        (true, false) => format!("{room}, altså mindst halvdelen."),
        (true, true) => format!("{room}. Den er holdt som samtale, ikke høring."),
        (false, true) => {
            format!("{room}. Det er under halvdelen, og den er derfor holdt som samtale, ikke høring.")
        }
        (false, false) => format!("{room}. Det er under halvdelen."),
    }
}

pub(super) fn recounted(counts: &[(Moment, Half)]) -> String {
    let said: Vec<String> = counts
        .iter()
        .map(|(moment, half)| {
            let when = Danish.inside(Danish.moment(*moment));
            format!("{} af {} {when}", half.users, half.total)
        })
        .collect();
    format!("Der blev talt igen: {}.", Danish.list(&said))
}

pub(super) fn protection(protected: &str, in_role: &str, smallest: u64, full: u64) -> String {
    let (smallest, full) = (Danish.number_word(smallest), Danish.number_word(full));
    let mut words = match protected {
        "" => String::new(),
        protected => format!(
            "{} vises kun, når mindst {smallest} har svaret. Er der færre end {full}, vises kun gennemsnittet.",
            capital(protected)
        ),
    };
    if !in_role.is_empty() {
        words.push_str(&format!(" Svar fra {in_role} vises som ledelsens, også når de er få."));
    }
    words.trim().to_owned()
}
