//! Parts that pages share.

pub mod form;
pub mod on_device;
pub mod plot;
pub mod reply;
pub mod report;
pub mod report_files;
pub mod tablet;
