//! What a screening *is*: pure rules, no I/O, no clock, no random source.
//!
//! The river: an [`instrument::Instrument`] says what is asked; [`answers`] are what came in;
//! [`scoring`] turns them into figures; [`disclosure`] decides which of them may be shown and makes the
//! [`picture::Picture`], which [`comparison`] sets beside an earlier one; [`signals`] read the picture and propose
//! a [`hearing`] agenda; the [`report`] is built from all of it, with the [`chart`]s and the sentences of
//! [`language`].
//!
//! Nothing here knows *leaders, staff, users*: groups, focus points and scales are the instrument's.

pub mod across;
pub mod answers;
pub mod attachment;
pub mod booklet;
pub mod by_date;
pub mod cards;
pub mod chart;
pub mod comment;
pub mod comparison;
pub mod data_package;
pub mod data_protection;
pub mod disclosure;
pub mod double_entry;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod hearing;
pub mod id;
pub mod instrument;
pub mod invitation;
pub mod item_statistics;
pub mod language;
pub mod letter;
pub mod personal;
pub mod picture;
pub mod pilot;
pub mod plan;
pub mod preparation;
pub mod promise;
pub mod qr;
pub mod readability;
pub mod reminder;
pub mod report;
pub mod retention;
pub mod schedule;
pub mod score_file;
pub mod scoring;
pub mod settings;
pub mod signals;
pub mod stopping;
