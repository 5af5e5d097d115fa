//! Words of the desk, one section a page; a file for each stretch of the way.

mod accounts;
mod across;
mod again;
mod attaching;
mod by_date;
mod data_protection;
mod developing;
mod health;
mod importing;
mod instruments;
mod keeping;
mod log;
mod marking;
mod meeting;
mod mending;
mod naming;
mod one_page;
mod over_time;
mod own_password;
mod piloting;
mod practice;
mod preparing;
mod readying;
mod releasing;
mod reporting;
mod retaining;
mod second_step;
mod seeing;
mod shaping;
mod sittings;
mod statement;
mod stopping;
mod tablet;
mod taking_in;
mod telling;
mod typing;

pub use accounts::*;
pub use across::*;
pub use again::*;
pub use attaching::*;
pub use by_date::*;
pub use data_protection::*;
pub use developing::*;
pub use health::*;
pub use importing::*;
pub use instruments::*;
pub use keeping::*;
pub use log::*;
pub use marking::*;
pub use meeting::*;
pub use mending::*;
pub use naming::*;
pub use one_page::*;
pub use over_time::*;
pub use own_password::*;
pub use piloting::*;
pub use practice::*;
pub use preparing::*;
pub use readying::*;
pub use releasing::*;
pub use reporting::*;
pub use retaining::*;
pub use second_step::*;
pub use seeing::*;
pub use shaping::*;
pub use sittings::*;
pub use statement::*;
pub use stopping::*;
pub use tablet::*;
pub use taking_in::*;
pub use telling::*;
pub use typing::*;

use serde::Deserialize;

/// Pages of the desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// The circle of steps.
    pub steps: Box<Steps>,
    /// The list of screenings.
    pub list: Box<List>,
    /// A new screening.
    pub create: Box<Create>,
    /// Preparing, and the fields of the settings.
    pub prepare: Box<Prepare>,
    /// What place and people are called.
    pub naming: Box<Naming>,
    /// *Er I klar?*
    pub ready: Box<Ready>,
    /// A small place.
    pub small: Box<Small>,
    /// The dates.
    pub dates: Box<DateWords>,
    /// Days on which something happens by itself, and a screening that never opened.
    pub by_date: Box<ByDateWords>,
    /// Mails and agendas.
    pub letters: Box<Letters>,
    /// The practice.
    pub practice: Box<PracticeWords>,
    /// A pilot.
    pub pilot: Box<PilotWords>,
    /// The handbook.
    pub handbook: Box<HandbookWords>,
    /// The overview of a screening.
    pub overview: Box<Overview>,
    /// The codes and their slips.
    pub codes: Box<Codes>,
    /// Collecting and closing.
    pub collect: Box<Collect>,
    /// Typing what was answered on paper.
    pub typing: Box<TypingWords>,
    /// Answers from another program.
    pub import: Box<ImportWords>,
    /// Documents and observations.
    pub evidence: Box<EvidenceWords>,
    /// Files beside them.
    pub attachments: Box<AttachmentWords>,
    /// The picture, a focus point, and what is hidden.
    pub picture: Box<PictureWords>,
    /// The comments.
    pub comments: Box<CommentWords>,
    /// When a comment worries.
    pub worry: Box<WorryWords>,
    /// A hearing.
    pub hearing: Box<HearingWords>,
    /// A hearing that is held several times.
    pub sittings: Box<SittingWords>,
    /// The agenda.
    pub agenda: Box<Agenda>,
    /// In the room.
    pub room: Box<RoomWords>,
    /// What should come first.
    pub vote: Box<VoteWords>,
    /// The screen that the room looks at.
    pub stage: Box<StageWords>,
    /// The minutes.
    pub minutes: Box<MinuteWords>,
    /// Material to print.
    pub material: Box<Material>,
    /// The report's draft.
    pub report: Box<ReportWords>,
    /// What is done with the draft.
    pub review: Box<ReviewWords>,
    /// What a release deletes, and what has changed since somebody looked.
    pub releasing: Box<ReleasingWords>,
    /// The language check before the release.
    pub marking: Box<MarkingWords>,
    /// Forms that must be one page.
    pub one_page: Box<OnePageWords>,
    /// Handing over.
    pub hand_over: Box<HandOverWords>,
    /// Management's answer.
    pub reply: Box<ReplyWords>,
    /// What a report can be taken along as.
    pub forms: Box<ReportFormWords>,
    /// The leader's pages.
    pub leader: Box<Leader>,
    /// The development plan.
    pub plan: Box<Developing>,
    /// Writing a goal of it.
    pub goal: Box<GoalWords>,
    /// Its milestones and follow-ups.
    pub way: Box<OnTheWay>,
    /// *I sagde – vi gør.*
    pub told: Box<TellingWords>,
    /// The next screening.
    pub again: Box<AgainWords>,
    /// A screening beside the one before it.
    pub since: Box<SinceWords>,
    /// A screening that is stopped.
    pub stopping: Box<StoppingWords>,
    /// Starting a shared tablet.
    pub tablet: Box<TabletWords>,
    /// Several screenings in a row.
    pub over_time: Box<OverTimeWords>,
    /// How each statement did.
    pub statements: Box<StatementWords>,
    /// The drafts for whoever answers for data protection.
    pub data_protection: Box<ProtectionPageWords>,
    /// The controller's facts of the installation.
    pub controller: Box<ControllerWords>,
    /// Across a municipality.
    pub across: Box<AcrossWords>,
    /// A place's yes to it.
    pub leave: Box<LeaveWords>,
    /// The administrator's page.
    pub administration: Box<AdministrationWords>,
    /// How the program is doing.
    pub health: Box<HealthWords>,
    /// One's own account.
    pub account: Box<AccountWords>,
    /// What is deleted when.
    pub retention: Box<RetentionWords>,
    /// The installation's part of the accessibility statement.
    pub statement: Box<AccessibilityWords>,
    /// The installation's accounts.
    pub accounts: Box<AccountsWords>,
    /// The instruments, read and compared.
    pub instruments: Box<InstrumentWords>,
    /// Editing one's own.
    pub instrument_edit: Box<InstrumentEditWords>,
    /// What stands around its statements.
    pub instrument_shape: Box<InstrumentShapeWords>,
    /// What to look at before one is published.
    pub instrument_review: Box<InstrumentReviewWords>,
    /// One that comes in from a file.
    pub instrument_take_in: Box<InstrumentFileWords>,
    /// A forgotten password.
    pub password: Box<PasswordWords>,
    /// One account in an administrator's hands.
    pub keeping: Box<KeepingWords>,
    /// The audit log.
    pub log: Box<LogWords>,
    /// Signing in by two steps.
    pub second_step: Box<SecondStepWords>,
    /// One's own password.
    pub own_password: Box<OwnPasswordWords>,
}
