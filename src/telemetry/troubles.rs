//! What went wrong in this process, kept for whoever runs the installation: warnings and errors as the log tells them, the
//! same one counted, in bounded memory.

use super::{Fields, now};
use serde_json::Map;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use workflow::ports::Trouble;

/// How many are kept.
const MOST: usize = 30;
/// Longest text of one, in characters.
const LONGEST: usize = 500;

static TROUBLES: Mutex<VecDeque<Trouble>> = Mutex::new(VecDeque::new());

/// Newest first.
pub(crate) fn troubles() -> Vec<Trouble> {
    TROUBLES.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
}

/// Keeps what is logged as a warning or an error.
pub(super) struct Remembering;

impl<S: Subscriber> Layer<S> for Remembering {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let level = event.metadata().level();
        if *level > Level::WARN {
            return;
        }
        let mut fields = Fields(Map::new());
        event.record(&mut fields);
        let said =
            |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let message = fields.0.remove("message").map(|message| said(&message)).unwrap_or_default();
        let more = fields.0.iter().map(|(name, value)| format!(" {name}={}", said(value)));
        let text = message + &more.collect::<String>();
        let mut troubles = TROUBLES.lock().unwrap_or_else(PoisonError::into_inner);
        note(&mut troubles, now().as_second(), *level == Level::ERROR, &text);
    }
}

/// Puts one on top; what was there already is counted.
fn note(troubles: &mut VecDeque<Trouble>, at: i64, failure: bool, text: &str) {
    let text: String = text.chars().take(LONGEST).collect();
    let before = troubles.iter().position(|one| one.failure == failure && one.text == text);
    let times = before.and_then(|place| troubles.remove(place)).map_or(0, |one| one.times);
    troubles.push_front(Trouble { at, failure, text, times: times.saturating_add(1) });
    troubles.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_again_is_counted_and_the_oldest_goes() {
        let mut troubles = VecDeque::new();
        for at in 0..3 {
            note(&mut troubles, at, true, "the disk is full");
        }
        note(&mut troubles, 3, false, "the disk is full");
        let [warning, failure] = troubles.make_contiguous() else { panic!("two") };
        assert_eq!((warning.times, failure.times, failure.at), (1, 3, 2));
        for number in 0..100 {
            note(&mut troubles, 4, true, &format!("{number}"));
        }
        assert_eq!(troubles.len(), MOST);
        assert_eq!(troubles.front().map(|one| one.text.as_str()), Some("99"));
    }
}
