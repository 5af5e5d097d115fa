//! The facilitator's pages, one file each, in the order of the steps. [`frame`] holds what they share, [`course`]
//! where a screening stands.
//!
//! To add a page: a file here, a line in [`crate::routes`], its words in `words/desk` and `locales/*.json`.

pub mod again;
pub mod by_date;
pub mod chairs;
pub mod codes;
pub mod collect;
pub mod comment_card;
mod comment_forms;
pub mod comments;
pub mod course;
pub mod create;
pub mod data_protection;
pub mod dates;
pub mod evidence;
pub mod evidence_files;
pub mod evidence_form;
pub mod evidence_indicator;
pub mod evidence_rating;
pub mod evidence_write;
pub mod frame;
pub mod hand_over;
pub mod hearing;
pub mod hearing_agenda;
pub mod hearing_count;
pub mod hearing_earlier;
pub mod hearing_line;
pub mod hearing_material;
pub mod hearing_minutes;
pub mod hearing_people;
pub mod hearing_record;
pub mod hearing_room;
pub mod hearing_sittings;
pub mod hearing_stage;
pub mod hearing_vote;
pub mod import;
pub mod import_columns;
pub mod import_preview;
pub mod import_words;
pub mod instruments;
pub mod invited;
pub mod lacks;
pub mod letters;
pub mod list;
pub mod more_ways;
pub mod naming;
pub mod over_time;
pub mod overview;
pub mod picture;
pub mod plan;
pub mod plan_follow_up;
pub mod plan_goal;
pub mod plan_part;
pub mod plan_part_fields;
pub mod plan_read;
pub mod plan_told;
pub mod practice;
pub mod practice_walk;
pub mod prepare;
pub mod prepare_ready;
pub mod prepare_small;
pub mod preview;
pub mod report;
pub mod report_changed;
pub mod report_edit;
pub mod report_length;
pub mod report_names;
pub mod report_notes;
pub mod report_release;
pub mod report_sections;
pub mod report_talks;
pub mod report_wording;
pub mod retention;
pub mod settings_fields;
pub mod since;
pub mod since_goals;
pub mod slips;
pub mod statements;
pub mod stop;
pub mod tablet;
pub mod typing;
pub mod typing_differences;
pub mod typing_page;
pub mod when;
pub mod worry;

/// Units as typed, one a line.
pub fn unit_lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
