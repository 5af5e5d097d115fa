//! The record of processing and the impact assessment in English. They say what the program does, and leave to the
//! controller what only the controller knows.

use super::English;
use super::pilot::PILOT;
use crate::data_protection::{ProtectionDraft, ProtectionFacts, ProtectionPart};
use crate::language::sentence::{Filling, capital, protection_part as part, protection_row as row};
use crate::language::{Numbers, ProtectionWords};

/// What the controller fills in.
const FILLING: Filling = Filling("To be filled in");

impl ProtectionWords for English {
    fn protection_title(&self, draft: ProtectionDraft) -> &'static str {
        match draft {
            ProtectionDraft::Record => "Record of processing (draft)",
            ProtectionDraft::ImpactAssessment => "Data protection impact assessment (draft)",
        }
    }

    fn protection_parts(&self, draft: ProtectionDraft, facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
        match draft {
            ProtectionDraft::Record => record(facts),
            ProtectionDraft::ImpactAssessment => impact_assessment(facts),
        }
    }

    fn to_fill_in(&self) -> &'static str {
        FILLING.0
    }

    fn each_place(&self) -> &'static str {
        "each place"
    }

    fn so_long(&self, kept: u32) -> String {
        months(kept)
    }
}

fn who_answers(facts: &ProtectionFacts<'_>) -> String {
    let groups: Vec<String> = facts.groups.iter().map(|group| English.inside(group)).collect();
    English.list(&groups)
}

fn record(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let who = vec![
        row("Controller", FILLING.written(&legal.controller, "name and contact details.")),
        row(
            "Data protection officer",
            FILLING.written(&legal.data_protection_officer, "name, telephone and mail."),
        ),
        row(
            "Processor",
            FILLING.written(&legal.agreement, "who runs the solution, and the data processing agreement."),
        ),
    ];
    let why = vec![
        row(
            "Purpose",
            format!(
                "To see how far {} works in a way that supports each person’s recovery, and where the place can develop. The \
                 place is assessed, never a person.",
                facts.organisation
            ),
        ),
        row(
            "Legal basis",
            FILLING.written(
                &legal.legal_basis,
                "the provision, for special categories of data too (article 9).",
            ),
        ),
    ];
    let unit = if facts.units {
        " The unit goes with the response until it is closed, and is deleted where too few have answered."
    } else {
        ""
    };
    let what = vec![
        row(
            "Categories of data subjects",
            format!(
                "Those who answer: {}. Those who are spoken of in comments, documents, observations and minutes. Those who \
                 are invited to hearings. Those who have an account.",
                who_answers(facts)
            ),
        ),
        row(
            "About those who answer",
            format!(
                "Answers to statements about the place, and what they write themselves. Without name, address or time.{unit} \
                 What people write may say something about health or other sensitive matters."
            ),
        ),
        row(
            "About those who are spoken of",
            "What others write about daily life at the place. The program warns against names and whatever else tells who \
             someone is. Attached files may say more."
                .to_owned(),
        ),
        row("About those who are invited to a hearing", "Name and role.".to_owned()),
        row(
            "About those who have an account",
            "Name, mail, role, when they were signed in, and what they have done in the solution. The password can’t be \
             read."
                .to_owned(),
        ),
    ];
    let others = vec![
        row(
            "Recipients",
            "Management and those who took part get the report: figures for groups, and quotations that are approved. The \
             public may have a right to see the report."
                .to_owned(),
        ),
        row(
            "Transfer to third countries",
            FILLING.asks(
                "where the solution is run. The program sends no answers to others. Mails to those who have an account go \
                 through the mail server that you choose.",
            ),
        ),
    ];
    let long = vec![
        row("Time limits for erasure", FILLING.written(&legal.retention, "what is deleted when.")),
        row(
            "What the program deletes by itself",
            format!(
                "Answer codes, and questionnaires that were not sent: on closing. Comments as they were written: when the \
                 report is released. Names of those invited: when the minutes of the hearing are approved, and with the \
                 answers at the latest. Single answers: {} after the report at the latest. Documents and observations: {} \
                 after the report at the latest. The rest: {} at the latest after the report is filed in the \
                 municipality’s own archive. The log: after {} at the latest. If the screening is stopped: all answers at \
                 once. An account stays until an administrator erases it.",
                months(facts.times.answers),
                months(facts.times.evidence),
                months(facts.times.report),
                months(facts.times.log)
            ) + PILOT.protection.deleted_too,
        ),
        row("Security", security(facts)),
        row(
            "Security around the program",
            FILLING.asks("encryption of disk and connection, backups, and who has access to the server."),
        ),
    ];
    let columns = ["What", "Content"];
    vec![
        part("Who", &["A draft under article 30 of the General Data Protection Regulation."], &columns, who),
        part("Why", &[], &columns, why),
        part("Who and what it is about", &[], &columns, what),
        part("Who receives it", &[], &columns, others),
        part("How long, and how it is looked after", &[], &columns, long),
    ]
}

