//! Passwords: their length, which of them everybody tries, and Argon2id hashes as PHC strings (19 MiB, two passes, one lane: the least that
//! OWASP's password storage cheat sheet recommends). Slow on purpose: called inside the bounded pool only.

use crate::ports::StoreError;
use crate::{Problem, Result};
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::collections::BTreeSet;

/// Shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 12;
/// Longest password, in characters.
pub const LONGEST_PASSWORD: usize = 200;

/// A hash that no password has, made with the same parameters as the real ones: an unknown e-mail takes as
/// long as a wrong password, and so does an account that has none yet.
pub(crate) const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Passwords that many have, in lower case, one a line: those of twelve characters and more among the 50,000 commonest (the lists that
/// Django and zxcvbn come with), and the words of this trade.
const COMMON: &str = include_str!("passwords/common.txt");
/// A password of no more different characters than this is guessed as fast as a common one.
const FEW_CHARACTERS: usize = 2;

/// A name of fewer letters is no reason against a password that has it.
const SHORTEST_NAME: usize = 4;

/// What is wrong with a new password of somebody who goes by these names, if anything: their own, their e-mail, their
/// organisations'. Length, and whether everybody tries it first (NIST SP 800-63B): rules about kinds of characters make weaker
/// passwords.
pub(crate) fn problem<'a>(password: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Problem> {
    match password.chars().count() {
        0..SHORTEST_PASSWORD => Some(Problem::TooShort(SHORTEST_PASSWORD)),
        SHORTEST_PASSWORD..=LONGEST_PASSWORD if is_common(password) => Some(Problem::TooCommon),
        SHORTEST_PASSWORD..=LONGEST_PASSWORD => {
            names.into_iter().any(|name| is_name(password, name)).then_some(Problem::OwnName)
        }
        _ => Some(Problem::TooLong(LONGEST_PASSWORD)),
    }
}

fn is_common(password: &str) -> bool {
    let password = password.to_lowercase();
    let different: BTreeSet<char> = password.chars().collect();
    different.len() <= FEW_CHARACTERS || COMMON.lines().any(|common| common == password)
}

/// Whether it is this name or the part of an e-mail before its `@`, whatever digits and signs stand in between or after.
fn is_name(password: &str, name: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let password = letters(password);
    let before = name.split('@').next().unwrap_or_default();
    [name, before]
        .into_iter()
        .map(letters)
        .any(|name| name.chars().count() >= SHORTEST_NAME && name == password)
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

/// Whether a stored hash was made with other parameters than a new one would be.
pub(crate) fn is_older(stored: &str) -> bool {
    let parameters = |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
    parameters(stored) != parameters(NOBODYS_HASH)
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
        let problem = |password: &str| problem(password, ["maja@kommune.dk"]);
        assert_eq!(problem("æøåæøåæøåæø"), Some(Problem::TooShort(12)));
        assert_eq!(problem("æøåæøåæøåæøå"), None);
        assert_eq!(problem(&"æøåx".repeat(50)), None);
        assert_eq!(problem(&"å".repeat(201)), Some(Problem::TooLong(200)));
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for common in ["Adgangskode123", "123456789012345", "aaaaaaaaaaaa", "hahahahahaha"] {
            assert_eq!(problem(common, []), Some(Problem::TooCommon), "{common}");
        }
        assert_eq!(problem("fire gule gulerødder", ["maja@kommune.dk"]), None);
    }

    #[test]
    fn ones_own_names_are_refused() {
        let names = ["Maja Friis-Holm", "maja.friis@kommune.dk", "Bostedet Søndervang", "Ø-X"];
        for own in [
            "Maja@Kommune.dk",
            "maja.friis@kommune.dk",
            "majafriis2026",
            "Maja Friis-Holm!",
            "bostedet søndervang 1",
        ] {
            let expected = (own != "Maja@Kommune.dk").then_some(Problem::OwnName);
            assert_eq!(problem(own, names), expected, "{own}");
        }
        assert_eq!(problem("111111Ø222333X", names), None, "a short name is no reason");
    }

    #[test]
    fn the_list_holds_what_is_long_enough_and_in_lower_case() {
        for common in COMMON.lines() {
            assert!(
                common.chars().count() >= SHORTEST_PASSWORD && common == common.to_lowercase(),
                "{common}"
            );
        }
    }

    #[test]
    fn a_hash_with_other_parameters_is_older() {
        let stored = hash("et langt kodeord", &[7; 16]).expect("hash");
        assert!(!is_older(&stored));
        for (parameters, other) in [("m=19456", "m=12288"), ("t=2", "t=3"), ("argon2id", "argon2i")] {
            assert!(is_older(&stored.replace(parameters, other)), "{other}");
        }
    }

    #[test]
    fn a_damaged_hash_is_a_fault_not_a_wrong_password() {
        assert!(belongs("et langt kodeord", Some("plain text")).is_err());
    }
}
