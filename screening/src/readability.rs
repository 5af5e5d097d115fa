//! LIX, Björnsson's readability index.
