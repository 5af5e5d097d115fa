//! Words of the instruments: read, compared, edited.

use crate::words::{Words, fill, words};
use screening::instrument::edit::EditProblem;

words! {
    /// The instruments, read and compared.
    InstrumentWords {
        title, link, lead, own, no_own, shipped, version, newest, with_draft, only_draft, holds,
        not_used, used_once, used, languages, groups, statements, statements_short, in_use, frozen,
        take_along, csv, csv_hint, holds_title, side_by_side, see_changes, go_on, begin_hint, begin,
        copy, copy_lead, copy_title, copy_title_hint, copy_of, copy_submit, beside_lead, intros, no_text,
        wording, more_texts, neighbours, asked, unspoken, asked_nothing, changes, no_changes, from, to,
        show_changes, the_draft, added, dropped, order_changed, shape_changed, wording_changed, before,
        after, folder, folder_hint, the_origin,
    }
    /// What to look at before one is published.
    InstrumentReviewWords {
        link, title, lead, hints, hints_lead, hints_none, translations, behind, behind_lead, behind_none, on,
    }
    /// Editing one's own.
    InstrumentEditWords {
        tag, lead, whole, untitled, place_title, place_about, place_group, place_open, place_value,
        place_label, place_dont_know, place_not_applicable, place_help, place_own, place_explain,
        place_intro, place_item, place_documents, place_observations, place_anchor, place_dialogue,
        saved_now, not_asked, lix, hint_long, hint_long_words, hint_two, hint_negation, hint_ought,
        hint_past, hint_person, nothing_missing, missing_one, missing, missing_more_one, missing_more,
        lack_text, lack_name, lack_name_none, lack_twice, lack_group, lack_point, lack_points,
        lack_field, see_as, parts, moves, up, down, drop, drop_point_hint, drop_indicator_hint,
        no_indicators, add_indicator, add_point, reads, reads_lead, reads_caption, group, statements,
        lix_most, publish_title, publish_lead, publish, publish_first, drop_draft, drop_draft_hint,
        drop_all_hint, preview, as_met, save, save_next, remove_title, remove_keep, show, names_title, names_lead, names_form, explain_hint, orders_hint, items_hint, of_prompts, list_hint,
        of_shape, value, no_value, short, reverse, reverse_hint, means, means_hint, means_same,
        means_other, gone, gone_lead, to_list, problem_explain, problem_order_lacks,
        problem_order_unknown, problem_meaning, problem_points, problem_indicators, problem_gone,
        problem_changed,
    }
}

/// What can be wrong with an edit of an instrument.
pub(in crate::words) fn edit_problem(words: &Words, problem: &EditProblem) -> String {
    let (w, language) = (&words.desk.instrument_edit, words.sentences());
    let shape = &words.desk.instrument_shape;
    let points = |ids: &[String]| language.list(ids);
    match problem {
        EditProblem::TooLong(most) => {
            fill(&words.problems.too_long, &[("most", &language.count(*most as u64))])
        }
        EditProblem::NotExplained(line) => fill(&w.problem_explain, &[("line", &language.quoted(line))]),
        EditProblem::OrderLacks(ids) => fill(&w.problem_order_lacks, &[("points", &points(ids))]),
        EditProblem::OrderUnknown(ids) => fill(&w.problem_order_unknown, &[("points", &points(ids))]),
        EditProblem::MeaningUnsaid => w.problem_meaning.clone(),
        EditProblem::TooManyFocusPoints(most) => fill(&w.problem_points, &[("most", &most.to_string())]),
        EditProblem::TooManyIndicators(most) => fill(&w.problem_indicators, &[("most", &most.to_string())]),
        EditProblem::NotAForm(line) => fill(&shape.problem_form, &[("line", &language.quoted(line))]),
        EditProblem::NotANumber(low, high) => {
            fill(&words.problems.not_a_number, &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        EditProblem::NotAChoice => words.problems.not_a_choice.clone(),
        EditProblem::Steps(steps) => fill(&shape.problem_steps, &[("steps", &steps.to_string())]),
        EditProblem::OffScale(min, max) => {
            fill(&shape.problem_off_scale, &[("min", &min.to_string()), ("max", &max.to_string())])
        }
        EditProblem::NotAShare => shape.problem_share.clone(),
        EditProblem::WordTwice(word) => fill(&shape.problem_twice, &[("word", &language.quoted(word))]),
        EditProblem::NoWords => shape.problem_no_words.clone(),
        EditProblem::Unnamed => shape.problem_unnamed.clone(),
        EditProblem::NotAName => shape.problem_name.clone(),
        EditProblem::There(name) => fill(&shape.problem_there, &[("name", &language.quoted(name))]),
        EditProblem::NotALanguage => shape.problem_language.clone(),
        EditProblem::TooMany(most) => fill(&shape.problem_most, &[("most", &most.to_string())]),
        EditProblem::LastOne => shape.problem_last.clone(),
        EditProblem::NotThere => w.problem_gone.clone(),
        EditProblem::ChangedMeanwhile => w.problem_changed.clone(),
        EditProblem::Unfinished(number) => words.counted(*number as u64, &w.missing_one, &w.missing),
    }
}
