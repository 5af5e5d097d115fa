//! Sentences of the domain in each language: one trait, a file a language; a missing one does not compile.
