//! Words that stand in an instrument's own files.

use super::Danish;
use crate::language::InstrumentWords;

impl InstrumentWords for Danish {
    fn own_name(&self) -> &'static str {
        "Dansk"
    }
    fn comment_question(&self) -> &'static str {
        "Vil du skrive noget om emnet?"
    }
}
