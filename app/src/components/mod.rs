//! Parts that pages share.

pub mod form;
pub mod plot;
