//! What slips and posters say beside the promise.

use super::PromiseFacts;

/// Slips, posters and booklets.
pub trait InvitationWords {
    /// What the sheets of a place are called.
    fn slips_title(&self, place: &str) -> String;
    /// On a slip: how one begins at this address.
    fn slip_how(&self, site: &str) -> String;
    /// What a slip's QR is, for those who don't see it; the code stands beside it in letters.
    fn slip_qr(&self, site: &str) -> String;
    /// What the booklets of a place are called.
    fn booklets_title(&self, place: &str) -> String;
    /// How a booklet is filled in and handed in; at this address one may answer instead.
    fn booklet_how(&self, site: &str) -> [String; 5];
    /// Beside the room for the three words of whoever types it in.
    fn booklet_typist(&self) -> &'static str;
    /// The label of an envelope with a booklet of this group in it.
    fn envelope(&self, place: &str, group: &str) -> [String; 3];
    /// The question a poster asks.
    fn poster_title(&self, facts: &PromiseFacts<'_>) -> String;
    /// What one wants to know before one says yes.
    fn poster(&self, facts: &PromiseFacts<'_>) -> Vec<String>;
    /// How one begins: at an open link, or with a slip.
    fn poster_how(&self, link: bool) -> &'static str;
    /// What a poster's QR is, for those who don't see it.
    fn link_qr(&self, address: &str) -> String;
}
