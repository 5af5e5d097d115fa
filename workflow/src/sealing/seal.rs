//! Sealing and opening: XChaCha20-Poly1305, each sealed text bound to what it is and where it belongs.

use crate::ports::{Bytes32, Randomness};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// A key that seals. It is never stored and never shown.
#[derive(Clone)]
pub struct Key(pub Bytes32);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Bytes of the random nonce in front of what is sealed; long enough never to meet twice.
const NONCE: usize = 24;
/// Sealed texts are as long as the next multiple of this (bytes), so that their length does not tell what was
/// answered or how much was written, but roughly.
const BLOCK: usize = 512;

/// It was not sealed with this key for this place, or was changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was sealed can't be opened")]
pub struct Unopened;

/// What a sealed text is and whose: associated data of the seal.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// A draft's key, under the token.
    KeyUnderToken(&'a Bytes32),
    /// A draft's key, under the words.
    KeyUnderWords(&'a Bytes32),
    /// A page of a draft, by its name.
    Page(&'a Bytes32, &'a str),
    /// An account's second step, by the account's id.
    SecondStep(&'a str),
}

impl Place<'_> {
    fn bytes(self) -> Vec<u8> {
        let (kind, draft, name): (&[u8], &[u8], _) = match self {
            Self::KeyUnderToken(draft) => (b"key under token\0", draft, ""),
            Self::KeyUnderWords(draft) => (b"key under words\0", draft, ""),
            Self::Page(draft, name) => (b"page\0", draft, name),
            Self::SecondStep(account) => (b"second step\0", &[], account),
        };
        [kind, draft, name.as_bytes()].concat()
    }
}

/// Seals bytes for a place.
///
/// # Errors
///
/// [`Unopened`] for more than 256 GB.
pub fn seal(key: &Key, place: Place<'_>, open: &[u8], random: &dyn Randomness) -> Result<Vec<u8>, Unopened> {
    let nonce: [u8; NONCE] = super::random(random);
    let associated = place.bytes();
    let sealed = XChaCha20Poly1305::new(&key.0.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: open, aad: &associated })
        .map_err(|_| Unopened)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made with the same key for the same place.
///
/// # Errors
///
/// [`Unopened`]: another key, another place, or changed.
pub fn open(key: &Key, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(Unopened)?;
    XChaCha20Poly1305::new(&key.0.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &place.bytes() })
        .map_err(|_| Unopened)
}

/// Seals a value as JSON, filled up with spaces to a whole block.
///
/// # Errors
///
/// As [`seal`].
pub fn seal_value(
    key: &Key,
    place: Place<'_>,
    value: &impl serde::Serialize,
    random: &dyn Randomness,
) -> Result<Vec<u8>, Unopened> {
    let mut text = serde_json::to_vec(value).map_err(|_| Unopened)?;
    text.resize(text.len().next_multiple_of(BLOCK), b' ');
    seal(key, place, &text, random)
}

/// Opens what [`seal_value`] made.
///
/// # Errors
///
/// As [`open`]; also where it is another kind of value.
pub fn open_value<T: serde::de::DeserializeOwned>(
    key: &Key,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<T, Unopened> {
    serde_json::from_slice(&open(key, place, sealed)?).map_err(|_| Unopened)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::hex;

    /// Gives out prepared bytes.
    struct Prepared(Vec<u8>);

    impl Randomness for Prepared {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.copy_from_slice(&self.0[..buffer.len()]);
        }
    }

    fn nonce() -> Prepared {
        Prepared((0x40..=0x57).collect())
    }

    /// draft-irtf-cfrg-xchacha-03, A.3.1: the crate's XChaCha20-Poly1305 is that one.
    #[test]
    fn xchacha20_poly1305_as_in_the_draft() {
        let key: Vec<u8> = (0x80..=0x9f).collect();
        let key: [u8; 32] = key.try_into().unwrap();
        let nonce: Vec<u8> = (0x40..=0x57).collect();
        let nonce: [u8; 24] = nonce.try_into().unwrap();
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let message: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let sealed = XChaCha20Poly1305::new(&key.into())
            .encrypt(&XNonce::from(nonce), Payload { msg: message, aad: &aad })
            .unwrap();
        let (text, tag) = sealed.split_at(message.len());
        assert_eq!(
            hex(text),
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb\
             731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
             2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
             21f9664c97637da9768812f615c68b13b52e"
        );
        assert_eq!(hex(tag), "c0875924c1c7987947deafd8780acf49");
    }

    #[test]
    fn opens_only_with_its_key_in_its_place_and_unchanged() {
        let key = Key([1; 32]);
        let place = Place::Page(&[2; 32], "focus-point 1");
        let sealed = seal(&key, place, b"3, 4, DK", &nonce()).unwrap();
        assert_eq!(open(&key, place, &sealed).unwrap(), b"3, 4, DK");

        assert_eq!(open(&Key([9; 32]), place, &sealed), Err(Unopened));
        let elsewhere = [
            Place::Page(&[2; 32], "focus-point 2"),
            Place::Page(&[3; 32], "focus-point 1"),
            Place::KeyUnderToken(&[2; 32]),
            Place::KeyUnderWords(&[2; 32]),
        ];
        for place in elsewhere {
            assert_eq!(open(&key, place, &sealed), Err(Unopened), "{place:?}");
        }
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(open(&key, place, &changed), Err(Unopened));
        }
        for length in 0..sealed.len() {
            assert_eq!(open(&key, place, &sealed[..length]), Err(Unopened));
        }
    }

    #[test]
    fn the_length_does_not_tell_what_was_answered() {
        let key = Key([1; 32]);
        let place = Place::Page(&[2; 32], "focus-point 1");
        let long = |text: &str| seal_value(&key, place, &text, &nonce()).unwrap().len();
        assert_eq!(long("DontKnow"), long("3"));
        assert_eq!(long(""), long(&"a".repeat(500)));
        assert!(long("") < long(&"a".repeat(600)));
        let sealed = seal_value(&key, place, &"fire ord med plads til flere", &nonce()).unwrap();
        assert_eq!(open_value::<String>(&key, place, &sealed).unwrap(), "fire ord med plads til flere");
        assert_eq!(open_value::<u8>(&key, place, &sealed), Err(Unopened));
    }

    #[test]
    fn a_log_never_shows_a_key() {
        assert_eq!(format!("{:?}", Key([1; 32])), "Key(…)");
    }
}
