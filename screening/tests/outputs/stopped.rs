//! What those who took part are told where a screening is stopped.

use crate::sample::instrument;
use jiff::civil::date;
use screening::language;
use screening::readability::lix;
use screening::report::plain_text;
use screening::settings::Settings;
use screening::stopping::Stopped;

fn stopped(reason: &str, picture: bool) -> Stopped {
    Stopped { on: date(2026, 11, 22), reason: reason.to_owned(), picture }
}

fn settings() -> Settings {
    Settings { contact: "Anne Holm, 12 34 56 78".to_owned(), ..Settings::default() }
}

fn page(stopped: &Stopped) -> String {
    let paper = stopped.participants_page(
        "Bostedet Åkanden",
        "Efterår 2026",
        &settings(),
        &instrument(),
        language::of("da"),
    );
    plain_text(&paper.report)
}

#[test]
fn the_reason_ends_the_sentence_or_is_one_of_its_own() {
    for (written, read) in [
        ("at stedet flytter til marts", "Det skyldes, at stedet flytter til marts."),
        ("sygdom.", "Det skyldes sygdom."),
        ("Vi har fået ny leder. Hun vil vente.", "Det skyldes: Vi har fået ny leder. Hun vil vente."),
        ("Det skyldes, at taget er utæt!", "Det skyldes, at taget er utæt!"),
        ("det skyldes vand i huset", "Det skyldes vand i huset."),
        ("Det skyldes", "Det skyldes: Det skyldes."),
        ("3 af 5 huse er lukket", "Det skyldes: 3 af 5 huse er lukket."),
    ] {
        assert_eq!(language::of("da").because(written), read);
    }
}

#[test]
fn the_page_says_what_why_and_what_became_of_it() {
    let text = page(&stopped("at stedet flytter", false));
    for said in [
        "Pejlingen er stoppet",
        "Vi stoppede den 22. november 2026. Det skyldes, at stedet flytter.",
        "Vi ville høre, hvad du og de andre synes om stedet.",
        "Alle svar er slettet.",
        "Ingen har læst noget af det.",
        "Har du spørgsmål, så ring til Anne Holm, 12 34 56 78.",
    ] {
        assert!(text.replace('\u{a0}', " ").contains(said), "{said} is not in\n{text}");
    }
    // Comments have been read where the picture was made, and that is not denied.
    let after = page(&stopped("at stedet flytter", true));
    assert!(!after.contains("Ingen har læst") && after.contains("lave tal af svarene"), "{after}");
}

#[test]
fn it_is_easy_to_read_and_says_uden_navn() {
    let language = language::of("da");
    for picture in [false, true] {
        let stopped = stopped("vand i huset", picture);
        let text = page(&stopped);
        assert!(lix(&text) <= 20.0, "LIX {:.1}\n{text}", lix(&text));
        let (settings, asked) = (settings(), instrument());
        let lines = language.stopped_lines(&stopped.facts(&settings, &asked, language)).join("\n");
        assert!(lix(&lines) <= 20.0, "LIX {:.1}\n{lines}", lix(&lines));
        assert!(lines.contains("Livslinien: 70 201 201"), "{lines}");
        assert!(!format!("{text}{lines}").to_lowercase().contains("anonym"));
    }
}
