//! What comes out of a picture: signals, agenda, plots, report, hearing material, promises.

mod agenda;
mod hearing;
mod sample;
mod signals;
