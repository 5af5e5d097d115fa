//! Words that stand in an instrument's own files.

use super::English;
use crate::language::InstrumentWords;

impl InstrumentWords for English {
    fn own_name(&self) -> &'static str {
        "English"
    }
    fn comment_question(&self) -> &'static str {
        "Would you like to write something about the topic?"
    }
}
