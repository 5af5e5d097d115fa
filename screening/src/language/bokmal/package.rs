//! The codebook of the data package in Bokmål: each file and each column, name and meaning.

use crate::language::Described;
use crate::score_file::COLUMNS;

pub(super) const FILES: [Described; 5] = [
    (
        "Tall",
        "En rad for hvert tall, avrundet og uten det som ikke kan vises. Tekst som et regneark ville tatt for en formel, \
         har en apostrof foran.",
    ),
    ("Koder", "Hva kodene for indikatorer, fokusområder og verdier står for."),
    ("Utsagn", "Utsagnet som hver gruppe har tatt stilling til."),
    ("Grupper", "Gruppene, og hvor mange som har svart."),
    ("Skala", "Trinnene på svarskalaen og ordlyden deres."),
];

pub(super) const FIGURES: [Described; COLUMNS.len()] = [
    (
        "Slag",
        "group: skjemaene fra gruppen. indicator, focus_point, value: tall for en indikator, et fokusområde, en verdi. gap: \
         forskjellen mellom to grupper.",
    ),
    ("Kode", "Koden for indikatoren, fokusområdet eller verdien. Tom for skjemaene fra en gruppe."),
    ("Gruppe", "Koden for gruppen. Ved en forskjell den første av de to."),
    ("Avdeling", "Navnet på avdelingen. Tom: alle avdelinger."),
    ("Annen gruppe", "Ved en forskjell den gruppen som trekkes fra den første."),
    ("n", "Hvor mange personer tallet bygger på. Ved group: hvor mange som har svart."),
    (
        "Gjennomsnitt",
        "Gjennomsnitt eller forskjell på skalaen, én desimal. > eller < foran: bare en grense er vist.",
    ),
    ("Spredning", "Standardavviket med n − 1, én desimal."),
    ("Usikkerhet fra", "Nedre ende av 95 %-intervallet."),
    ("Usikkerhet til", "Øvre ende av 95 %-intervallet."),
    ("Enige", "Andelen som er enige, fra 0 til 1, hele prosent."),
    ("Enige fra", "Nedre ende av 95 %-intervallet for andelen (Wilson)."),
    ("Enige til", "Øvre ende av 95 %-intervallet for andelen (Wilson)."),
    ("Vet ikke", "Hvor mange som har svart at de ikke vet det. Tom: ikke vist."),
    ("Ikke relevant", "Hvor mange som har svart at det ikke er relevant. Tom: ikke vist."),
    ("Ikke besvart", "Hvor mange som har hoppet over utsagnet. Tom: ikke vist."),
    ("Cronbachs alfa", "Hvor godt utsagnene henger sammen, to desimaler."),
    (
        "Vist",
        "yes: alt er vist. mean: bare n og gjennomsnitt. few: for få svar til å vise tall. derived: skjult, så andre tall \
         ikke kan regnes ut, eller så et tall ikke står alene.",
    ),
];

pub(super) const CODES: [Described; 5] = [
    ("Slag", "indicator: indikator. focus_point: fokusområde. value: verdi."),
    ("Kode", "Koden slik den står i tallene."),
    ("Tittel", "Hva koden står for."),
    ("Fokusområde", "Fokusområdet til en indikator."),
    ("Verdi", "Verdien til en indikator, hvis den har en."),
];

pub(super) const STATEMENTS: [Described; 5] = [
    ("Kode", "Koden for indikatoren."),
    ("Gruppe", "Koden for gruppen."),
    ("Utsagn", "Utsagnet slik gruppen har lest det."),
    ("Snudd", "true: utsagnet er snudd for gruppen, og svarene er snudd tilbake i tallene."),
    ("Ordlyd", "Stiger når utsagnet får en annen mening. Bare like numre kan sammenlignes over tid."),
];

pub(super) const GROUPS: [Described; 7] = [
    ("Gruppe", "Koden for gruppen."),
    ("Navn", "Navnet på gruppen."),
    (
        "Visning",
        "protected: bare tall når minst det valgte antallet har svart. in-role: vises som ledelsens svar.",
    ),
    ("Bruker stedet", "true: gruppen er de som bruker stedet."),
    ("Har svart", "Hvor mange som har sendt et skjema."),
    ("Invitert", "Hvor mange som er invitert. Tom: det vet vi ikke."),
    ("Svarandel", "Andelen av de inviterte som har svart, fra 0 til 1, hele prosent."),
];

pub(super) const SCALE: [Described; 2] = [("Trinn", "Tallet for svaret."), ("Ordlyd", "Ordene i svaret.")];
