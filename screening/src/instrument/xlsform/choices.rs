//! Which list of a form's choices is the scale, and what each choice is.

use super::Remark;
use super::heads::{Form, FormRow};
use crate::answers::Answer;
use crate::answers::import::beside_the_scale;
use crate::instrument::Why;
use std::collections::BTreeMap;

/// A choice of a list.
pub(super) struct Choice<'a> {
    pub(super) row: FormRow<'a>,
    pub(super) name: &'a str,
    /// In the order of the languages.
    pub(super) labels: Vec<&'a str>,
}

/// The lists of a form by name.
pub(super) type Lists<'a> = BTreeMap<&'a str, Vec<Choice<'a>>>;

/// A scale: its steps from the lowest on, and the two choices beside them.
pub(super) struct Steps<'a> {
    pub(super) min: u8,
    pub(super) steps: Vec<&'a Choice<'a>>,
    pub(super) dont_know: Option<&'a Choice<'a>>,
    pub(super) not_applicable: Option<&'a Choice<'a>>,
    /// The choices have no numbers: the first is taken for the lowest.
    pub(super) by_order: bool,
}

/// Every list, `labels` being the columns of the languages.
pub(super) fn lists<'a>(form: &'a Form<'a>, labels: &[Option<usize>]) -> Lists<'a> {
    let mut lists = Lists::new();
    for row in form.rows() {
        let list = row.under(&["list_name", "list name"]);
        let labels = labels.iter().map(|column| column.map_or("", |column| row.cell(column))).collect();
        let choice = Choice { row, name: row.under(&["name", "value"]), labels };
        if !list.is_empty() {
            lists.entry(list).or_default().push(choice);
        }
    }
    lists
}

/// Whether two lists offer the same, under whatever names.
pub(super) fn alike(one: &[Choice<'_>], other: &[Choice<'_>]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| one.name == other.name && one.labels == other.labels)
}

/// A list as a scale.
///
/// # Errors
/// Choices with numbers that do not follow each other.
pub(super) fn steps<'a>(form: &Form<'_>, list: &'a [Choice<'a>]) -> Result<Steps<'a>, Remark> {
    let named = |choice: &Choice<'_>| {
        let words = choice.name.replace('_', " ");
        std::iter::once(words.as_str()).chain(choice.labels.iter().copied()).find_map(beside_the_scale)
    };
    let beside = |answer: Answer| list.iter().find(|choice| named(choice) == Some(answer));
    let mut steps: Vec<&Choice<'_>> = list.iter().filter(|choice| named(choice).is_none()).collect();
    let numbers: Option<Vec<u8>> = steps.iter().map(|choice| choice.name.parse().ok()).collect();
    if let Some(numbers) = &numbers {
        let follow = |by: fn(u8) -> Option<u8>| numbers.windows(2).all(|pair| by(pair[0]) == Some(pair[1]));
        let falling = numbers.len() > 1 && follow(|number| number.checked_sub(1));
        if !falling && !follow(|number| number.checked_add(1)) {
            let said = numbers.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
            let message = format!(
                "the steps of a scale must be whole numbers one after another, not {said}: number them anew, \
                 or name the two beside them {} and {}",
                super::DONT_KNOW,
                super::NOT_APPLICABLE
            );
            let column = form.column(&["name", "value"]).unwrap_or_default();
            return Err(list[0].row.remark(column, message, Why::StepNumbers(said)));
        }
        if falling {
            steps.reverse();
        }
    }
    let min = numbers.as_ref().and_then(|numbers| numbers.iter().min().copied());
    Ok(Steps {
        min: min.unwrap_or(1),
        dont_know: beside(Answer::DontKnow),
        not_applicable: beside(Answer::NotApplicable),
        by_order: numbers.is_none(),
        steps,
    })
}
