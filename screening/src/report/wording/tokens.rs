//! A text as words, and the search for words and word groups in it.

/// What stands between quotation marks, the language's own or these: “ ”, left out: titles and other people's words.
pub(super) fn unquoted(text: &str, [before, after]: [char; 2]) -> String {
    let mut depth = 0_usize;
    text.chars()
        .map(|sign| {
            match sign {
                sign if sign == before || sign == '“' => depth += 1,
                sign if sign == after || sign == '”' => {
                    depth = depth.saturating_sub(1);
                    return ' ';
                }
                _ => {}
            }
            if depth > 0 { ' ' } else { sign }
        })
        .collect()
}

/// The sentences of a text. A full stop ends one where a capital follows, or nothing: *21. november* goes on.
pub(super) fn passages(text: &str) -> Vec<&str> {
    let mut passages = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let after = at + sign.len_utf8();
        let rest = text.get(after..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let spaced = rest.starts_with(char::is_whitespace);
        let ends = match sign {
            '\n' => true,
            '.' | '!' | '?' => {
                next.is_none()
                    || (spaced && next.is_some_and(|next| !next.is_lowercase() && !next.is_ascii_digit()))
            }
            _ => false,
        };
        if ends {
            passages.push(text.get(start..after).unwrap_or_default());
            start = after;
        }
    }
    passages.push(text.get(start..).unwrap_or_default());
    passages.retain(|passage| !passage.trim().is_empty());
    passages
}

/// The words of a passage with their places.
pub(super) struct Tokens<'a> {
    text: &'a str,
    words: Vec<(usize, usize, String)>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut start = None;
        for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, sign.is_alphanumeric() || sign == '-') {
                (None, true) => start = Some(at),
                (Some(first), false) => {
                    let word = text.get(first..at).unwrap_or_default().to_lowercase();
                    words.push((first, at, word));
                    start = None;
                }
                _ => {}
            }
        }
        Self { text, words }
    }

    /// Every place where one of the patterns stands, as it is written there. A pattern is one word or several; `*` at a
    /// word's end stands for any ending.
    pub(super) fn all(&self, patterns: &[&str]) -> Vec<&'a str> {
        let mut found: Vec<(usize, &'a str)> = Vec::new();
        for pattern in patterns {
            let wanted: Vec<&str> = pattern.split(' ').collect();
            for window in self.words.windows(wanted.len()) {
                let fits = window.iter().zip(&wanted).all(|((_, _, word), wanted)| fits(word, wanted));
                if let (true, Some((start, _, _)), Some((_, end, _))) = (fits, window.first(), window.last())
                {
                    found.push((*start, self.text.get(*start..*end).unwrap_or_default()));
                }
            }
        }
        found.sort_by_key(|(start, found)| (*start, std::cmp::Reverse(found.len())));
        found.dedup_by_key(|(start, _)| *start);
        found.into_iter().map(|(_, found)| found).collect()
    }
}

fn fits(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == wanted,
    }
}
