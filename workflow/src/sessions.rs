//! Where somebody is signed in, and how they end it elsewhere.

use crate::accounts::{SESSION_IDLES, SESSION_LASTS, session_key};
use crate::answering::Token;
use crate::audit::hex;
use crate::{Actor, Result, Workflow};

/// With what somebody is signed in, as far as its owner needs it to tell one from another: a browser and a system, in the words
/// that people know them by. Nothing else of what a browser says of itself is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser's name.
    pub browser: Option<&'static str>,
    /// The system's.
    pub system: Option<&'static str>,
}

/// What a browser says of itself, and its name; who says several is the first.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
/// The same of systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

impl Device {
    /// By what a browser says of itself with each request.
    pub fn of(user_agent: &str) -> Self {
        let named = |known: &[(&str, &'static str)]| {
            known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
        };
        Self { browser: named(&BROWSERS), system: named(&SYSTEMS) }
    }

    /// As it is stored.
    fn stored(self) -> String {
        format!("{}/{}", self.browser.unwrap_or_default(), self.system.unwrap_or_default())
    }

    /// As it was stored.
    fn read(stored: &str) -> Self {
        let (browser, system) = stored.split_once('/').unwrap_or_default();
        let known = |of: &[(&str, &'static str)], name: &str| {
            of.iter().map(|(_, known)| *known).find(|known| *known == name)
        };
        Self { browser: known(&BROWSERS, browser), system: known(&SYSTEMS, system) }
    }
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Names it in a form; opens nothing.
    pub key: String,
    /// When it began, seconds since 1970.
    pub started_at: i64,
    /// When it was last used, to the minute.
    pub seen_at: i64,
    /// It is the one that asks.
    pub here: bool,
    /// With what.
    pub device: Device,
}

impl Workflow {
    /// One's own living sessions, the newest first; `here` is the one that asks.
    pub async fn sessions(&self, actor: &Actor, here: Option<&Token>) -> Result<Vec<SessionView>> {
        let account = actor.account()?;
        let (here, now) = (here.map(session_key), self.clock.now());
        let sessions = self.store.sessions(&account.id, now - SESSION_LASTS, now - SESSION_IDLES).await?;
        let view = |(key, started_at, seen_at, device): (_, _, _, String)| SessionView {
            here: Some(key) == here,
            key: hex(&key),
            started_at,
            seen_at,
            device: Device::read(&device),
        };
        Ok(sessions.into_iter().map(view).collect())
    }

    /// Notes with what a session that just began is used, for the owner's list of them.
    pub async fn note_device(&self, token: &Token, user_agent: &str) -> Result<()> {
        Ok(self.store.note_device(&session_key(token), &Device::of(user_agent).stored()).await?)
    }

    /// Ends one of one's own sessions by its key, or with no key all but the one that asks.
    pub async fn end_sessions(&self, actor: &Actor, here: Option<&Token>, key: Option<&str>) -> Result<()> {
        let account = actor.account()?;
        let (here, now) = (here.map(session_key), self.clock.now());
        let own = self.store.sessions(&account.id, now - SESSION_LASTS, now - SESSION_IDLES).await?;
        for (session, ..) in own {
            if key.map_or(Some(session) != here, |key| hex(&session) == key) {
                self.noting_installation(actor, None, "sessions ended", "").end_session(&session).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Device;

    #[test]
    fn a_device_is_told_in_words_that_people_know() {
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.5 Mobile/15E148 Safari/604.1";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 \
                    Safari/537.36 Edg/137.0.0.0";
        let android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 \
                       Mobile Safari/537.36";
        for (said, browser, system) in [
            (firefox, "Firefox", "Windows"),
            (iphone, "Safari", "iPhone"),
            (edge, "Edge", "Windows"),
            (android, "Chrome", "Android"),
        ] {
            let device = Device::of(said);
            assert_eq!((device.browser, device.system), (Some(browser), Some(system)));
            assert_eq!(Device::read(&device.stored()), device);
        }
        // Nothing that a stranger says of itself is kept.
        assert_eq!(Device::of("<script>curl/8 Anna").stored(), "/");
        assert_eq!(Device::read("Anna/Windows"), Device { system: Some("Windows"), browser: None });
        assert_eq!(Device::read(""), Device::default());
    }
}
