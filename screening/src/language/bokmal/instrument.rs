//! Words that stand in an instrument's own files.

use super::Bokmal;
use crate::language::InstrumentWords;

impl InstrumentWords for Bokmal {
    fn own_name(&self) -> &'static str {
        "Bokmål"
    }
    fn comment_question(&self) -> &'static str {
        "Vil du skrive noe om temaet?"
    }
}
