//! Words of statements in Danish.

use super::Danish;
use crate::language::StatementWords;

impl StatementWords for Danish {
    fn joining(&self) -> &'static [&'static str] {
        &["og", "eller", "samt"]
    }
    fn both(&self) -> &'static [&'static str] {
        &["både"]
    }
    fn going_on(&self) -> &'static [&'static str] {
        &["stadig", "alligevel"]
    }
    fn taking_part(&self) -> &'static str {
        "med"
    }
    fn together(&self) -> &'static [&'static str] {
        &["jeg", "mig", "vi", "os", "ansatte", "familie", "venner", "ledelsen", "lederen", "medarbejdere"]
    }
    fn articles(&self) -> &'static [&'static str] {
        &["de", "den", "min", "mine", "vores"]
    }
    fn here(&self) -> &'static [&'static str] {
        &["her"]
    }
    fn negations(&self) -> &'static [&'static str] {
        &["ikke", "aldrig", "ingen", "intet", "uden", "hverken"]
    }
    fn only(&self) -> &'static [&'static str] {
        &["kun", "bare", "blot"]
    }
    fn saying(&self) -> &'static [&'static str] {
        &["sige", "siger"]
    }
    fn must(&self) -> &'static [&'static str] {
        &["skal"]
    }
    fn objects(&self) -> &'static [&'static str] {
        &["mig", "os"]
    }
    fn ought(&self) -> &'static [&'static str] {
        &["bør", "burde", "skulle"]
    }
    fn past(&self) -> &'static [&'static str] {
        &["var", "havde", "blev", "fik", "gjorde", "kom", "sagde", "gik", "spurgte"]
    }
    fn first_person(&self) -> &'static [&'static str] {
        &["jeg", "mig", "min", "mit", "mine", "vi", "os", "vores"]
    }
}
