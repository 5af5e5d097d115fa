//! Words of statements in English.

use super::English;
use crate::language::StatementWords;

impl StatementWords for English {
    fn joining(&self) -> &'static [&'static str] {
        &["and", "or"]
    }
    fn both(&self) -> &'static [&'static str] {
        &["both"]
    }
    fn going_on(&self) -> &'static [&'static str] {
        &["still", "yet"]
    }
    fn taking_part(&self) -> &'static str {
        ""
    }
    fn together(&self) -> &'static [&'static str] {
        &["i", "me", "we", "us", "staff", "family", "friends", "management", "leaders", "leader"]
    }
    fn articles(&self) -> &'static [&'static str] {
        &["the", "my", "our"]
    }
    fn here(&self) -> &'static [&'static str] {
        &["here"]
    }
    fn negations(&self) -> &'static [&'static str] {
        &[
            "not", "never", "no", "nobody", "nothing", "none", "without", "neither", "don't", "doesn't",
            "isn't", "aren't", "can't", "cannot", "won't",
        ]
    }
    fn only(&self) -> &'static [&'static str] {
        &["only", "just"]
    }
    fn saying(&self) -> &'static [&'static str] {
        &["say", "says", "saying"]
    }
    fn must(&self) -> &'static [&'static str] {
        &["must", "shall"]
    }
    fn objects(&self) -> &'static [&'static str] {
        &["me", "us"]
    }
    fn ought(&self) -> &'static [&'static str] {
        &["should", "ought", "must"]
    }
    fn past(&self) -> &'static [&'static str] {
        &["was", "were", "had", "did", "got", "went", "said", "asked", "came"]
    }
    fn first_person(&self) -> &'static [&'static str] {
        &["i", "i'm", "i've", "me", "my", "mine", "we", "us", "our", "ours"]
    }
}
