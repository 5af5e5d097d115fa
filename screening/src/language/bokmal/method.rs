//! *Slik har vi gjort det*, in Bokmål.

use super::Bokmal;
use crate::evidence::Coverage;
use crate::hearing::{Half, Moment};
use crate::instrument::PlaceWords;
use crate::language::sentence::{capital, own_date, several};
use crate::language::{Answered, HearingWords, Numbers};
use crate::preparation::{Circumstance, SmallWay, Tie};

pub(super) fn answered(answered: Answered<'_>) -> String {
    let group = answered.group;
    let submitted = Bokmal.count(answered.submitted);
    let share =
        answered.per_cent.map_or_else(String::new, |per_cent| format!(" ({})", Bokmal.per_cent(per_cent)));
    let counted = match answered.invited {
        Some(invited) if answered.submitted <= invited => {
            format!("{group}: {submitted} av {} har svart{share}.", Bokmal.count(invited))
        }
        Some(invited) => {
            let invited = Bokmal.count(invited);
            format!("{group}: {submitted} har svart. Det er flere enn de {invited} som ble invitert.")
        }
        None if answered.open_link => format!(
            "{group}: {submitted} har svart. Gruppen kunne svare gjennom en åpen lenke. Derfor vet vi ikke hvor mange som \
             ble spurt, og kan ikke love at hver bare har svart én gang."
        ),
        None => format!("{group}: {submitted} har svart. Vi vet ikke hvor mange som ble invitert."),
    };
    if answered.in_role { format!("{counted} Svarene vises som ledelsens.") } else { counted }
}

pub(super) fn prepared(circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String {
    let definite = capital(&Bokmal.definite(group));
    match circumstance {
        Circumstance::JointAnswer(_, people @ 2..) => {
            format!(
                "{group} har gitt ett felles svar. Det kommer fra {} personer.",
                Bokmal.number_word(*people)
            )
        }
        Circumstance::JointAnswer(..) => format!("{group} har gitt ett felles svar."),
        Circumstance::Small(_, SmallWay::AsItIs) => format!("{definite} er få."),
        Circumstance::Small(_, SmallWay::JoinAnother) => {
            format!(
                "{definite} er få. Derfor er tallene samlet med tallene fra et annet sted, og de vises bare samlet."
            )
        }
        Circumstance::Small(_, SmallWay::Cards) => format!(
            "{definite} er for få til at tall kan vises. De har ikke svart på skjerm, men snakket ut fra utsagnene på \
             høringen."
        ),
        Circumstance::Small(_, SmallWay::LargeOnly) => {
            format!("{definite} er for få til at tall kan vises, og er derfor ikke spurt med skjema.")
        }
        Circumstance::Tie(Tie::Leads) => {
            format!(
                "Den som har stått for peilingen, leder selv {}. Ha det i mente når du leser.",
                place.word
            )
        }
        Circumstance::Tie(Tie::Works) => {
            format!(
                "Den som har stått for peilingen, arbeider selv {}. Ha det i mente når du leser.",
                place.at
            )
        }
        Circumstance::Tie(Tie::Outside) => "Den som har stått for peilingen, kommer utenfra.".to_owned(),
    }
}

pub(super) fn looked_at(coverage: &Coverage) -> String {
    if coverage.documents + coverage.observations == 0 {
        return "Dokumenter og observasjoner er ikke med.".to_owned();
    }
    let parts: Vec<String> = [
        several(coverage.documents, "dokument", "dokumenter"),
        several(coverage.observations, "observasjon", "observasjoner"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut words = format!(
        "Vi har også sett på {}. Til sammen sier de noe om {} av {} indikatorer, og {} er vurdert.",
        Bokmal.list(&parts),
        coverage.indicators,
        coverage.of,
        coverage.rated
    );
    if coverage.insufficient > 0 {
        words.push_str(&format!(" Om {} visste vi for lite til å vurdere.", coverage.insufficient));
    }
    if coverage.after_picture > 0 {
        words.push_str(&format!(" {} er vurdert etter at svarene var åpnet.", coverage.after_picture));
    }
    words
}

pub(super) fn held(name: &str, date: &str, half: Half, conversation: bool) -> String {
    let date = own_date(date.trim(), &Bokmal);
    let when = if date.is_empty() { String::new() } else { format!(" ({date})") };
    let room = format!("{name}{when}: {} av {} i rommet brukte stedet", half.users, half.total);
    match (half.holds(), conversation) {
        (true, false) => format!("{room}, altså minst halvparten."),
        (true, true) => format!("{room}. Den er holdt som samtale, ikke høring."),
        (false, true) => {
            format!("{room}. Det er under halvparten, og den er derfor holdt som samtale, ikke høring.")
        }
        (false, false) => format!("{room}. Det er under halvparten."),
    }
}

pub(super) fn recounted(counts: &[(Moment, Half)]) -> String {
    let said: Vec<String> = counts
        .iter()
        .map(|(moment, half)| {
            let when = Bokmal.inside(Bokmal.moment(*moment));
            format!("{} av {} {when}", half.users, half.total)
        })
        .collect();
    format!("Det ble talt igjen: {}.", Bokmal.list(&said))
}

pub(super) fn protection(protected: &str, in_role: &str, smallest: u64, full: u64) -> String {
    let (smallest, full) = (Bokmal.number_word(smallest), Bokmal.number_word(full));
    let mut words = match protected {
        "" => String::new(),
        protected => format!(
            "{} vises bare når minst {smallest} har svart. Er det færre enn {full}, vises bare gjennomsnittet.",
            capital(protected)
        ),
    };
    if !in_role.is_empty() {
        words.push_str(&format!(" Svar fra {in_role} vises som ledelsens, også når de er få."));
    }
    words.trim().to_owned()
}
