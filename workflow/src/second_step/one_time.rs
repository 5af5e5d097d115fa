//! The codes that an authenticator app shows: TOTP, RFC 6238, as every such app reads it: HMAC-SHA-1, six digits, half
//! minutes since 1970.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use std::fmt::Write;

/// A code lasts this long, in seconds.
const STEP: i64 = 30;
/// The codes of so many steps before and after are taken, for a clock that is wrong and a hand that is slow.
const SKEW: i64 = 1;
/// Digits of a code.
const DIGITS: usize = 6;
/// RFC 4648's digits.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A secret that an app and the program share: 160 bits, as RFC 4226 recommends.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(pub(crate) [u8; 20]);

impl Secret {
    /// The step whose code this is, if it is one that is taken at `now`, in seconds since 1970.
    pub(crate) fn step(&self, typed: &str, now: i64) -> Option<i64> {
        let here = now.div_euclid(STEP);
        (here - SKEW..=here + SKEW).find(|step| self.code(*step).as_deref() == Some(typed))
    }

    /// The code of a step; `None` for no step of this millennium's clocks.
    fn code(&self, step: i64) -> Option<String> {
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).ok()?;
        mac.update(&u64::try_from(step).ok()?.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        // RFC 4226, 5.3: the last four bits say where the number begins.
        let start = usize::from(hash.last()? & 0xf);
        let bytes: [u8; 4] = hash.get(start..start + 4)?.try_into().ok()?;
        let number = u32::from_be_bytes(bytes) & 0x7fff_ffff;
        Some(format!("{:0DIGITS$}", number % 10_u32.pow(DIGITS as u32)))
    }

    /// As it is typed into an app that has no camera: 32 letters and digits.
    pub(crate) fn typed(&self) -> String {
        let bits = |place: usize| {
            let pair = |at: usize| u16::from(self.0.get(at).copied().unwrap_or_default());
            let (byte, shift) = (place * 5 / 8, 11 - place * 5 % 8);
            usize::from((((pair(byte) << 8) | pair(byte + 1)) >> shift) & 0x1f)
        };
        (0..self.0.len() * 8 / 5).map(|place| char::from(BASE32[bits(place)])).collect()
    }

    /// The address that an app reads from a QR.
    pub(crate) fn address(&self, email: &str) -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let mut account = String::new();
        for byte in email.bytes() {
            if plain(byte) {
                account.push(char::from(byte));
            } else {
                // Writing to a String cannot fail.
                let _ = write!(account, "%{byte:02X}");
            }
        }
        format!("otpauth://totp/Pejling:{account}?secret={}&issuer=Pejling", self.typed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC: Secret = Secret(*b"12345678901234567890");

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn codes_as_in_rfc_6238() {
        for (now, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(RFC.step(code, now), Some(now / 30), "{now}");
        }
    }

    #[test]
    fn a_clock_may_be_one_step_wrong_and_no_more() {
        for (now, taken) in [(29, true), (30, true), (89, true), (90, false)] {
            assert_eq!(RFC.step("287082", now).is_some(), taken, "{now}");
        }
        assert_eq!(RFC.step("287082", 59 + 3600), None);
        for wrong in ["", "287083", "28708", "0287082", " 287082", "２８７０８２"] {
            assert_eq!(RFC.step(wrong, 59), None, "{wrong}");
        }
    }

    /// RFC 4648: `12345678901234567890` in base 32, as every other program says.
    #[test]
    fn the_secret_is_typed_in_base_32() {
        assert_eq!(RFC.typed(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(
            RFC.address("maja.holm+1@kommune.dk"),
            "otpauth://totp/Pejling:maja.holm%2B1%40kommune.dk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pejling"
        );
    }
}
