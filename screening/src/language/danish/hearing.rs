//! The hearings in Danish.

use super::Danish;
use crate::hearing::{Half, HearingNumber, LineKind, SlotKind};
use crate::language::HearingWords;

impl HearingWords for Danish {
    fn hearing_name(&self, number: HearingNumber) -> &'static str {
        match number {
            HearingNumber::First => "Høring 1",
            HearingNumber::Second => "Høring 2",
        }
    }

    fn conversation(&self) -> &'static str {
        "Samtale, ikke høring"
    }

    fn line_kind(&self, kind: LineKind) -> &'static str {
        match kind {
            LineKind::Agreed => "Enige",
            LineKind::Disagreed => "Uenige",
            LineKind::New => "Nyt",
            LineKind::Proposal => "Forslag",
            LineKind::Confirmed => "Ja, det sagde vi",
            LineKind::Corrected => "Ikke helt",
            LineKind::Added => "Der mangler noget",
        }
    }

    fn participant(&self) -> &'static str {
        "deltager"
    }

    fn rewritten(&self) -> &'static str {
        "[rettet, så ingen kan genkendes]"
    }

    fn half(&self, half: Half) -> String {
        let answer = if half.holds() { "ja" } else { "nej" };
        format!("{} af {} i rummet bruger stedet · mindst halvdelen: {answer}", half.users, half.total)
    }

    fn slot(&self, kind: SlotKind, theme: &str) -> String {
        match kind {
            SlotKind::Welcome => "Velkommen".to_owned(),
            SlotKind::Theme(_) => theme.to_owned(),
            SlotKind::Break => "Pause".to_owned(),
            SlotKind::Closing => "Hvad har vi sagt, og hvad sker der nu?".to_owned(),
        }
    }
}
