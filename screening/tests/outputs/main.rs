//! What comes out of a picture: signals, agenda, plots, report, hearing material, promises.

mod agenda;
mod assessors;
mod case;
mod chart;
mod comment;
mod forms;
mod hearing;
mod languages;
mod languages_report;
mod material;
mod pilot;
mod process;
mod promise;
mod report;
mod report_edges;
mod river;
mod sample;
mod signals;
mod since_last;
mod sittings;
mod spoken;
mod stopped;
#[path = "../support/mod.rs"]
mod support;
mod wording;
