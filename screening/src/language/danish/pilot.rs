//! What is said of a pilot in Danish. To users LIX 20 at most, as the promise.

use crate::language::{PilotProtection, PilotWords};

pub(super) const PILOT: PilotWords = PilotWords {
    trying: "Vi prøver nogle udsagn af. Du hjælper os med at gøre dem bedre.",
    notes: "Ved hvert udsagn kan du skrive, hvad du tænker. Er noget svært at forstå, så skriv det.",
    notes_together: "Ved hvert udsagn kan I skrive, hvad I tænker. Er noget svært at forstå, så skriv det.",
    seen: "Den, der retter udsagnene, kan se, hvad I som ledelse har svaret.",
    seen_together: "Den, der retter udsagnene, kan se, hvad I har svaret.",
    disagree: "Er I uenige, så spring over. Skriv gerne hvorfor.",
    used: "Svarene viser kun, om vi spørger godt nok. Der kommer hverken møder eller rapport. Vi sletter det \
           hele, senest efter et år.",
    thanks: "Du har hjulpet os med at gøre udsagnene bedre.",
    nothing_more: "Der kommer hverken møder eller rapport.",
    slip: "Vi prøver nogle udsagn af. Vil du prøve dem med os?",
    purpose: "De viser, om udsagnene er gode at spørge med. De siger ikke noget om stedet. De bliver ikke brugt til noget, \
              der handler om dig.",
    sees: "Den, der retter udsagnene, ser gruppernes tal og det, der er skrevet. Der bliver ikke lavet nogen rapport.",
    deleted: "Svarene og det, du skrev, sletter vi, når udsagnene er rettet. Det sker senest efter et år.",
    not_quoted: "Det bliver brugt til at rette udsagnene. Ingen læser det op eller trykker det. Kan man se, hvem nogen er, \
                 bliver det slettet.",
    as_management: "I svarer som ledelse. Jeres tal bliver vist, selv om I er få, og den, der retter udsagnene, kan se, at \
                    det er jeres.",
    protection: PilotProtection {
        purpose: "At prøve, om udsagnene i et redskab er gode at spørge med. Det siger ikke noget om stedet, og intet menneske \
                  bliver vurderet.",
        people: "De, der svarer: {}. De, der er omtalt i noter og kommentarer. De, der har en konto.",
        notes: " Ved hvert udsagn kan de skrive en note om, hvordan det er at svare på.",
        recipients: "Den, der retter udsagnene, ser gruppernes tal og det, der er skrevet. Der laves ingen rapport, og intet \
                     citeres.",
        deleted: "Svarkoder og skemaer, der ikke er sendt: når der er lukket for svar. Resten, også svar og noter: når \
                  facilitatoren sletter prøverunden, og senest 12 måneder efter, at den er lavet. Loggen: senest efter {}. En \
                  konto findes, til en administrator sletter den.",
        deleted_too: " En prøverunde, hvor et redskabs udsagn prøves af: det hele, senest 12 måneder efter, at den er lavet.",
        processing: "{} svarer på udsagn fra et redskab og kan skrive, hvad de tænker om dem. Svarene samles til tal om hvert \
                     udsagn. Se fortegnelsen.",
        risk: "En note i en prøverunde viser, hvem nogen er",
        done: "Noter opbevares som kommentarer, uden forbindelse til svarene. En beskyttet gruppes noter åbnes først, når mindst \
               {} har svaret. Facilitatoren kan slette en note, ingen citeres, og alle går med prøverunden.",
    },
};
