//! The codebook of the data package in English: each file and each column, name and meaning.

use crate::language::Described;
use crate::score_file::COLUMNS;

pub(super) const FILES: [Described; 5] = [
    (
        "Figures",
        "A row for each figure, rounded and without what may not be shown. Text that a spreadsheet would take for a formula \
         has an apostrophe before it.",
    ),
    ("Codes", "What the codes of indicators, focus points and values stand for."),
    ("Statements", "The statement that each group was asked about."),
    ("Groups", "The groups, and how many have answered."),
    ("Scale", "The steps of the scale and their wording."),
];

pub(super) const FIGURES: [Described; COLUMNS.len()] = [
    (
        "Kind",
        "group: the group’s questionnaires. indicator, focus_point, value: figures of an indicator, a focus point, a value. \
         gap: the difference between two groups.",
    ),
    ("Code", "The code of the indicator, focus point or value. Empty for a group’s questionnaires."),
    ("Group", "The group’s code. For a difference the first of the two."),
    ("Unit", "The unit’s name. Empty: all units."),
    ("Other group", "For a difference the group that is subtracted from the first."),
    ("n", "How many people the figure rests on. For group: how many have answered."),
    ("Mean", "Mean or difference on the scale, one decimal. > or < before it: only a bound is shown."),
    ("Spread", "The standard deviation with n − 1, one decimal."),
    ("Uncertainty from", "Lower end of the 95% interval."),
    ("Uncertainty to", "Upper end of the 95% interval."),
    ("Agree", "The share that agree, from 0 to 1, whole per cents."),
    ("Agree from", "Lower end of the share’s 95% interval (Wilson)."),
    ("Agree to", "Upper end of the share’s 95% interval (Wilson)."),
    ("Don’t know", "How many answered that they don’t know. Empty: not shown."),
    ("Not relevant", "How many answered that it is not relevant. Empty: not shown."),
    ("Not answered", "How many skipped the statement. Empty: not shown."),
    ("Cronbach’s alpha", "How well the statements hang together, two decimals."),
    (
        "Shown",
        "yes: everything is shown. mean: n and mean only. few: too few answers to show figures. derived: hidden so that other \
         figures can’t be worked out, or so that a figure does not stand alone.",
    ),
];

pub(super) const CODES: [Described; 5] = [
    ("Kind", "indicator: indicator. focus_point: focus point. value: value."),
    ("Code", "The code as it stands in the figures."),
    ("Title", "What the code stands for."),
    ("Focus point", "The focus point of an indicator."),
    ("Value", "The value of an indicator, if it has one."),
];

pub(super) const STATEMENTS: [Described; 5] = [
    ("Code", "The indicator’s code."),
    ("Group", "The group’s code."),
    ("Statement", "The statement as the group read it."),
    (
        "Reversed",
        "true: the statement is reversed for the group, and the answers are turned back in the figures.",
    ),
    (
        "Wording",
        "Rises when the statement takes on another meaning. Only equal numbers can be compared over time.",
    ),
];

pub(super) const GROUPS: [Described; 7] = [
    ("Group", "The group’s code."),
    ("Name", "The group’s name."),
    (
        "Disclosure",
        "protected: figures only when at least the chosen number have answered. in-role: shown as management’s answers.",
    ),
    ("Uses the place", "true: the group is those who use the place."),
    ("Have answered", "How many have sent a questionnaire."),
    ("Invited", "How many were invited. Empty: we don’t know."),
    ("Response share", "The share of those invited who have answered, from 0 to 1, whole per cents."),
];

pub(super) const SCALE: [Described; 2] =
    [("Step", "The answer’s number."), ("Wording", "The answer’s words.")];
