//! Promise, slip and receipt in Danish. To users: a *pejling* of the place, *emne*, *de ansatte*, LIX 20 at most.

use super::Danish;
use super::numbers::singular;
use super::{pilot, rights};
use crate::language::sentence::{full_stop, is_date, own_date};
use crate::language::{Chair, Numbers, PilotWords, PromiseFacts, PromiseWords};
use crate::promise::Passage;

/// Whom to call where the screening names nobody.
const USUAL_CRISIS_LINE: &str = "Livslinien: 70 201 201";

impl PromiseWords for Danish {
    fn before_you_start(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        match facts.chair {
            Chair::ServiceUser => service_user(facts),
            Chair::Other => other(facts),
            Chair::InRole => in_role(facts),
        }
    }

    fn leader_promise(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        let whose = if facts.chair == Chair::InRole { "Det har I lovet" } else { "Det lover lederen" };
        (!facts.leader_promise.is_empty()).then(|| format!("{whose}: {}", full_stop(facts.leader_promise)))
    }

    fn contact(&self, facts: &PromiseFacts<'_>) -> Option<String> {
        (!facts.contact.is_empty())
            .then(|| format!("Har du spørgsmål, så ring til {}", full_stop(facts.contact)))
    }

    fn receipt(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let meetings = match facts.hearings {
            "" => "Der bliver holdt to møder om svarene.".to_owned(),
            hearings => format!("Der bliver holdt to møder om svarene: {}", full_stop(hearings)),
        };
        let mut lines = vec![
            "Nu kan ingen finde dine svar igen.".to_owned(),
            meetings,
            "Du er velkommen til møderne.".to_owned(),
            hear_back(facts),
        ];
        if facts.chair == Chair::InRole {
            lines[0] = "Svarene bliver vist som ledelsens. De kan ikke findes frem og rettes.".to_owned();
        }
        lines.extend(self.leader_promise(facts));
        lines.extend(self.contact(facts));
        lines.push(format!(
            "Har du det svært nu, så tal med en, du er tryg ved. {}",
            crisis(facts.crisis_line)
        ));
        lines
    }

    fn slip(&self, facts: &PromiseFacts<'_>) -> [String; 2] {
        match facts.chair {
            Chair::ServiceUser => [
                format!("Hvordan er det at {}? Vi vil gerne høre, hvad du synes.", facts.place.to_use),
                "Du bestemmer selv, om du vil svare. Du svarer uden navn.".to_owned(),
            ],
            Chair::Other => [
                format!("Hvordan arbejder I {}? Vi vil gerne høre, hvad du ser.", facts.place.at),
                "Du bestemmer selv, om du vil svare. Du svarer uden navn.".to_owned(),
            ],
            Chair::InRole => [
                format!("Hvordan arbejder I {}? {}", facts.place.at, as_what(facts)),
                "Jeres svar bliver vist som ledelsens. Du kan springe over.".to_owned(),
            ],
        }
    }

    fn rights(&self, facts: &PromiseFacts<'_>) -> Vec<Passage> {
        rights::rights(facts)
    }

    fn how_it_works(&self, facts: &PromiseFacts<'_>) -> Vec<Passage> {
        rights::how_it_works(facts)
    }

    fn usual_crisis_line(&self) -> &'static str {
        USUAL_CRISIS_LINE
    }

    fn pilot(&self) -> &'static PilotWords {
        &pilot::PILOT
    }

    fn beside_text(&self, crisis_line: &str) -> String {
        format!(
            "Det, du skriver, bliver først læst om nogle uger. Har du det svært nu, så tal med en, du er tryg ved. {}",
            crisis(crisis_line)
        )
    }
}

