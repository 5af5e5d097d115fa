//! Passwords: their length, and Argon2id hashes as PHC strings (19 MiB, two passes, one lane: the least that
//! OWASP's password storage cheat sheet recommends). Slow on purpose: called inside the bounded pool only.

use crate::ports::StoreError;
use crate::{Problem, Result};
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// Shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 12;
/// Longest password, in characters.
pub const LONGEST_PASSWORD: usize = 200;

/// A hash that no password has, made with the same parameters as the real ones: an unknown e-mail takes as
/// long as a wrong password.
const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What is wrong with a new password, if anything. Length alone: rules about kinds of characters make weaker
/// passwords.
pub(crate) fn problem(password: &str) -> Option<Problem> {
    match password.chars().count() {
        0..SHORTEST_PASSWORD => Some(Problem::TooShort(SHORTEST_PASSWORD)),
        SHORTEST_PASSWORD..=LONGEST_PASSWORD => None,
        _ => Some(Problem::TooLong(LONGEST_PASSWORD)),
    }
}

/// The hash to store, with a fresh random salt.
pub(crate) fn hash(password: &str, salt: &[u8; 16]) -> Result<String> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT);
    let hash = argon2.hash_password_with_salt(password.as_bytes(), salt).map_err(broken)?;
    Ok(hash.to_string())
}

/// Whether the password belongs to the stored hash; without a hash the same work, and no.
pub(crate) fn belongs(password: &str, stored: Option<&str>) -> Result<bool> {
    let verified = Argon2::default().verify_password(password.as_bytes(), stored.unwrap_or(NOBODYS_HASH));
    match verified {
        Ok(()) => Ok(stored.is_some()),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(broken(error)),
    }
}

/// Argon2 could not run, or the stored hash is damaged: nothing the person typed.
fn broken(error: password_hash::Error) -> crate::Error {
    StoreError(Box::new(error)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_belongs_to_its_own_hash_only() {
        let stored = hash("et langt kodeord", &[7; 16]).expect("hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(belongs("et langt kodeord", Some(&stored)).expect("check"));
        assert!(!belongs("et andet kodeord", Some(&stored)).expect("check"));
    }

    #[test]
    fn the_same_password_with_another_salt_has_another_hash() {
        let one = hash("et langt kodeord", &[1; 16]).expect("hash");
        assert_ne!(one, hash("et langt kodeord", &[2; 16]).expect("hash"));
    }

    #[test]
    fn nobody_is_let_in_and_the_work_is_the_same() {
        assert!(!belongs("", None).expect("check"));
        let parameters = |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(parameters(NOBODYS_HASH), parameters(&hash("et langt kodeord", &[0; 16]).expect("hash")));
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(problem("ååååååååååå"), Some(Problem::TooShort(12)));
        assert_eq!(problem("åååååååååååå"), None);
        assert_eq!(problem(&"å".repeat(200)), None);
        assert_eq!(problem(&"å".repeat(201)), Some(Problem::TooLong(200)));
    }

    #[test]
    fn a_damaged_hash_is_a_fault_not_a_wrong_password() {
        assert!(belongs("et langt kodeord", Some("plain text")).is_err());
    }
}
