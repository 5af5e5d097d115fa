//! Sound files made unsound, a few bytes at a time; the same seed makes the same.

/// SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below this one; nought for nought.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// What breaks readers: quotes, ends, marks, other encodings, numbers out of range, brackets, far too much.
const PIECES: [&[u8]; 34] = [
    b"\"",
    b"\"\"",
    b"\n",
    b"\r\n",
    b"\r",
    b",",
    b";",
    b"\t",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xC3",
    b"\xF0\x9F\xA6\x80",
    b"=1+1",
    b"-1",
    b"01",
    b"11",
    b"256",
    b"99999999999999999999",
    b"1e9",
    b"nan",
    b"0x1F",
    b"DK",
    b"NA",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b"=",
    b".",
    b"\"\"\"",
    b"'''",
    b"\\u0000",
];

/// The file after one to six changes.
pub(crate) fn mutated(dice: &mut Dice, file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    for _ in 0..=dice.below(6) {
        change(dice, &mut file);
    }
    file
}

fn change(dice: &mut Dice, file: &mut Vec<u8>) {
    let at = dice.below(file.len() + 1);
    let until = (at + dice.below(40)).min(file.len());
    match dice.below(10) {
        0 => file.truncate(at),
        1 => drop(file.drain(at..until)),
        2 => {
            let again = file[at..until].to_vec();
            let to = dice.below(file.len() + 1);
            drop(file.splice(to..to, again));
        }
        3 if at < file.len() => file[at] ^= 1 << dice.below(8),
        4 if at < file.len() => file[at] = dice.next() as u8,
        5 => swap_lines(dice, file),
        6 if dice.below(20) == 0 => {
            let piece = PIECES[dice.below(PIECES.len())];
            drop(file.splice(at..at, piece.repeat(3000)));
        }
        _ => drop(file.splice(at..at, PIECES[dice.below(PIECES.len())].iter().copied())),
    }
}

/// Puts one line in another's place, which may be there already.
fn swap_lines(dice: &mut Dice, file: &mut Vec<u8>) {
    let mut lines: Vec<Vec<u8>> = file.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
    lines[to] = lines[from].clone();
    *file = lines.join(&b'\n');
}
