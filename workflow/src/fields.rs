//! What holds for typed text whatever the field: one line or several, not empty, not too long.

use crate::{Error, FieldProblem, Problem, Result};

/// Longest name of a person, an organisation, a screening, a unit, in characters.
pub const LONGEST_NAME: usize = 80;
/// Longest single line, such as a date or a place, in characters.
pub const LONGEST_LINE: usize = 200;

/// Everything wrong with a form, gathered so that a person sees all of it at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes a problem.
    pub(crate) fn add(&mut self, field: impl Into<String>, problem: Problem) {
        self.0.push(FieldProblem { field: field.into(), problem });
    }

    /// Notes a problem unless this holds.
    pub(crate) fn unless(&mut self, holds: bool, field: &str, problem: Problem) {
        if !holds {
            self.add(field, problem);
        }
    }

    /// A text that must be there and be no longer than this.
    pub(crate) fn required(&mut self, field: &str, text: &str, longest: usize) {
        self.unless(!text.trim().is_empty(), field, Problem::Empty);
        self.optional(field, text, longest);
    }

    /// A text that may be empty and must be no longer than this.
    pub(crate) fn optional(&mut self, field: &str, text: &str, longest: usize) {
        self.unless(text.chars().count() <= longest, field, Problem::TooLong(longest));
    }

    /// Nothing wrong, or all of it.
    pub(crate) fn none(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}

/// One line as it is kept: no control characters, single spaces, none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines as they are kept: line feeds only, no other control characters, nothing blank at the ends.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(one_line("  Bostedet \r\n Åkanden\t\u{0} "), "Bostedet Åkanden");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(lines("\r\nEn\r\nto\u{7}\rtre \n"), "En\nto \ntre");
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let mut problems = Problems::default();
        problems.required("name", "  ", 80);
        problems.optional("place", "abcd", 3);
        let Err(Error::Invalid(found)) = problems.none() else { panic!("two problems") };
        assert_eq!(
            found,
            [
                FieldProblem { field: "name".into(), problem: Problem::Empty },
                FieldProblem { field: "place".into(), problem: Problem::TooLong(3) },
            ]
        );
    }

    #[test]
    fn length_is_in_characters_not_bytes() {
        let mut problems = Problems::default();
        problems.required("name", "æøå", 3);
        assert!(problems.none().is_ok());
    }
}
