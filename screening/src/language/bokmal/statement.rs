//! Words of statements in Bokmål.

use super::Bokmal;
use crate::language::StatementWords;

impl StatementWords for Bokmal {
    fn joining(&self) -> &'static [&'static str] {
        &["og", "eller", "samt"]
    }
    fn both(&self) -> &'static [&'static str] {
        &["både"]
    }
    fn going_on(&self) -> &'static [&'static str] {
        &["fortsatt", "likevel", "fremdeles"]
    }
    fn taking_part(&self) -> &'static str {
        "med"
    }
    fn together(&self) -> &'static [&'static str] {
        &["jeg", "meg", "vi", "oss", "ansatte", "familie", "venner", "ledelsen", "lederen"]
    }
    fn articles(&self) -> &'static [&'static str] {
        &["de", "den", "min", "mine", "våre"]
    }
    fn here(&self) -> &'static [&'static str] {
        &["her"]
    }
    fn negations(&self) -> &'static [&'static str] {
        &["ikke", "aldri", "ingen", "ingenting", "uten", "verken"]
    }
    fn only(&self) -> &'static [&'static str] {
        &["bare", "kun"]
    }
    fn saying(&self) -> &'static [&'static str] {
        &["si", "sier"]
    }
    fn must(&self) -> &'static [&'static str] {
        &["skal"]
    }
    fn objects(&self) -> &'static [&'static str] {
        &["meg", "oss"]
    }
    fn ought(&self) -> &'static [&'static str] {
        &["bør", "burde", "skulle"]
    }
    fn past(&self) -> &'static [&'static str] {
        &["var", "hadde", "ble", "fikk", "gjorde", "kom", "sa", "gikk", "spurte"]
    }
    fn first_person(&self) -> &'static [&'static str] {
        &["jeg", "meg", "min", "mi", "mitt", "mine", "vi", "oss", "vår", "vårt", "våre"]
    }
}
