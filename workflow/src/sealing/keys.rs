//! From what people hold to what is stored, or seals.

use super::seal::Key;
use crate::answering::Token;
use crate::code::AccessCode;
use crate::ports::Bytes32;
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};

/// Memory (KiB), passes and lanes of a code's hash: OWASP's choice for Argon2id. A code has 60 random bits, so
/// this slows whoever has the salt and the keys by enough.
const CODE: (u32, u32, u32) = (19 * 1024, 2, 1);
/// Of the words' hash: three words of 2,048 are 33 bits, so this one is made to hurt (64 MiB, RFC 9106's passes).
const WORDS: (u32, u32, u32) = (64 * 1024, 3, 1);

/// A key could not be derived: parameters out of range, which no input can cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key could not be derived")]
pub struct Underivable;

/// What the database knows a code by: Argon2id(code, installation salt) → HKDF. Slow: off the async threads.
///
/// # Errors
///
/// [`Underivable`], which no code causes.
pub fn lookup_key(code: &AccessCode, installation_salt: &Bytes32) -> Result<Bytes32, Underivable> {
    let slow = argon2id(CODE, code.canonical().as_bytes(), installation_salt)?;
    expand(None, &slow, b"pejling code lookup 1")
}

/// What the database knows a token by. A token has 256 random bits: no slow hash is needed.
pub fn token_hash(token: &Token) -> Bytes32 {
    Sha256::new().chain_update(b"pejling questionnaire token 1\0").chain_update(token.0).finalize().into()
}

/// The key that a draft's own key is sealed under in the browser that holds the token.
///
/// # Errors
///
/// [`Underivable`], which no token causes.
pub fn token_key(token: &Token, draft: &Bytes32) -> Result<Key, Underivable> {
    expand(Some(draft), &token.0, b"pejling draft key under token 1").map(Key)
}

/// The key that a draft's own key is sealed under with code and words: Argon2id(code, words; 64 MiB). `words` as
/// [`crate::words::Words::canonical`] gives them. Slow: off the async threads.
///
/// # Errors
///
/// [`Underivable`], which no words cause.
pub fn words_key(code: &AccessCode, words: &str, salt: &Bytes32) -> Result<Key, Underivable> {
    let secret = format!("{} {words}", code.canonical());
    let slow = argon2id(WORDS, secret.as_bytes(), salt)?;
    expand(None, &slow, b"pejling draft key under words 1").map(Key)
}

/// The key that second steps are sealed under. It is in the database beside them: what it keeps apart is the one table,
/// and one account's secret from another's row.
///
/// # Errors
///
/// [`Underivable`], which no salt causes.
pub fn second_step_key(installation_salt: &Bytes32) -> Result<Key, Underivable> {
    expand(None, installation_salt, b"pejling second step 1").map(Key)
}

/// What an account knows a recovery code by: Argon2id(code, salt of installation and account) → HKDF. Slow: off the
/// async threads.
///
/// # Errors
///
/// [`Underivable`], which no code causes.
pub fn recovery_key(
    code: &AccessCode,
    account: &str,
    installation_salt: &Bytes32,
) -> Result<Bytes32, Underivable> {
    let salt = expand(Some(installation_salt), account.as_bytes(), b"pejling recovery code salt 1")?;
    let slow = argon2id(CODE, code.canonical().as_bytes(), &salt)?;
    expand(None, &slow, b"pejling recovery code 1")
}

/// What a screening knows a file of answers by while it is open: keyed, and never the same in two screenings. Who has
/// the key has the database, and there the answers themselves lie until the close; then this is gone.
///
/// # Errors
///
/// [`Underivable`], which no file causes.
pub fn file_digest(
    file: &[u8],
    screening: &str,
    installation_salt: &Bytes32,
) -> Result<Bytes32, Underivable> {
    let purpose = [b"pejling imported file 1 ", screening.as_bytes()].concat();
    expand(Some(installation_salt), file, &purpose)
}

fn argon2id(
    (memory, passes, lanes): (u32, u32, u32),
    secret: &[u8],
    salt: &[u8],
) -> Result<Bytes32, Underivable> {
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| Underivable)?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, &mut out)
        .map_err(|_| Underivable)?;
    Ok(out)
}

fn expand(salt: Option<&[u8; 32]>, secret: &[u8], purpose: &[u8]) -> Result<Bytes32, Underivable> {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(salt.map(<[u8; 32]>::as_slice), secret)
        .expand(purpose, &mut out)
        .map_err(|_| Underivable)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::hex;

    fn code(typed: &str) -> AccessCode {
        AccessCode::parse(typed).unwrap()
    }

    /// RFC 9106, 5.3: the crate's Argon2id is Argon2id.
    #[test]
    fn argon2id_as_in_rfc_9106() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .output_len(32)
            .build()
            .unwrap();
        let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut out = [0; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();
        assert_eq!(hex(&out), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /// RFC 5869, A.1.
    #[test]
    fn hkdf_as_in_rfc_5869() {
        let salt: Vec<u8> = (0x00..=0x0c).collect();
        let purpose: Vec<u8> = (0xf0..=0xf9).collect();
        let mut out = [0; 42];
        Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22]).expand(&purpose, &mut out).unwrap();
        assert_eq!(
            hex(&out),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        );
    }

    #[test]
    fn a_lookup_key_depends_on_code_and_installation() {
        let one = lookup_key(&code("0000-0000-016JD"), &[1; 32]).unwrap();
        assert_eq!(lookup_key(&code("oooo oooo oi6jd"), &[1; 32]), Ok(one));
        assert_ne!(lookup_key(&code("0000-0000-016JD"), &[2; 32]), Ok(one));
        assert_ne!(lookup_key(&code("0000-0000-0025*"), &[1; 32]), Ok(one));
    }

    #[test]
    fn recovery_codes_are_bound_to_their_account_and_salt() {
        let (one, other) = (code("0000-0000-00000"), code("0000-0000-016JD"));
        let key = recovery_key(&one, "a", &[1; 32]).unwrap();
        assert_eq!(recovery_key(&one, "a", &[1; 32]).unwrap(), key);
        for changed in [(&other, "a", [1; 32]), (&one, "b", [1; 32]), (&one, "a", [2; 32])] {
            assert_ne!(recovery_key(changed.0, changed.1, &changed.2).unwrap(), key);
        }
        assert_ne!(lookup_key(&one, &[1; 32]).unwrap(), key);
    }

    #[test]
    fn words_are_bound_to_their_code_and_salt() {
        let one = words_key(&code("0000-0000-016JD"), "bord fugl regn", &[1; 32]).unwrap().0;
        assert_eq!(words_key(&code("0000-0000-016JD"), "bord fugl regn", &[1; 32]).unwrap().0, one);
        assert_ne!(words_key(&code("0000-0000-016JD"), "bord regn fugl", &[1; 32]).unwrap().0, one);
        assert_ne!(words_key(&code("0000-0000-0025*"), "bord fugl regn", &[1; 32]).unwrap().0, one);
        assert_ne!(words_key(&code("0000-0000-016JD"), "bord fugl regn", &[2; 32]).unwrap().0, one);
    }

    #[test]
    fn what_is_stored_of_a_token_is_neither_the_token_nor_its_key() {
        let token = Token([7; 32]);
        let hash = token_hash(&token);
        let key = token_key(&token, &[1; 32]).unwrap().0;
        assert_ne!(hash, token.0);
        assert_ne!(key, token.0);
        assert_ne!(key, hash);
        assert_ne!(token_key(&token, &[2; 32]).unwrap().0, key);
        assert_ne!(token_hash(&Token([8; 32])), hash);
    }
}
