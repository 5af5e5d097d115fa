//! A generator of its own with a fixed seed, so that the demonstration is the same on every machine.

use std::sync::atomic::{AtomicU64, Ordering};
use workflow::ports::Randomness;

/// SplitMix64 (Steele, Lea and Flood 2014). Never for anything but invented data.
#[derive(Debug)]
pub(super) struct Dice(AtomicU64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next 64 bits.
    pub(super) fn next(&self) -> u64 {
        const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
        let state = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A share from 0 up to 1.
    #[expect(clippy::cast_precision_loss, reason = "32 bits fit in a double")]
    pub(super) fn share(&self) -> f64 {
        (self.next() >> 32) as f64 / 4_294_967_296.0
    }

    /// Mean 0 and standard deviation 1, nearly normal: twelve shares less their mean.
    pub(super) fn normal(&self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// A place in a list of this many, which are not none.
    pub(super) fn below(&self, many: usize) -> usize {
        usize::try_from(self.next() % many.max(1) as u64).unwrap_or_default()
    }

    /// 128 bits.
    pub(super) fn key(&self) -> [u8; 16] {
        let mut key = [0; 16];
        self.fill(&mut key);
        key
    }
}

impl Randomness for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let bytes = self.next().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_generator_gives_the_numbers_of_its_publication() {
        // The reference implementation's first numbers from seed 1234567.
        let dice = Dice::new(1_234_567);
        assert_eq!(
            [dice.next(), dice.next(), dice.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }
}
