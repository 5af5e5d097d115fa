//! Rights, and the longer page on how it works, in English: plain about what is not protected.

use super::English;
use crate::language::sentence::{labelled, paragraphs, passage};
use crate::language::{Chair, Numbers, PromiseFacts};
use crate::promise::Passage;

pub(super) fn rights(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let mut decide = vec![
        "You may say no. You may also stop half way.",
        "You are free to answer or not, but that is not a consent. We may ask because the law says that we may.",
    ];
    if facts.chair == Chair::ServiceUser {
        decide.push("You get the same help if you answer or not.");
    }
    let legal = facts.legal;
    let responsible = labelled([
        ("Responsible for your data", &legal.controller),
        ("Data protection officer", &legal.data_protection_officer),
        ("Legal basis", &legal.legal_basis),
        ("How long we keep it", &legal.retention),
        ("Agreement on operation (data processing agreement)", &legal.agreement),
    ]);
    let mut passages = vec![
        passage(
            "What do we use the answers for?",
            paragraphs(&[
                "They show how the place works, and what can be better. They are made into figures in a short report. They \
                 are not used for anything that is about you. No machine decides anything about you.",
            ]),
        ),
        passage("You decide", paragraphs(&decide)),
        passage(
            "Before you send",
            paragraphs(&[
                "You have a right to see your answers, change them and delete them. You do it yourself on these pages. If you \
                 do not send them, they are deleted when we close answering.",
            ]),
        ),
        passage(
            "When you have sent it",
            paragraphs(&[
                "No one can know which answers are yours. So we can’t find them, change them, delete them or show them to \
                 you.",
                "By law it has to be so when no one can see who has answered. It is in article 11 of the General Data \
                 Protection Regulation.",
            ]),
        ),
        passage(
            "Who gets to see something?",
            paragraphs(&[
                "Anyone can ask to see the report. The Danish law on access to public files says so. There are no names in it.",
                "The page does not pass your answers on to anyone, nor to countries outside the EU.",
            ]),
        ),
        passage(
            "Are you coming to a meeting?",
            paragraphs(&[
                "Then your name may be on a list of those who are invited. The place has written it. You can see what it says. \
                 You can have it corrected or deleted. You can also say no to our using it. The list is deleted when the \
                 minutes are approved, and with the answers at the latest.",
            ]),
        ),
        passage(
            "Do you have an account here?",
            vec![format!(
                "Then we keep your name, your mail and what you do on the page. You can ask to see it, have it corrected or \
                 deleted, or say no to our using it. The account stays until it is deleted. What you have done is in a log \
                 for {} at most.",
                time(facts.times.log)
            )],
        ),
    ];
    passages.push(passage(
        "When is it deleted?",
        vec![
            "Codes, and forms that were not sent, are deleted when we close answering.".to_owned(),
            "What you have written is deleted when the report is out. Only what we may use word for word stays."
                .to_owned(),
            format!(
                "The answers are deleted within {} of the report. Then only the figures for the groups are left.",
                time(facts.times.answers)
            ),
            format!(
                "The report is kept in the municipality’s archive. Here it is deleted within {} of that.",
                time(facts.times.report)
            ),
            "If we stop early, we delete all answers at once.".to_owned(),
        ],
    ));
    if !responsible.is_empty() {
        passages.push(passage("Who is responsible?", responsible));
    }
    passages.push(passage(
        "Are you not happy with this?",
        paragraphs(&[
            "Talk to those who are responsible, or to the data protection officer. You can also complain to the Danish Data Protection Agency \
                      (Datatilsynet) at datatilsynet.dk.",
        ]),
    ));
    passages
}

/// So many months, in years where they are whole.
fn time(months: u32) -> String {
    match (months, months / 12) {
        (1, _) => "a month".to_owned(),
        (12, _) => "a year".to_owned(),
        (24.., years) if months.is_multiple_of(12) => format!("{} years", English.number_word(years.into())),
        _ => format!("{} months", English.number_word(months.into())),
    }
}

pub(super) fn how_it_works(facts: &PromiseFacts<'_>) -> Vec<Passage> {
    let smallest = English.number_word(facts.smallest);
    let full = English.number_word(facts.full);
    let mut sent = vec![
        "The code is used up. Your answers are kept with no code, no name, and no day or time.".to_owned(),
        "We count how many have answered, but not who.".to_owned(),
    ];
    if facts.units {
        sent.push(format!(
            "Your unit goes with the answer. If fewer than {smallest} of your group have answered there, it is deleted when \
             we close."
        ));
    }
    let mut code =
        vec!["The code starts a questionnaire once. We do not write down who gets which code.".to_owned()];
    if facts.open_link {
        code.push(
            "Your group can also answer without a slip. Then the page makes a code when one begins. So we can’t promise that \
             each has answered only once."
                .to_owned(),
        );
    }
    let shown = if facts.chair == Chair::InRole {
        vec![
            "You answer as management. Your figures are shown even if you are few, and everyone can see that they are yours."
                .to_owned(),
            format!("The other groups are shown only when at least {smallest} have answered."),
        ]
    } else {
        vec![
            format!(
                "We show figures only when at least {smallest} in your group have answered. If you are under {full}, we show \
                 only the mean."
            ),
            "When a group is shown, one can see something of how the answers are spread. That is not hidden. If all have \
             answered the same, one can work out what each of them has answered."
                .to_owned(),
        ]
    };
    vec![
        passage("The code", code),
        passage(
            "While you answer",
            paragraphs(&[
                "Your answers are kept in a locked box, so that you can take a break. The key is in your phone. The three \
                 words you get are a key too. We have no copy.",
            ]),
        ),
        passage("When you have sent it", sent),
        passage(
            "While it is open for answers",
            paragraphs(&[
                "As long as it is open, one thing is not quite safe: Someone who can get at the files behind the page, or at \
                 several copies of them, may be able to match a code with an answer.",
                "When we close, all answers are mixed and written anew, and the codes are deleted. Old copies from before may \
                 still be there until they are deleted too.",
            ]),
        ),
        passage("What we show", shown),
        passage(
            "What you write",
            paragraphs(&[
                "It is kept apart from your other answers, and mixed with what others have written.",
                "You choose if we may use your words. If they are changed so that no one can tell it is you, it says that \
                 they are changed. What you wrote is deleted when the report is done.",
            ]),
        ),
    ]
}
