//! Words of typing booklets.

use crate::words::words;

words! {
    /// Booklets that were answered on paper, typed by two.
    TypingWords {
        title, link, lead, not_open, before_title, promise, logged, elsewhere, begin, typists, need_two, code, code_hint,
        three_words, three_words_hint, restart, open, under_way, go_on, once, once_words, once_next, sent, how_title,
        how_words, how_keys, how_two, how_again, how_differ, how_break, how_close, before_close, first_time, second_time, write_words,
        next_blank, comment, text_hint, finish_once, finish_twice, differ_title, differ_lead, first_typed,
        second_typed, other, nothing, no_text, on_the_paper, settle, begun, code_elsewhere, code_spent, typed_before,
        no_booklet, leader_types,
    }
}
