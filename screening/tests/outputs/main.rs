//! What comes out of a picture: signals, agenda, plots, report, hearing material, promises.

mod agenda;
mod chart;
mod comment;
mod hearing;
mod material;
mod promise;
mod report;
mod sample;
mod signals;
