//! Words of the installation's part of the accessibility statement.

use crate::words::words;

words! {
    /// The form, and what the page says with it.
    AccessibilityWords {
        title, link, lead, body, body_hint, contact, contact_hint, limits, limits_hint, address, address_hint, save,
        responsible, answers, known, official
    }
}
