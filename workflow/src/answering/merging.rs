//! Which of two saves holds, where a network delays and repeats them and a person has two tabs.
//!
//! Every save of a questionnaire comes from one browser: whoever goes on elsewhere gets another token. That browser
//! counts its saves (a *turn*), and each field of a page keeps the turn in which it was last set; so a save that
//! arrives late changes nothing that was chosen after it. A page says, too, what it showed: what was not touched on
//! it is left as it is kept, even if it was set in another tab meanwhile. Without scripts there is no count: what
//! arrives last holds.

use super::Saved;
use std::collections::BTreeMap;

/// In which turn each field of a page was last set.
pub(super) type Turns = BTreeMap<String, u64>;

/// One save on its way into a page.
pub(super) struct Merge<'a> {
    saved: &'a Saved,
    turns: Turns,
    changed: bool,
}

impl<'a> Merge<'a> {
    /// Into a page whose fields were set in these turns.
    pub(super) fn new(saved: &'a Saved, turns: Turns) -> Self {
        Self { saved, turns, changed: false }
    }

    /// Whether what was posted in a field takes the place of what is kept there. `same` compares it with what the
    /// page showed.
    pub(super) fn takes(&mut self, field: &str, same: impl FnOnce(&str) -> bool) -> bool {
        if self.saved.shown.get(field).is_some_and(|shown| same(shown)) {
            return false;
        }
        let last = self.turns.get(field).copied().unwrap_or_default();
        if self.saved.turn.is_some_and(|turn| turn <= last) {
            return false;
        }
        let newest = self.turns.values().copied().max().unwrap_or_default();
        let turn = self.saved.turn.unwrap_or(newest.saturating_add(1));
        self.turns.insert(field.to_owned(), turn);
        self.changed = true;
        true
    }

    /// The turns as they are now; `None` where nothing took the place of anything.
    pub(super) fn changed(self) -> Option<Turns> {
        self.changed.then_some(self.turns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `posted` in the field `a` is taken, and the turns after it.
    fn save(turn: Option<u64>, shown: Option<&str>, posted: &str, turns: &Turns) -> (bool, Option<Turns>) {
        let shown = shown.map(|shown| ("a".to_owned(), shown.to_owned()));
        let saved = Saved { turn, shown: shown.into_iter().collect() };
        let mut merge = Merge::new(&saved, turns.clone());
        (merge.takes("a", |shown| shown == posted), merge.changed())
    }

    fn turns(a: u64) -> Turns {
        Turns::from([("a".to_owned(), a)])
    }

    #[test]
    fn a_save_that_arrives_late_or_twice_changes_nothing() {
        assert_eq!(save(Some(7), None, "4", &Turns::new()), (true, Some(turns(7))));
        assert_eq!(save(Some(7), None, "4", &turns(7)), (false, None));
        assert_eq!(save(Some(6), Some(""), "3", &turns(7)), (false, None));
        assert_eq!(save(Some(8), Some(""), "3", &turns(7)), (true, Some(turns(8))));
    }

    #[test]
    fn what_was_not_touched_stays_as_another_tab_left_it() {
        assert_eq!(save(Some(9), Some("3"), "3", &turns(7)), (false, None));
        assert_eq!(save(Some(9), Some("3"), "", &turns(7)), (true, Some(turns(9))));
    }

    #[test]
    fn without_scripts_what_arrives_last_holds() {
        assert_eq!(save(None, None, "3", &turns(7)), (true, Some(turns(8))));
        assert_eq!(save(None, Some("3"), "3", &turns(7)), (false, None));
        assert_eq!(save(None, None, "3", &turns(u64::MAX)), (true, Some(turns(u64::MAX))));
    }
}
