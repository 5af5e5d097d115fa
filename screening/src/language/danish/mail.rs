//! Mails in Danish.

use super::Danish;
use crate::language::{MailText, MailWords};
#[cfg(not(target_arch = "wasm32"))]
use crate::plan::Telling;
#[cfg(not(target_arch = "wasm32"))]
use crate::reminder::Reminder;

/// Under every mail.
const REGARDS: &str = "Venlig hilsen\nPejling";

fn mail(subject: &str, paragraphs: &[&str]) -> MailText {
    let text = paragraphs.iter().chain(&[REGARDS]).copied().collect::<Vec<_>>().join("\n\n");
    MailText { subject: subject.to_owned(), text: format!("{text}\n") }
}

impl MailWords for Danish {
    #[cfg(not(target_arch = "wasm32"))]
    fn reminder_mail(&self, reminder: &Reminder, place: &str, link: &str, switch_off: &str) -> MailText {
        let (subject, what, at) = match reminder {
            Reminder::FollowUp { .. } => (
                format!("Tid til at følge op: {place}"),
                "Det er tid til at se på et af målene i udviklingsplanen. Tal med dem, det handler om: Hvad er \
                 gået godt? Hvad gør I anderledes herfra?",
                "Her skriver I, hvor I er nået til:",
            ),
            Reminder::Told(telling, _) => (
                format!("I sagde – vi gør: {place}"),
                match telling {
                    Telling::ThreeMonths => {
                        "Det er tre måneder siden, rapporten kom. Nu skal de, der var med, høre, hvad I gør ved det, \
                         de sagde. Skriv det på plakaten, og hæng den, hvor alle kommer forbi."
                    }
                    Telling::SixMonths => {
                        "Det er et halvt år siden, rapporten kom. Nu skal de, der var med, høre, hvad der er blevet \
                         af det, de sagde. Skriv det på plakaten, og hæng den, hvor alle kommer forbi."
                    }
                },
                "Her skriver I plakaten:",
            ),
            Reminder::Participants(_) => (
                format!("Dem, der var med, skal have svar: {place}"),
                "Det er 14 dage siden, rapporten kom, og siden til dem, der var med, er ikke krydset af som delt ud. \
                 Del den ud nu, også selv om ledelsen ikke har svaret endnu.",
                "Her finder I siden og krydser af:",
            ),
        };
        mail(
            &subject,
            &[
                "Hej",
                what,
                &format!("{at}\n{link}"),
                &format!(
                    "Du får mailen, fordi du er facilitator for {place}. Vil du ikke have påmindelser på mail, så \
                     slå dem fra her:\n{switch_off}"
                ),
            ],
        )
    }

    fn password_mail(&self, link: &str, minutes: i64) -> MailText {
        mail(
            "Ny adgangskode til Pejling",
            &[
                "Hej",
                "Nogen, sikkert dig selv, har bedt om en ny adgangskode til Pejling.",
                &format!("Vælg den her. Linket virker én gang og i {minutes} minutter:\n{link}"),
                "Har du ikke bedt om det, skal du ikke gøre noget. Så gælder din adgangskode stadig.",
            ],
        )
    }

    fn trial_mail(&self) -> MailText {
        mail(
            "Prøve: Pejling kan sende mail",
            &[
                "Hej",
                "Når du kan læse det her, virker det. Også æ, ø og å.",
                "Du får mailen, fordi du selv bad om den på siden »Administration«.",
            ],
        )
    }
}
