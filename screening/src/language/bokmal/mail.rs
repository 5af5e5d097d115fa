//! Mails in Bokmål.

use super::Bokmal;
use crate::language::sentence::plain_mail;
use crate::language::{MailText, MailWords};
use crate::plan::Telling;
use crate::reminder::Reminder;

/// Under every mail.
const REGARDS: &str = "Vennlig hilsen\nPejling";

fn mail(subject: &str, paragraphs: &[&str]) -> MailText {
    plain_mail(subject, paragraphs, REGARDS)
}

impl MailWords for Bokmal {
    fn reminder_mail(&self, reminder: &Reminder, place: &str, link: &str, switch_off: &str) -> MailText {
        let (subject, what, at) = match reminder {
            Reminder::FollowUp { .. } => (
                format!("På tide å følge opp: {place}"),
                "Det er på tide å se på et av målene i utviklingsplanen. Snakk med dem det gjelder: Hva har gått bra? Hva \
                 gjør dere annerledes herfra?",
                "Her skriver dere hvor langt dere er kommet:",
            ),
            Reminder::Told(telling, _) => (
                format!("Dere sa – vi gjør: {place}"),
                match telling {
                    Telling::ThreeMonths => {
                        "Det er tre måneder siden rapporten kom. Nå skal de som var med, få høre hva dere gjør med det de \
                         sa. Skriv det på plakaten, og heng den der alle kommer forbi."
                    }
                    Telling::SixMonths => {
                        "Det er et halvt år siden rapporten kom. Nå skal de som var med, få høre hva det er blitt av det de \
                         sa. Skriv det på plakaten, og heng den der alle kommer forbi."
                    }
                },
                "Her skriver dere plakaten:",
            ),
            Reminder::Participants(_) => (
                format!("De som var med, skal få svar: {place}"),
                "Det er 14 dager siden rapporten kom, og siden til dem som var med, er ikke krysset av som delt ut. Del den \
                 ut nå, også om ledelsen ikke har svart ennå.",
                "Her finner dere siden og krysser av:",
            ),
        };
        mail(
            &subject,
            &[
                "Hei",
                what,
                &format!("{at}\n{link}"),
                &format!(
                    "Du får denne mailen fordi du er fasilitator for {place}. Vil du ikke ha påminnelser på mail, så slå dem \
                     av her:\n{switch_off}"
                ),
            ],
        )
    }

    fn password_mail(&self, link: &str, minutes: i64) -> MailText {
        mail(
            "Nytt passord til Pejling",
            &[
                "Hei",
                "Noen, sikkert du selv, har bedt om et nytt passord til Pejling.",
                &format!("Velg det her. Lenken virker én gang og i {minutes} minutter:\n{link}"),
                "Har du ikke bedt om det, trenger du ikke gjøre noe. Da gjelder passordet ditt fortsatt.",
            ],
        )
    }

    fn trial_mail(&self) -> MailText {
        mail(
            "Prøve: Pejling kan sende mail",
            &[
                "Hei",
                "Når du kan lese dette, virker det. Også æ, ø og å.",
                "Du får denne mailen fordi du selv ba om den på siden «Administrasjon».",
            ],
        )
    }
}
