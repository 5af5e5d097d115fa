//! Words of the plots in English.

use super::English;
use crate::language::ChartWords;
use crate::language::sentence::capital;
use crate::picture::Kind;

impl ChartWords for English {
    fn row_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Indicator => "Indicator",
            Kind::Value => "Value",
            Kind::Group => "Group",
            Kind::FocusPoint | Kind::Gap => "Focus point",
        }
    }

    fn plot_title(&self, kind: Kind, groups: &str) -> String {
        let what = match kind {
            Kind::Indicator => "The indicators",
            Kind::Value => "The values",
            _ => "The focus points",
        };
        if groups.is_empty() { what.to_owned() } else { format!("{what} as seen by {groups}") }
    }

    fn plot_description(&self, min: u8, max: u8) -> String {
        format!("Means on a scale from {min} to {max}. The table shows the same figures.")
    }

    fn table_caption(&self, title: &str) -> String {
        format!(
            "{title}. Mean, number of answers (n) and statistical uncertainty (95%) where it can be shown."
        )
    }

    fn interval_note(&self) -> &'static str {
        "The line is the statistical uncertainty (95%), rounded."
    }

    fn cut_note(&self) -> &'static str {
        "Two slanted strokes: The uncertainty goes beyond the scale."
    }

    fn bound_note(&self) -> &'static str {
        "The arrow: So near the end of the scale we show only what the mean is over or under."
    }

    fn hollow_note(&self) -> &'static str {
        "A mark that is not filled shows what the mean is over or under."
    }

    fn row_note(&self, groups: &str, reason: &str) -> String {
        format!("{}: {reason}", capital(groups))
    }

    fn gap_title(&self) -> &'static str {
        "Differences, the clear ones first"
    }

    fn one_side(&self) -> &'static str {
        "One group"
    }

    fn other_side(&self) -> &'static str {
        "The other group"
    }

    fn gap_column(&self) -> &'static str {
        "Difference"
    }

    fn clear_gap(&self) -> &'static str {
        "clear difference"
    }

    fn distribution_title(&self, group: &str, indicator: &str) -> String {
        format!("{group}: how the answers spread on {indicator}")
    }

    fn distribution_description(&self) -> &'static str {
        "Number of answers on each step of the scale."
    }

    fn figures_caption(&self, indicator: &str) -> String {
        format!("All figures on {indicator}")
    }

    fn figure_column(&self) -> &'static str {
        "Figure"
    }

    fn figure_names(&self, agreement: &str) -> [String; 6] {
        [
            "Mean".to_owned(),
            "Number of answers (n)".to_owned(),
            "Uncertainty of the mean (95%)".to_owned(),
            "Spread (standard deviation)".to_owned(),
            format!("Answer {agreement}"),
            "Uncertainty of the share (95%)".to_owned(),
        ]
    }

    fn answer_column(&self) -> &'static str {
        "Answer"
    }

    fn unscored(&self) -> [&'static str; 3] {
        ["Don’t know", "Not relevant", "Skipped"]
    }

    fn under(&self, smallest: u64) -> String {
        format!("under {smallest}")
    }
}
