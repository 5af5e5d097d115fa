//! From persons to groups: the exact formulas of `scoring.md`, nothing hidden yet.
