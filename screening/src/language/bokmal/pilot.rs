//! What is said of a pilot in Bokmål. To users LIX 20 at most, as the promise.

use crate::language::{PilotProtection, PilotWords};

pub(super) const PILOT: PilotWords = PilotWords {
    trying: "Vi prøver ut noen utsagn. Du hjelper oss med å gjøre dem bedre.",
    notes: "Ved hvert utsagn kan du skrive hva du tenker. Er noe vanskelig å forstå, så skriv det.",
    notes_together: "Ved hvert utsagn kan dere skrive hva dere tenker. Er noe vanskelig å forstå, så skriv det.",
    seen: "Den som retter på utsagnene, kan se hva dere som ledelse har svart.",
    seen_together: "Den som retter på utsagnene, kan se hva dere har svart.",
    disagree: "Er dere uenige, så hopp over. Skriv gjerne hvorfor.",
    used: "Svarene viser bare om vi spør godt nok. Det blir verken møter eller rapport. Vi sletter alt, senest \
           etter et år.",
    thanks: "Du har hjulpet oss med å gjøre utsagnene bedre.",
    nothing_more: "Det blir verken møter eller rapport.",
    slip: "Vi prøver ut noen utsagn. Vil du prøve dem sammen med oss?",
    purpose: "De viser om utsagnene er gode å spørre med. De sier ikke noe om stedet. De blir ikke brukt til noe som handler \
              om deg.",
    sees: "Den som retter på utsagnene, ser tallene for gruppene og det som er skrevet. Det blir ikke laget noen rapport.",
    deleted: "Svarene og det du skrev, sletter vi når utsagnene er rettet. Det skjer senest etter et år.",
    not_quoted: "Det blir brukt til å rette på utsagnene. Ingen leser det opp eller trykker det. Kan man se hvem noen er, \
                 blir det slettet.",
    as_management: "Dere svarer som ledelse. Tallene deres blir vist selv om dere er få, og den som retter på utsagnene, kan \
                    se at de er deres.",
    protection: PilotProtection {
        purpose: "Å prøve om utsagnene i et verktøy er gode å spørre med. Det sier ikke noe om stedet, og intet menneske blir \
                  vurdert.",
        people: "De som svarer: {}. De som er omtalt i notater og kommentarer. De som har en konto.",
        notes: " Ved hvert utsagn kan de skrive et notat om hvordan det er å svare på.",
        recipients: "Den som retter utsagnene, ser gruppenes tall og det som er skrevet. Det lages ingen rapport, og ingenting \
                     siteres.",
        deleted: "Svarkoder og skjemaer som ikke er sendt: når det er stengt for svar. Resten, også svar og notater: når \
                  fasilitatoren sletter prøverunden, og senest 12 måneder etter at den er laget. Loggen: senest etter {}. En \
                  konto finnes til en administrator sletter den.",
        deleted_too: " En prøverunde, der utsagnene i et verktøy prøves ut: alt, senest 12 måneder etter at den er laget.",
        processing: "{} svarer på utsagn fra et verktøy og kan skrive hva de tenker om dem. Svarene samles til tall om hvert \
                     utsagn. Se protokollen.",
        risk: "Et notat i en prøverunde viser hvem noen er",
        done: "Notater oppbevares som kommentarer, uten forbindelse til svarene. Notatene til en beskyttet gruppe åpnes først når \
               minst {} har svart. Fasilitatoren kan slette et notat, ingen siteres, og alle går med prøverunden.",
    },
};