/// So many months, in years where there are several whole ones.
fn months(months: u32) -> String {
    match months {
        1 => "1 month".to_owned(),
        24.. if months.is_multiple_of(12) => format!("{} years", months / 12),
        _ => format!("{months} months"),
    }
}

fn security(facts: &ProtectionFacts<'_>) -> String {
    format!(
        "No column in the database ties an answer code to a response. A questionnaire that is not sent is encrypted. Figures \
         are shown only when at least {} of a protected group have answered, and only means under {}. Access by role. The log \
         of actions holds no answers.",
        English.number_word(facts.smallest),
        English.number_word(facts.full)
    )
}

fn impact_assessment(facts: &ProtectionFacts<'_>) -> Vec<ProtectionPart> {
    let legal = facts.legal;
    let described = vec![
        row(
            "The processing",
            format!(
                "{} answer statements about {}. The answers are made into figures, which are discussed at two hearings and \
                 written into a short report. See the record.",
                capital(&who_answers(facts)),
                facts.organisation
            ),
        ),
        row(
            "Why an assessment",
            "The processing is about people in a vulnerable situation, and information on health may be part of it.".to_owned(),
        ),
        row("Legal basis", FILLING.written(&legal.legal_basis, "the provision.")),
        row(
            "Necessity and proportionality",
            "Only the place is asked about. No names, no dates of birth, nothing about any one person’s course. Comments are \
             voluntary."
                .to_owned(),
        ),
        row(
            "The data subjects’ rights",
            "Those who answer are told what happens before they begin. They can correct and delete until they send. After \
             that the response can’t be found again (article 11). Everyone else has access, rectification and erasure from \
             the controller."
                .to_owned(),
        ),
    ];
    let mut risks = vec![
        (
            "Someone finds out what a particular person answered",
            format!(
                "Figures for a protected group are shown only from {} answers on, rounded, and so that hidden figures can’t be \
                 worked out. Leaders are told before they answer that their answers can be seen.",
                English.number_word(facts.smallest)
            ),
        ),
        (
            "An answer code is matched with an answer while it is open",
            "Codes are drawn as lots and not written down. On closing, the answers are written anew in random order, and the \
             codes are deleted. Before that, someone who gets at the database files may be able to match the two. The page for \
             those who answer says so."
                .to_owned(),
        ),
        (
            "Someone writes what gives away themselves or others",
            "There is a warning beside the field. A reader approves, rewrites or leaves out each comment before others see it. \
             The original is deleted when the report is released."
                .to_owned(),
        ),
        (
            "Documents and observations give away who someone is",
            "There is a warning beside the field, and only facilitators see them. Files can be attached only where someone \
             has turned it on. Everything is deleted after a time."
                .to_owned(),
        ),
        (
            "Someone gets into another person’s account",
            "Access by role, and to one’s own place only. No account can see a single answer. Repeated tries are stopped, \
             and signing in by two steps can be required. The log shows who has done what."
                .to_owned(),
        ),
        (
            "Users feel pressed to answer",
            "It is voluntary, and the first page says so. No one can see who has answered.".to_owned(),
        ),
    ];
    if facts.open_link {
        risks.push((
            "Someone answers several times through an open link",
            "The report says that there was an open link, and that one answer a person can’t be promised."
                .to_owned(),
        ));
    }
    let risks = risks.into_iter().map(|(risk, done)| {
        vec![risk.to_owned(), done, FILLING.asks("likelihood, severity and residual risk.")]
    });
    let heard = vec![
        row(
            "The data subjects",
            FILLING.written(facts.planning_group, "how users were asked, for example in the planning group."),
        ),
        row(
            "Staff representatives",
            FILLING.written(facts.staff_representatives, "what was discussed with them."),
        ),
        row("The data protection officer", FILLING.asks("the advice, and what came of it.")),
    ];
    let conclusion = vec![
        row(
            "Assessment",
            FILLING
                .written(&legal.impact_assessment, "whether the processing can go ahead, and on what terms."),
        ),
        row("Assessed by", FILLING.asks("name, position and date.")),
        row("To be taken up again", FILLING.asks("when, and what would change the assessment.")),
    ];
    let columns = ["What", "Content"];
    vec![
        part(
            "The processing",
            &["A draft under article 35 of the General Data Protection Regulation."],
            &columns,
            described,
        ),
        part("Risks to those it is about", &[], &["Risk", "What is done", "Assessment"], risks.collect()),
        part("Who was asked", &[], &columns, heard),
        part("Conclusion", &[], &columns, conclusion),
    ]
}
