//! Words of one account and of the organisations, in an administrator's hands.

use crate::words::words;

words! {
    /// Keeping accounts and organisations.
    KeepingWords {
        back, new_link, new_title, new_lead, name, email, role, no_role, place, no_place, facilitator, leader,
        is_administrator, make, roles, take_role, give_role, no_places, administrator_lead, administrator_on,
        administrator_off, sign_in, not_signed_in, signed_in_once, signed_in_often, end_sessions, link_lead,
        closing, close_lead, close, open_lead, open, kept, kept_lead, kept_file, erase, erase_lead, erase_email,
        erase_now, places_link, places_title, places_lead, place_name, add_place, own_file
    }
}
