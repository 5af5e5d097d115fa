//! What a person would call telling who somebody is, and what not.

use screening::personal::{Likeness, spotted};

fn found(text: &str) -> Vec<(Likeness, String)> {
    spotted(text).into_iter().map(|one| (one.likeness, one.text)).collect()
}

fn names(text: &str) -> Vec<String> {
    let only = |(likeness, text)| (likeness == Likeness::Name).then_some(text);
    found(text).into_iter().filter_map(only).collect()
}

#[test]
fn a_civil_number_is_found_however_it_is_written() {
    for text in ["Hun hedder 010203-1234.", "cpr 0102031234", "Det er 010203 1234, tror jeg"] {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, Likeness::CivilNumber, "{text}");
    }
}

#[test]
fn other_numbers_are_left_in_peace() {
    for text in ["Ring 70 201 201.", "Vi var 24 den 21-11-2026.", "990203-1234", "019903-1234", "12345678901"]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn an_address_is_found() {
    assert_eq!(found("Skriv til karen@sted.dk!"), [(Likeness::Email, "karen@sted.dk".to_owned())]);
    assert_eq!(found("Vi mødes @ kaffen"), []);
}

#[test]
fn names_are_found_where_they_stand() {
    assert_eq!(names("Det var Karen, der sagde det."), ["Karen"]);
    assert_eq!(names("Karen sagde det."), ["Karen"]);
    assert_eq!(names("det var karen der sagde det"), ["karen"]);
    assert_eq!(names("Mettes vagter er de bedste."), ["Mettes"]);
    assert_eq!(names("Jeg talte med Bo Friis Lund om det."), ["Bo Friis Lund"]);
    assert_eq!(names("Jeg talte med Zahra og Mette."), ["Zahra", "Mette"]);
    assert_eq!(names("Spørg Per. Spørg per brev."), ["Per"]);
}

#[test]
fn an_everyday_sentence_is_left_in_peace() {
    for text in [
        "Jeg vil gerne bestemme mere selv. De lytter ikke altid. Det er svært.",
        "Vi spiser sammen om onsdagen\nDet er hyggeligt",
        "Kan I åbne lidt før? Så kan man nå bussen til Odense.",
        "Man betaler per gang, og det er sent på året i august.",
        "MAN MÅ IKKE RÅBE HER",
        "Personalet siger: Det kan vi ikke.",
        "»Det er dit liv,« siger de.",
        "",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_same_is_asked_about_once() {
    assert_eq!(names("Karen kom. Karen gik."), ["Karen"]);
}
