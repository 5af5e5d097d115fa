//! The access code: 12 random Crockford base-32 characters (60 bits) and a check character, shown 4-4-5.
//!
//! The check character is the number modulo 37, so every single wrong character and every swap of two
//! neighbours is told from a wrong code. Crockford writes the remainders 32 to 36 as `* ~ $ = U`, which are hard
//! to find on a phone: such a number is drawn again (60 bits become 59.8).

use crate::Problem;
use crate::ports::Randomness;

/// Crockford's base-32 digits: no I, L, O, U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Check characters beyond the digits, for the remainders 32 to 36.
const CHECK_ONLY: &[u8; 5] = b"*~$=U";
/// A prime beyond 32, so that no typing mistake of one character goes unseen.
const CHECK_MODULUS: u64 = 37;
/// Random digits.
const LENGTH: usize = 12;

/// A code that holds: 60 bits whose check character was right.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode(u64);

/// Never the code: it would end in a log.
impl std::fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

impl AccessCode {
    /// A new code.
    pub fn random(random: &dyn Randomness) -> Self {
        loop {
            let mut bytes = [0; 8];
            random.fill(&mut bytes);
            let number = u64::from_be_bytes(bytes) >> 4;
            if number % CHECK_MODULUS < 32 {
                return Self(number);
            }
        }
    }

    /// A code as typed: any case, O for 0, I or L for 1, spaces and dashes anywhere.
    ///
    /// # Errors
    ///
    /// [`Problem::Empty`] where nothing was typed, [`Problem::CodeMistyped`] where the length, a character or the
    /// check character is wrong.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let symbols: Vec<char> = typed.chars().filter(|c| !is_separator(*c)).collect();
        if symbols.is_empty() {
            return Err(Problem::Empty);
        }
        let Some((check, digits)) = symbols.split_last().filter(|(_, digits)| digits.len() == LENGTH) else {
            return Err(Problem::CodeMistyped);
        };
        let number = digits.iter().try_fold(0, |number, symbol| {
            digit(*symbol).filter(|value| *value < 32).map(|value| number * 32 + value)
        });
        match (number, digit(*check)) {
            (Some(number), Some(check)) if number % CHECK_MODULUS == check => Ok(Self(number)),
            _ => Err(Problem::CodeMistyped),
        }
    }

    /// As people see it: `7KQM-2XRT-9WZB4`.
    pub fn shown(&self) -> String {
        let text = self.canonical();
        format!("{}-{}-{}{}", &text[..4], &text[4..8], &text[8..], char::from(self.check()))
    }

    /// The 12 digits, the form that is hashed.
    pub(crate) fn canonical(&self) -> String {
        (0..LENGTH).rev().map(|place| char::from(DIGITS[(self.0 >> (5 * place)) as usize % 32])).collect()
    }

    /// Back from [`AccessCode::canonical`].
    pub(crate) fn from_canonical(text: &str) -> Option<Self> {
        if text.len() != LENGTH {
            return None;
        }
        text.chars()
            .try_fold(0, |number, symbol| digit(symbol).filter(|v| *v < 32).map(|v| number * 32 + v))
            .map(Self)
    }

    fn check(&self) -> u8 {
        let remainder = (self.0 % CHECK_MODULUS) as usize;
        *DIGITS.get(remainder).unwrap_or_else(|| &CHECK_ONLY[remainder - DIGITS.len()])
    }
}

/// What people put between the groups of a code, and what a phone's keyboard makes of it.
pub(crate) fn is_separator(symbol: char) -> bool {
    symbol.is_whitespace()
        || symbol.is_control()
        || matches!(symbol, '-' | '‐' | '‑' | '–' | '—' | '−' | '_' | '.' | '\u{200b}')
}

/// The digit of a value from 0 to 31.
pub(crate) fn symbol(value: u8) -> char {
    char::from(DIGITS[usize::from(value) % DIGITS.len()])
}

