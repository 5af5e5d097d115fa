//! Signing in with another's account.

use super::words;

words! {
    /// Signing in with another's account.
    SignOn { with, or_here, fails, refused, lost, no_account }
}
