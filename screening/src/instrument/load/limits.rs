//! How large an instrument may be: far above any that people could answer, far below what a machine holds, so that
//! a file that is no instrument ends in a fault.

/// Most bytes of one file.
pub const LARGEST_FILE: usize = 1 << 20;

/// Most faults that are listed.
pub const MOST_FAULTS: usize = 200;

/// Most groups: every pair of them has its gaps.
pub const MOST_GROUPS: usize = 20;

/// Most values.
pub const MOST_VALUES: usize = 50;

/// Most focus points.
pub const MOST_FOCUS_POINTS: usize = 100;

/// Most indicators, of all focus points together.
pub const MOST_INDICATORS: usize = 500;

/// Most names with words to choose from.
pub const MOST_NAMES: usize = 100;

/// Most texts in one list.
pub const MOST_WORDS: usize = 200;
