//! Words of opening and closing on a day, and of deleting what never opened.

use crate::words::words;

words! {
    /// Opening and closing on a day, where a day begins, and deleting what never opened.
    ByDateWords {
        title, lead, opens_on, closes_on, hint, by_schedule, save, opens, closes, late, over, zones_title, zones_lead, zone,
        copenhagen, oslo, faroe, nuuk, save_zones, delete_title, delete_lead, delete_goes, delete_settings, delete_codes,
        delete_log, delete_agree, delete, delete_back, delete_not_now
    }
}
