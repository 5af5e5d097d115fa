//! Are these other words?

/// So many words in a row that stand in both texts are the writer's own words. The number is ours.
pub const LONGEST_RUN: usize = 6;

/// The fewest words of a text that can be its writer's own: *det er godt* is, *godt* is not.
const SHORTEST: usize = 3;

/// The words that a rewritten text keeps in a row, where it keeps the whole text, or [`LONGEST_RUN`] words or more:
/// whoever wrote it *only in other words* would know them again. Capitals and punctuation make no difference.
pub fn run_kept(original: &str, rewritten: &str) -> Option<String> {
    let (written, anew) = (words(original), words(rewritten));
    if written.is_empty() {
        return None;
    }
    if written == anew {
        return Some(written.join(" "));
    }
    let least = LONGEST_RUN.min(written.len());
    let mut longest: &[String] = &[];
    for start in 0..written.len() {
        for other in 0..anew.len() {
            let same =
                written[start..].iter().zip(&anew[other..]).take_while(|(one, two)| one == two).count();
            if same > longest.len() {
                longest = &written[start..start + same];
            }
        }
    }
    (longest.len() >= least.max(SHORTEST)).then(|| longest.join(" "))
}

fn words(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
