//! Which focus points are about something of the same as the national supervision's seven themes: words beside words,
//! `data/supervision/<instrument>.toml`, read once. No figure goes from one to the other.

use screening::id::FocusPointId;
use serde::Deserialize;
use std::sync::LazyLock;

/// A theme of the supervision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its title.
    pub title: String,
    /// The focus points that are about something of the same.
    pub points: Vec<FocusPointId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Themes {
    themes: Vec<Theme>,
}

static RECOVERY: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let text = include_str!("../data/supervision/recovery-orientering.toml");
    #[expect(clippy::expect_used, reason = "the file is part of the program and read by a test")]
    let read: Themes = toml::from_str(text).expect("supervision/recovery-orientering.toml");
    read.themes
});

/// The themes beside an instrument's focus points; none where nobody has laid them beside each other.
pub fn themes(instrument: &str) -> &'static [Theme] {
    if instrument == "recovery-orientering" { &RECOVERY } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::themes;
    use std::collections::BTreeSet;

    #[test]
    fn the_seven_themes_name_focus_points_that_there_are() {
        let structure = include_str!("../../instruments/recovery-orientering/instrument.toml");
        assert_eq!(themes("recovery-orientering").len(), 7);
        let named: BTreeSet<_> = themes("recovery-orientering")
            .iter()
            .flat_map(|theme| &theme.points)
            .map(|id| id.as_str())
            .collect();
        assert_eq!(named, BTreeSet::from(["1", "2", "3", "4", "5", "6", "7", "8"]));
        for point in named {
            assert!(structure.contains(&format!("[[focus_points]]\nid = \"{point}\"")), "{point}");
        }
        assert!(themes("progression").is_empty());
    }
}
