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
pub mod cards;
pub mod chart;
pub mod comment;
pub mod comparison;
pub mod data_package;
pub mod data_protection;
pub mod disclosure;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod hearing;
pub mod id;
pub mod instrument;
#[cfg(not(target_arch = "wasm32"))]
pub mod invitation;
pub mod language;
#[cfg(not(target_arch = "wasm32"))]
pub mod letter;
pub mod personal;
pub mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod plan;
pub mod preparation;
pub mod promise;
#[cfg(not(target_arch = "wasm32"))]
pub mod qr;
pub mod readability;
#[cfg(not(target_arch = "wasm32"))]
pub mod reminder;
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod retention;
#[cfg(not(target_arch = "wasm32"))]
pub mod schedule;
pub mod score_file;
pub mod scoring;
pub mod settings;
pub mod signals;
#[cfg(not(target_arch = "wasm32"))]
pub mod stopping;
