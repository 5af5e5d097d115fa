//! What a hearing hands out: the material, the invitation, the card.

use super::sittings::hearing_of;
use crate::{Actor, Result, Workflow};
use screening::evidence::Evidence;
use screening::hearing::{
    Hearing, Material, MaterialSources, MinuteLine, Paper, Sitting, card_paper, invitation_paper, material,
    material_paper,
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
    /// The material of a hearing: published figures, approved comments, settled ratings. In the screening's language, as
    /// the room reads it, unless another is named.
    pub async fn hearing_material(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        language: Option<&str>,
    ) -> Result<Material> {
        let sitting = sitting.into();
        Ok(self.material_of(actor, screening, sitting, language).await?.0)
    }

    /// Something of a hearing to print.
    pub async fn hearing_paper(
        &self,
        actor: &Actor,
        screening: &str,
        sitting: impl Into<Sitting> + Send,
        what: HandOut,
    ) -> Result<Paper> {
        let sitting = sitting.into();
        let (material, hearing) = self.material_of(actor, screening, sitting, None).await?;
        let number = sitting.number;
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
        sitting: Sitting,
        language: Option<&str>,
    ) -> Result<(Material, Hearing)> {
        let view = self.hearing(actor, screening, sitting).await?;
        let picture = self.picture(actor, screening).await?;
        let id = picture.screening.id.as_str();
        let quotes = self.quotes(actor, screening).await?;
        let evidence: Vec<Evidence> =
            self.store.evidence(id).await?.into_iter().map(|(_, one)| one).collect();
        let ratings = self.store.ratings(id).await?.settled();
        let letter = view.letter(sitting);
        let earlier: Vec<MinuteLine> = view.first.into_iter().map(|(_, line)| line).collect();
        let hearing = hearing_of(view.plan, sitting, letter, view.minutes);
        let made = material(&MaterialSources {
            instrument: &picture.screening.instrument,
            language: language::of(language.unwrap_or(&picture.screening.settings.language)),
            published: &picture.published,
            number: sitting.number,
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