/// Ten lines to someone who uses the place.
fn service_user(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Danish.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "Det, du skriver, bliver læst af én, der tager navne ud.".to_owned(),
        reader => format!("{reader} læser det, du skriver, og tager navne ud."),
    };
    vec![
        format!("Det handler om {}. Det handler ikke om dig.", facts.place.word),
        "Du bestemmer selv, om du vil svare. Siger du nej, får du den samme hjælp som før.".to_owned(),
        format!(
            "Der er {} udsagn. Det tager cirka {}. Du må hoppe over, og du må holde pause.",
            facts.statements,
            minutes(facts)
        ),
        "Du svarer uden navn.".to_owned(),
        "De ansatte kan ikke se, hvad du svarer. Det kan lederen heller ikke.".to_owned(),
        format!("Vi viser kun tal, når mindst {smallest} har svaret."),
        reader,
        "Når du har sendt, kan ingen finde dine svar igen. Så kan du heller ikke rette i dem.".to_owned(),
        "En, du stoler på, må gerne hjælpe. Så ser hun eller han dine svar, men må ikke svare for dig."
            .to_owned(),
        format!("Vi bruger svarene til to møder og en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to another protected group.
fn other(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Danish.number_word(facts.smallest);
    let reader = match facts.reader {
        "" => "Det, du skriver med egne ord, bliver læst af én, der tager navne ud.".to_owned(),
        reader => format!("{reader} læser det, du skriver med egne ord, og tager navne ud."),
    };
    vec![
        format!("Det handler om {} og den måde, I arbejder på. Det handler ikke om dig.", facts.place.word),
        "Du bestemmer selv, om du vil svare. Det får ingen følger at lade være.".to_owned(),
        format!(
            "Der er {} udsagn. Det tager cirka {}. Du kan springe over og holde pause.",
            facts.statements,
            minutes(facts)
        ),
        "Du svarer uden navn.".to_owned(),
        "Hverken leder eller kolleger kan se, hvad du har svaret.".to_owned(),
        format!("Vi viser kun tal for jeres gruppe, når mindst {smallest} har svaret."),
        reader,
        "Når du har sendt, kan ingen finde dit svar igen. Så det kan heller ikke rettes eller slettes."
            .to_owned(),
        format!("Skriv om, hvordan {} gør. Skriv aldrig om et bestemt menneske.", facts.place.word),
        format!("Svarene bliver brugt på to møder og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who answer in role: that they can be recognised comes first.
fn in_role(facts: &PromiseFacts<'_>) -> Vec<String> {
    if facts.joint.is_some() {
        return together(facts);
    }
    let seen = match facts.invited {
        Some(1) => "Alle, der læser rapporten, kan se, hvad du har svaret.".to_owned(),
        Some(few) if few < facts.smallest => {
            "Jeres svar bliver vist samlet som ledelsens. I er få, så andre kan regne ud, hvad du har svaret."
                .to_owned()
        }
        _ => "Jeres svar bliver vist samlet som ledelsens, også når I er få. Så kan andre regne ud, hvad du har \
              svaret."
            .to_owned(),
    };
    let smallest = Danish.number_word(facts.smallest);
    vec![
        as_what(facts),
        seen,
        "Du bestemmer selv, om du vil svare. Du kan springe over.".to_owned(),
        format!(
            "Det handler om, hvordan {} arbejder. Det handler ikke om dig som menneske.",
            facts.place.word
        ),
        format!(
            "Der er {} udsagn. Det tager cirka {}. Du kan holde pause undervejs.",
            facts.statements,
            minutes(facts)
        ),
        "Du skal ikke skrive dit navn.".to_owned(),
        "Det, du skriver med egne ord, bliver vist som ledelsens.".to_owned(),
        format!("De andre grupper er beskyttet: Vi viser kun deres tal, når mindst {smallest} har svaret."),
        "Når du har sendt, kan dit svar hverken findes frem, rettes eller slettes.".to_owned(),
        format!("Svarene bliver brugt på to møder og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// Ten lines to those who give one answer together: they sit side by side before one screen.
fn together(facts: &PromiseFacts<'_>) -> Vec<String> {
    let smallest = Danish.number_word(facts.smallest);
    vec![
        as_what(facts),
        "Alle, der læser rapporten, kan se, hvad I har svaret.".to_owned(),
        "I bestemmer selv, om I vil svare. I kan springe over.".to_owned(),
        "Er I uenige, så spring over, og tag det op på høringen. Det er også et svar.".to_owned(),
        format!(
            "Der er {} udsagn. Sæt god tid af til at tale om dem. I kan holde pause undervejs.",
            facts.statements
        ),
        "I skal ikke skrive navne.".to_owned(),
        "Det, I skriver med egne ord, bliver vist som ledelsens.".to_owned(),
        format!("De andre grupper er beskyttet: Vi viser kun deres tal, når mindst {smallest} har svaret."),
        "Når I har sendt, kan svaret hverken findes frem, rettes eller slettes.".to_owned(),
        format!("Svarene bliver brugt på to møder og i en kort rapport. {}", hear_back(facts)),
    ]
}

/// *Du svarer som leder. I er 1 leder på stedet.*
fn as_what(facts: &PromiseFacts<'_>) -> String {
    match facts.joint {
        Some(2..) => {
            return format!("I svarer sammen. Det er ét fælles svar fra jer {}.", together_many(facts));
        }
        Some(_) => return "I svarer sammen. Det er ét fælles svar.".to_owned(),
        None => {}
    }
    let group = Danish.inside(facts.group);
    let one = singular(facts.group);
    let at = facts.place.at;
    let role = match &one {
        Some(one) => format!("Du svarer som {one}."),
        None => format!("Du svarer som en af gruppen »{}«.", facts.group),
    };
    match (facts.invited, one) {
        (Some(1), Some(one)) => format!("{role} I er 1 {one} {at}."),
        (Some(count), Some(_)) => format!("{role} I er {count} {group} {at}."),
        (Some(count), None) => format!("{role} I er {count} {at}."),
        (None, _) => role,
    }
}

/// *to*, *tre*, *14*: people who answer together.
fn together_many(facts: &PromiseFacts<'_>) -> String {
    Danish.number_word(facts.joint.unwrap_or_default())
}

pub(super) fn minutes(facts: &PromiseFacts<'_>) -> String {
    if facts.minutes == 1 { "1 minut".to_owned() } else { format!("{} minutter", facts.minutes) }
}

/// When one hears back: after a date *senest den*, after free words as they stand.
pub(super) fn hear_back(facts: &PromiseFacts<'_>) -> String {
    match facts.hear_back {
        "" => "Du får at vide, hvad der kommer ud af det.".to_owned(),
        date if is_date(date) => {
            format!("Du hører fra os senest den {}", full_stop(&own_date(date, &Danish)))
        }
        words => format!("Du hører fra os {}", full_stop(words)),
    }
}

pub(super) fn crisis(line: &str) -> String {
    let line = line.trim();
    // A screening that names its own number may have written the rest too.
    if line.contains("112") {
        full_stop(line)
    } else {
        format!("{} Er der fare, så ring 112.", full_stop(line))
    }
}
