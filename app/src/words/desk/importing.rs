//! Words of taking in answers from another program, and what is told of a file that can't be read.

use crate::words::{Words, fill, words};
use screening::answers::import::{Expected, FileFault, FileProblem, MappingFault, letters};
use workflow::screenings::Screening;

words! {
    /// Answers from another program.
    ImportWords {
        title, link, not_open, lead, step_file, step_columns, step_preview, group, group_hint, in_column, all_are,
        file, file_hint, read, waiting, go_on, forget_file, never_title, never, memory, saved_title, saved_caption,
        name_short, columns_short, forget, own_form_title, own_form, imported_one, imported, after_import, to_collect,
        columns_title, columns_lead, row_one, row_many, column_one, column_many, used_saved, is_own_form, by_order, windows_1252, sheet, choose_sheet, used_title,
        left_out_one, left_out, left_out_hint, open_hint, role_leave_out, role_response_id, role_group, role_unit,
        role_open, role_channel, role_helped, stands, words_title, words_lead, more_words, dont_know, not_applicable,
        blank, refused, groups_title, units_title, no_unit, name, name_hint, to_preview, other_file, preview_title,
        nothing, ready_one, ready, not_ready_one, not_ready, before, files_before, exceeds, blank_row, blank_rows,
        never_kept, never_kept_many, groups_caption, in_file, submitted_before, refused_title, refused_caption, refused_first, row,
        column, found, expected, empty_cell, expected_answer, expected_not_asked, expected_group, expected_unit,
        expected_no_unit, expected_channel, expected_helped, expected_id, expected_other_id, expected_shorter,
        to_columns, again, no_way_back, take_in_one, take_in, fault_sheet, fault_line, fault_cell, fault_empty,
        fault_only_head, fault_too_long, fault_unpacks, fault_lines, fault_columns, fault_cells, fault_text,
        fault_cell_length, fault_password, fault_old, fault_kind, fault_package, fault_part, fault_open_quote,
        fault_stray_quote, fault_row_length, fault_merged, mapping_other, mapping_twice, mapping_unknown,
        mapping_no_group, mapping_group_twice, mapping_no_answers, mapping_off_scale,
    }
}

/// Why a file can't be read: where, what, and the mend.
pub fn file_fault(words: &Words, fault: &FileFault) -> String {
    let language = words.sentences();
    let words = &words.desk.import;
    let megabytes = |bytes: u64| (bytes >> 20).to_string();
    let most = |text: &str, most: &str| fill(text, &[("most", most)]);
    let what = match &fault.why {
        FileProblem::Empty => words.fault_empty.clone(),
        FileProblem::OnlyHead => words.fault_only_head.clone(),
        FileProblem::TooLong(bytes) => most(&words.fault_too_long, &megabytes(*bytes as u64)),
        FileProblem::UnpacksTooLong(bytes) => most(&words.fault_unpacks, &megabytes(*bytes)),
        FileProblem::TooManyLines(number) => most(&words.fault_lines, &language.count(*number)),
        FileProblem::TooManyColumns(number) => most(&words.fault_columns, &number.to_string()),
        FileProblem::TooManyCells(number) => most(&words.fault_cells, &language.count(*number as u64)),
        FileProblem::TooMuchText(bytes) => most(&words.fault_text, &megabytes(*bytes as u64)),
        FileProblem::CellTooLong(bytes) => most(&words.fault_cell_length, &language.count(*bytes as u64)),
        FileProblem::Password => words.fault_password.clone(),
        FileProblem::OldSpreadsheet => words.fault_old.clone(),
        FileProblem::UnknownKind => words.fault_kind.clone(),
        FileProblem::DamagedPackage => words.fault_package.clone(),
        FileProblem::DamagedPart => words.fault_part.clone(),
        FileProblem::OpenQuote => words.fault_open_quote.clone(),
        FileProblem::StrayQuote => words.fault_stray_quote.clone(),
        FileProblem::RowLength(expected, found) => fill(
            &words.fault_row_length,
            &[("expected", &expected.to_string()), ("found", &found.to_string())],
        ),
        FileProblem::Merged => words.fault_merged.clone(),
    };
    let sheet = fault.sheet.as_ref().map(|sheet| fill(&words.fault_sheet, &[("sheet", sheet)]));
    let line = fault.line.map(|line| match fault.column {
        Some(column) => fill(&words.fault_cell, &[("line", &line.to_string()), ("column", &letters(column))]),
        None => fill(&words.fault_line, &[("line", &line.to_string())]),
    });
    let place = [sheet, line].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if place.is_empty() { what } else { format!("{place}: {what}") }
}

/// Why a mapping can't be used, and the mend.
pub fn mapping_fault(words: &ImportWords, fault: &MappingFault) -> String {
    match fault {
        MappingFault::OtherColumns => words.mapping_other.clone(),
        MappingFault::Twice(first, second) => {
            fill(&words.mapping_twice, &[("first", &letters(first + 1)), ("second", &letters(second + 1))])
        }
        MappingFault::Unknown(column) => fill(&words.mapping_unknown, &[("column", &letters(column + 1))]),
        MappingFault::NoGroup => words.mapping_no_group.clone(),
        MappingFault::GroupTwice(column) => {
            fill(&words.mapping_group_twice, &[("column", &letters(column + 1))])
        }
        MappingFault::NoAnswers => words.mapping_no_answers.clone(),
        MappingFault::OffScale(word) => fill(&words.mapping_off_scale, &[("word", word)]),
    }
}

/// What a cell should have held, and the mend.
pub fn expected(words: &Words, screening: &Screening, expected: &Expected) -> String {
    let texts = screening.instrument.texts(words.language);
    let language = words.sentences();
    let words = &words.desk.import;
    match expected {
        Expected::Answer => {
            let scale = screening.instrument.scale;
            let (min, max) = (scale.min.to_string(), scale.max.to_string());
            fill(&words.expected_answer, &[("min", &min), ("max", &max)])
        }
        Expected::NotAsked(group) => fill(&words.expected_not_asked, &[("group", texts.group(group))]),
        Expected::Group => {
            let groups = screening.instrument.groups.iter().map(|group| texts.group(&group.id));
            fill(&words.expected_group, &[("groups", &groups.collect::<Vec<_>>().join(", "))])
        }
        Expected::Unit if screening.settings.units.is_empty() => words.expected_no_unit.clone(),
        Expected::Unit => fill(&words.expected_unit, &[("units", &screening.settings.units.join(", "))]),
        Expected::Channel => words.expected_channel.clone(),
        Expected::Helped => words.expected_helped.clone(),
        Expected::Id => words.expected_id.clone(),
        Expected::OtherId(line) => fill(&words.expected_other_id, &[("line", &line.to_string())]),
        Expected::Shorter(most) => fill(&words.expected_shorter, &[("most", &language.count(*most as u64))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_sheet_line_column_and_the_mend() {
        let words = crate::words::of("da");
        let fault = FileFault::cell(7, 28, FileProblem::Merged).in_sheet("Svar");
        let text = file_fault(words, &fault);
        assert!(text.starts_with("Arket »Svar«, række 7, kolonne AB: "), "{text}");
        assert!(text.contains("flettet"), "{text}");
    }
}
