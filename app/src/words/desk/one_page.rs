//! Words of the forms that must be one page.

use crate::words::words;

words! {
    /// The draft's sections, and what to do where a form is more than its one page, and how easily the page for those who took part is read.
    OnePageWords { participants, slide, part, lix, lix_over, sections }
}
