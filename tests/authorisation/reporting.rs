//! How the use cases of a report are called.

use crate::world::Answer;
use screening::report::SectionKind;
use workflow::reports::{HandOver, Place, ReportForm, Reset, Talk, TalkKind, TookPart};
use workflow::{Actor, Workflow};

pub async fn call(flow: &Workflow, actor: &Actor, screening: &str, use_case: &str) -> Answer {
    match use_case {
        "save_sentences" => flow.save_sentences(actor, screening, Vec::new(), Vec::new()).await.into(),
        "reset_sentences" => {
            let section = Reset::Section(SectionKind::InShort);
            flow.reset_sentences(actor, screening, &section, &[].into()).await.into()
        }
        "report_desk" => flow.report_desk(actor, screening).await.into(),
        "add_review_note" => {
            let place = Place::Section(SectionKind::Method);
            flow.add_review_note(actor, screening, place, "Det er klart.").await.into()
        }
        "settle_review_note" => flow.settle_review_note(actor, screening, "unknown", 1, true).await.into(),
        "read_through" => flow.read_through(actor, screening).await.into(),
        "record_talk" => {
            let talk = Talk {
                date: jiff::civil::date(2026, 11, 20),
                present: [TookPart::Management].into(),
                account: String::new(),
            };
            flow.record_talk(actor, screening, TalkKind::FactCheck, "", talk).await.into()
        }
        "release_again" => flow.release_again(actor, screening, "En slåfejl er rettet.", 0).await.into(),
        "released_version" => flow.released_version(actor, screening, 1).await.into(),
        "answer_report" => flow.answer_report(actor, screening, 1, "Vi begynder i maj.").await.into(),
        "management_answer" => flow.management_answer(actor, screening).await.into(),
        "hand_over" => flow.hand_over(actor, screening).await.into(),
        "save_hand_over" => {
            let before = HandOver::default();
            flow.save_hand_over(actor, screening, &before, HandOver::default()).await.into()
        }
        "draft_form" => flow.draft_form(actor, screening, ReportForm::Appendix).await.into(),
        "released_form" => flow.released_form(actor, screening, ReportForm::Participants).await.into(),
        "released_picture" => flow.released_picture(actor, screening).await.into(),
        unknown => panic!("{unknown} is never called"),
    }
}
