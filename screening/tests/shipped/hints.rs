//! Advice about statements: ours, which were read aloud and tried, get none; sentences with a known fault get theirs.

use crate::in_all_words;
use screening::instrument::edit::hint::{Hint, hints};

#[test]
fn a_good_statement_gets_no_hint() {
    let mut found = std::collections::BTreeSet::new();
    for instrument in in_all_words() {
        for (code, texts) in &instrument.texts {
            for group in &instrument.groups {
                let own = instrument.indicators().filter_map(|one| texts.item(&one.id, &group.id));
                for statement in own {
                    let advice = hints(statement, code, group.service_users);
                    if !advice.is_empty() {
                        found
                            .insert(format!("{} {code} {}: {statement} {advice:?}", instrument.id, group.id));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The hints of a users' statement, without their details.
fn kinds(statement: &str, code: &str) -> Vec<&'static str> {
    let kind = |hint: &Hint| match hint {
        Hint::TooLong(..) => "long",
        Hint::LongWords(..) => "long words",
        Hint::TwoIdeas(_) => "two ideas",
        Hint::DoubleNegation(..) => "double negation",
        Hint::Ought(_) => "ought",
        Hint::Past(_) => "past",
        Hint::NotFirstPerson => "not first person",
    };
    hints(statement, code, true).iter().map(kind).collect()
}

#[test]
fn a_fault_is_named() {
    for (code, statement, expected) in [
        ("da", "De ansatte lytter og hjælper mig.", vec!["two ideas"]),
        ("da", "Jeg får hjælp til arbejde eller bolig.", vec!["two ideas"]),
        ("da", "Jeg bliver ikke mødt uden respekt.", vec!["double negation"]),
        ("da", "De ansatte bør spørge mig.", vec!["ought"]),
        ("da", "Jeg blev mødt med respekt.", vec!["past"]),
        ("da", "De ansatte lytter.", vec!["not first person"]),
        ("da", "Jeg får individuelt tilrettelagte udviklingsmuligheder.", vec!["long words"]),
        (
            "da",
            "Når jeg har det svært, er her altid en, jeg kan gå til, som ved, hvad der hjælper mig.",
            vec!["long"],
        ),
        ("nb", "De ansatte lytter og hjelper meg.", vec!["two ideas"]),
        ("nb", "Jeg blir aldri møtt uten respekt.", vec!["double negation"]),
        ("nb", "De ansatte burde spørre meg.", vec!["ought"]),
        ("nb", "Jeg ble møtt med respekt.", vec!["past"]),
        ("nb", "De ansatte lytter.", vec!["not first person"]),
        ("en", "The staff listen and help me.", vec!["two ideas"]),
        ("en", "I can’t get help without a plan.", vec!["double negation"]),
        ("en", "The staff should ask me.", vec!["ought"]),
        ("en", "I was met with respect.", vec!["past"]),
        ("en", "The staff listen.", vec!["not first person"]),
    ] {
        assert_eq!(kinds(statement, code), expected, "{statement}");
    }
}

/// Twenty statements as one writes them the first time, each with the fault that it has at least.
#[test]
fn a_first_draft_gets_its_advice() {
    for (statement, expected) in [
        ("De ansatte er venlige og taler pænt til mig.", "two ideas"),
        ("De ansatte hilser på mig og spørger til mig.", "two ideas"),
        ("Jeg får mad eller medicin, når jeg beder om det.", "two ideas"),
        ("Personalet har tid til mig i hverdagen og i weekenden.", "two ideas"),
        ("Jeg får besked om medicin samt bivirkninger.", "two ideas"),
        ("Ingen siger, at jeg ikke må være her.", "double negation"),
        ("Det er aldrig uden grund, at min dør er låst.", "double negation"),
        ("Der er ikke nogen, der ikke hilser på mig.", "double negation"),
        ("Jeg får aldrig ingen hjælp.", "double negation"),
        ("De ansatte skal lytte til mig.", "ought"),
        ("Lederen skal hilse på mig.", "ought"),
        ("Man burde spørge mig først.", "ought"),
        ("Jeg bør selv vælge, hvem der hjælper mig.", "ought"),
        ("Jeg fik hjælp til at flytte.", "past"),
        ("Sidste år kom jeg med til møderne.", "past"),
        ("Jeg havde en god kontaktperson.", "past"),
        ("Man bliver hørt.", "not first person"),
        ("Borgeren inddrages i sin handleplan.", "not first person"),
        ("Stedet understøtter min personlige udviklingsproces.", "long words"),
        ("Jeg kan komme, når jeg har lyst, og jeg kan gå igen, når jeg ikke vil mere.", "long"),
    ] {
        let found = kinds(statement, "da");
        assert!(found.contains(&expected), "{statement} {found:?}");
    }
}

#[test]
fn what_is_one_idea_stays_one() {
    for (code, statement) in [
        ("da", "Jeg kan sige nej og stadig få hjælp."),
        ("da", "De ansatte og jeg taler om det, der går godt."),
        ("da", "De ansatte vil gerne høre om mit liv, ikke kun om det svære."),
        ("da", "Jeg bestemmer selv, hvordan min dag skal være."),
        ("da", "Lederen taler med mig og de ansatte."),
        ("nb", "Jeg kan si nei til noe og fortsatt få hjelp."),
        ("nb", "Vi er med og bestemmer."),
        ("en", "I can say no and still get help."),
        ("en", "My family and friends take part as much as I want."),
    ] {
        assert_eq!(kinds(statement, code), [""; 0], "{statement}");
    }
}

/// Of a language that the program does not speak only the length is known.
#[test]
fn other_languages_are_only_counted() {
    assert_eq!(hints("الموظفون يستمعون إلي ويساعدونني.", "ar", true), []);
    let long = "en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten";
    assert_eq!(hints(long, "so", true), [Hint::TooLong(15, 14)]);
    assert_eq!(hints("", "da", true), []);
}
