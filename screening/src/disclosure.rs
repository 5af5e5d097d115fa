//! The one function between scores and every output.
