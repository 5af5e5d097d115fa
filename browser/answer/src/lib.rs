//! The islands of those who answer.
