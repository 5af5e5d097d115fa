//! Words of the desk, one section a page; a file for each stretch of the way.

mod attaching;
mod developing;
mod importing;
mod meeting;
mod naming;
mod practice;
mod preparing;
mod readying;
mod reporting;
mod seeing;
mod sittings;
mod telling;

pub use attaching::*;
pub use developing::*;
pub use importing::*;
pub use meeting::*;
pub use naming::*;
pub use practice::*;
pub use preparing::*;
pub use readying::*;
pub use reporting::*;
pub use seeing::*;
pub use sittings::*;
pub use telling::*;

use serde::Deserialize;

/// Pages of the desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// The circle of steps.
    pub steps: Steps,
    /// The list of screenings.
    pub list: List,
    /// A new screening.
    pub create: Create,
    /// Preparing, and the fields of the settings.
    pub prepare: Prepare,
    /// What place and people are called.
    pub naming: Naming,
    /// *Er I klar?*
    pub ready: Ready,
    /// A small place.
    pub small: Small,
    /// The dates.
    pub dates: DateWords,
    /// Mails and agendas.
    pub letters: Letters,
    /// The practice.
    pub practice: PracticeWords,
    /// The handbook.
    pub handbook: HandbookWords,
    /// The overview of a screening.
    pub overview: Overview,
    /// The codes and their slips.
    pub codes: Codes,
    /// Collecting and closing.
    pub collect: Collect,
    /// Answers from another program.
    pub import: ImportWords,
    /// Documents and observations.
    pub evidence: EvidenceWords,
    /// Files beside them.
    pub attachments: AttachmentWords,
    /// The picture, a focus point, and what is hidden.
    pub picture: PictureWords,
    /// The comments.
    pub comments: CommentWords,
    /// When a comment worries.
    pub worry: WorryWords,
    /// A hearing.
    pub hearing: HearingWords,
    /// A hearing that is held several times.
    pub sittings: SittingWords,
    /// The agenda.
    pub agenda: Agenda,
    /// In the room.
    pub room: RoomWords,
    /// What should come first.
    pub vote: VoteWords,
    /// The screen that the room looks at.
    pub stage: StageWords,
    /// The minutes.
    pub minutes: MinuteWords,
    /// Material to print.
    pub material: Material,
    /// The report's draft.
    pub report: ReportWords,
    /// What is done with the draft.
    pub review: ReviewWords,
    /// Handing over.
    pub hand_over: HandOverWords,
    /// Management's answer.
    pub reply: ReplyWords,
    /// What a report can be taken along as.
    pub forms: ReportFormWords,
    /// The leader's pages.
    pub leader: Leader,
    /// The development plan.
    pub plan: Developing,
    /// Writing a goal of it.
    pub goal: GoalWords,
    /// Its milestones and follow-ups.
    pub way: OnTheWay,
    /// *I sagde – vi gør.*
    pub told: TellingWords,
}
