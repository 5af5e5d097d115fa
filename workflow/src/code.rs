//! The access code: 12 random Crockford base-32 characters (60 bits) and a check character, shown 4-4-5.
