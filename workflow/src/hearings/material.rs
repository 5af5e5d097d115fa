//! What a hearing hands out: the material, the invitation, the card.

use super::pairs;
use crate::{Actor, Result, Workflow};
use screening::evidence::Evidence;
use screening::hearing::{
    Hearing, HearingNumber, Material, MaterialSources, MinuteLine, Paper, card_paper, invitation_paper,
    material, material_paper,
};
use screening::language;

/// What can be printed of a hearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOut {
    /// Easy pages, a page a theme, the facilitator's script.
    Material,
    /// The invitation.
    Invitation,
    /// The card for everyone in the room.
    Card,
}

impl Workflow {
    /// The material of a hearing: published figures, approved comments, settled ratings.
    pub async fn hearing_material(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<Material> {
        Ok(self.material_of(actor, screening, number).await?.0)
    }

    /// Something of a hearing to print.
    pub async fn hearing_paper(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
        what: HandOut,
    ) -> Result<Paper> {
        let (material, hearing) = self.material_of(actor, screening, number).await?;
        let screening = self.facilitated(actor, screening).await?;
        let language = language::of(&screening.settings.language);
        Ok(match what {
            HandOut::Material => material_paper(&material, number, &hearing, language),
            HandOut::Invitation => {
                invitation_paper(&material, number, &hearing, &screening.settings.contact, language)
            }
            HandOut::Card => card_paper(&material, language),
        })
    }

    async fn material_of(
        &self,
        actor: &Actor,
        screening: &str,
        number: HearingNumber,
    ) -> Result<(Material, Hearing)> {
        let view = self.hearing(actor, screening, number).await?;
        let picture = self.picture(actor, screening).await?;
        let id = picture.screening.id.as_str();
        let quotes = self.quotes(actor, screening).await?;
        let evidence: Vec<Evidence> =
            self.store.evidence(id).await?.into_iter().map(|(_, one)| one).collect();
        let ratings = self.store.ratings(id).await?;
        let lines =
            |lines: Vec<(String, MinuteLine)>| lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>();
        let earlier = match number {
            HearingNumber::First => Vec::new(),
            HearingNumber::Second => lines(pairs(self.store.minutes(id, HearingNumber::First).await?)),
        };
        let plan = view.plan;
        let hearing = Hearing {
            date: plan.date,
            place: plan.place,
            invited: plan.invited,
            present: plan.present,
            counts: plan.counts,
            conversation: plan.conversation,
            themes: plan.themes,
            approved: plan.approved,
            minutes: lines(view.minutes),
            line_ids: Vec::new(),
        };
        let made = material(&MaterialSources {
            instrument: &picture.screening.instrument,
            language: language::of(&picture.screening.settings.language),
            published: &picture.published,
            number,
            hearing: &hearing,
            minutes: &earlier,
            evidence: &evidence,
            ratings: &ratings,
            quotes: &quotes,
            organisation: &picture.screening.organisation.name,
            begins: None,
        });
        Ok((made, hearing))
    }
}