/// The value of a digit (0 to 31) or a check character (0 to 36).
pub(crate) fn digit(symbol: char) -> Option<u64> {
    let symbol = match symbol.to_ascii_uppercase() {
        'O' | 'Ø' | 'ø' => '0',
        'I' | 'L' => '1',
        symbol => symbol,
    };
    let value = DIGITS.iter().chain(CHECK_ONLY).position(|known| char::from(*known) == symbol)?;
    u64::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A counter in place of chance.
    struct Counter(std::sync::atomic::AtomicU64);

    impl Randomness for Counter {
        fn fill(&self, buffer: &mut [u8]) {
            let n = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let mixed = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
            for (index, byte) in buffer.iter_mut().enumerate() {
                *byte = mixed[index % 8] ^ (index as u8);
            }
        }
    }

    fn codes(count: usize) -> Vec<AccessCode> {
        let random = Counter(1.into());
        (0..count).map(|_| AccessCode::random(&random)).collect()
    }

    #[test]
    fn worked_by_hand() {
        // 1234 in Crockford's base 32 is 16J; 1234 = 33 · 37 + 13, and 13 is D.
        let code = AccessCode::parse("0000-0000-016JD").unwrap();
        assert_eq!(code, AccessCode(1234));
        assert_eq!(code.shown(), "0000-0000-016JD");
        // 69 = 37 + 32, so its check character is the first beyond the digits.
        assert_eq!(AccessCode(69).shown(), "0000-0000-0025*");
        assert_eq!(AccessCode::parse("000000000025*"), Ok(AccessCode(69)));
    }

    #[test]
    fn shown_in_groups_of_4_4_5_and_read_back() {
        for code in codes(200) {
            let shown = code.shown();
            let groups: Vec<usize> = shown.split('-').map(str::len).collect();
            assert_eq!(groups, [4, 4, 5], "{shown}");
            assert!(
                shown.chars().all(|c| c == '-' || (c.is_ascii_alphanumeric() && !"ILOU".contains(c))),
                "{shown}"
            );
            assert_eq!(AccessCode::parse(&shown), Ok(code.clone()));
            assert_eq!(AccessCode::from_canonical(&code.canonical()), Some(code));
        }
    }

    #[test]
    fn typing_is_forgiving() {
        let code = AccessCode::parse("0000-0000-016JD");
        assert!(code.is_ok());
        for typed in [
            "oooo oooo oi6jd",
            "000000000l6jd",
            " 0000–0000–016jd \n",
            "0-0-0-0-0-0-0-0-0-I-6-J-D",
            "OOOO.OOOO.O16JD",
            "0000\u{a0}0000\u{200b}016jd",
        ] {
            assert_eq!(AccessCode::parse(typed), code, "{typed}");
        }
    }

    #[test]
    fn every_wrong_character_and_every_swap_of_neighbours_is_seen() {
        for code in codes(20) {
            let shown: Vec<char> = code.shown().chars().filter(|c| *c != '-').collect();
            for place in 0..shown.len() {
                for wrong in DIGITS.iter().map(|d| char::from(*d)).filter(|d| *d != shown[place]) {
                    let mut typed = shown.clone();
                    typed[place] = wrong;
                    assert_eq!(
                        AccessCode::parse(&typed.iter().collect::<String>()),
                        Err(Problem::CodeMistyped)
                    );
                }
            }
            for place in (1..shown.len()).filter(|place| shown[place - 1] != shown[*place]) {
                let mut typed = shown.clone();
                typed.swap(place - 1, place);
                assert_eq!(AccessCode::parse(&typed.iter().collect::<String>()), Err(Problem::CodeMistyped));
            }
        }
    }

    #[test]
    fn nothing_and_too_much_and_nonsense() {
        assert_eq!(AccessCode::parse("  - "), Err(Problem::Empty));
        for typed in ["0000-0000-016J", "0000-0000-016JD0", "0000-0000-01æJD", "<script>", "0000-0000-*16JD"]
        {
            assert_eq!(AccessCode::parse(typed), Err(Problem::CodeMistyped), "{typed}");
        }
    }

    #[test]
    fn a_log_never_shows_it() {
        assert_eq!(format!("{:?}", AccessCode(1234)), "AccessCode(…)");
    }
}
