//! An authenticator app: RFC 6238 from the secret as it is typed.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// The code that the app shows at a time, in seconds since 1970.
pub(crate) fn code(typed: &str, now: i64) -> String {
    let (mut bits, mut held, mut secret) = (0_u32, 0_u32, Vec::new());
    for letter in typed.bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == letter);
        bits = (bits << 5) | u32::try_from(value.expect("base 32")).expect("five bits");
        held += 5;
        if held >= 8 {
            held -= 8;
            secret.push(u8::try_from((bits >> held) & 0xff).expect("a byte"));
        }
    }
    let mut mac = Hmac::<Sha1>::new_from_slice(&secret).expect("any length");
    mac.update(&(now / 30).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let start = usize::from(hash[19] & 0xf);
    let number = u32::from_be_bytes(hash[start..start + 4].try_into().expect("four bytes")) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}
