//! The codebook of the data package in Danish: each file and each column, name and meaning.

use crate::language::Described;
use crate::score_file::COLUMNS;

pub(super) const FILES: [Described; 5] = [
    (
        "Tal",
        "En række for hvert tal, afrundet og uden det, der ikke må vises. Tekst, som et regneark ville tage for en \
             formel, har en apostrof foran.",
    ),
    ("Koder", "Hvad koderne for indikatorer, nedslagspunkter og værdier står for."),
    ("Udsagn", "Det udsagn, som hver gruppe har taget stilling til."),
    ("Grupper", "Grupperne, og hvor mange der har svaret."),
    ("Skala", "Svarskalaens trin og deres ordlyd."),
];

pub(super) const FIGURES: [Described; COLUMNS.len()] = [
    (
        "Slags",
        "group: gruppens skemaer. indicator, focus_point, value: tal for en indikator, et nedslagspunkt, en \
               værdi. gap: forskellen mellem to grupper.",
    ),
    ("Kode", "Indikatorens, nedslagspunktets eller værdiens kode. Tom for en gruppes skemaer."),
    ("Gruppe", "Gruppens kode. Ved en forskel den første af de to."),
    ("Afdeling", "Afdelingens navn. Tom: alle afdelinger."),
    ("Anden gruppe", "Ved en forskel den gruppe, der trækkes fra den første."),
    ("n", "Hvor mange personer tallet bygger på. Ved group: hvor mange der har svaret."),
    (
        "Gennemsnit",
        "Gennemsnit eller forskel på skalaen, én decimal. > eller < foran: kun en grænse er vist.",
    ),
    ("Spredning", "Standardafvigelsen med n − 1, én decimal."),
    ("Usikkerhed fra", "Nederste ende af 95 %-intervallet."),
    ("Usikkerhed til", "Øverste ende af 95 %-intervallet."),
    ("Enige", "Andelen, der er enige, fra 0 til 1, hele procent."),
    ("Enige fra", "Nederste ende af andelens 95 %-interval (Wilson)."),
    ("Enige til", "Øverste ende af andelens 95 %-interval (Wilson)."),
    ("Ved ikke", "Hvor mange der har svaret, at de ikke ved det. Tom: ikke vist."),
    ("Ikke relevant", "Hvor mange der har svaret, at det ikke er relevant. Tom: ikke vist."),
    ("Ikke besvaret", "Hvor mange der har sprunget udsagnet over. Tom: ikke vist."),
    ("Cronbachs alfa", "Hvor godt udsagnene hænger sammen, to decimaler."),
    (
        "Vist",
        "yes: alt er vist. mean: kun n og gennemsnit. few: for få svar til at vise tal. derived: skjult, så andre \
              tal ikke kan regnes ud, eller så et tal ikke står alene.",
    ),
];

pub(super) const CODES: [Described; 5] = [
    ("Slags", "indicator: indikator. focus_point: nedslagspunkt. value: værdi."),
    ("Kode", "Koden, som den står i tallene."),
    ("Titel", "Hvad koden står for."),
    ("Nedslagspunkt", "En indikators nedslagspunkt."),
    ("Værdi", "En indikators værdi, hvis den har en."),
];

pub(super) const STATEMENTS: [Described; 5] = [
    ("Kode", "Indikatorens kode."),
    ("Gruppe", "Gruppens kode."),
    ("Udsagn", "Udsagnet, som gruppen har læst det."),
    ("Vendt om", "true: udsagnet er vendt om for gruppen, og svarene er vendt tilbage i tallene."),
    ("Ordlyd", "Stiger, når udsagnet får en anden mening. Kun ens numre kan sammenlignes over tid."),
];

pub(super) const GROUPS: [Described; 7] = [
    ("Gruppe", "Gruppens kode."),
    ("Navn", "Gruppens navn."),
    (
        "Visning",
        "protected: kun tal, når mindst det valgte antal har svaret. in-role: vises som ledelsens svar.",
    ),
    ("Bruger stedet", "true: gruppen er dem, der bruger stedet."),
    ("Har svaret", "Hvor mange der har sendt et skema."),
    ("Inviteret", "Hvor mange der er inviteret. Tom: det ved vi ikke."),
    ("Svarandel", "Andelen af de inviterede, der har svaret, fra 0 til 1, hele procent."),
];

pub(super) const SCALE: [Described; 2] = [("Trin", "Svarets tal."), ("Ordlyd", "Svarets ord.")];
