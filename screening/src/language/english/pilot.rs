//! What is said of a pilot in English. To users LIX 20 at most, as the promise.

use crate::language::PilotWords;

pub(super) const PILOT: PilotWords = PilotWords {
    trying: "We are trying out some statements. You help us make them better.",
    notes: "By each one you can write what you think. If it is hard to understand, say so.",
    notes_together: "By each one you can write what you think. If it is hard to understand, say so.",
    seen: "Those who work on the statements can see what you as management have answered.",
    seen_together: "Those who work on the statements can see what you have answered.",
    disagree: "If you do not agree with each other, skip it. Feel free to write why.",
    used: "The answers only show if we ask in a good way. There will be no meetings and no report. We delete it \
           all within a year.",
    thanks: "You have helped us make the statements better.",
    nothing_more: "There will be no meetings and no report.",
    slip: "We are trying out some statements. Will you try them with us?",
    purpose: "They show if the statements are good to ask with. They say nothing about the place. They are not used for \
              anything that is about you.",
    sees: "Those who work on the statements see the figures for the groups and what was written. No report is made.",
    deleted: "The answers and what you wrote are deleted when the statements are done, and at the latest after a year.",
    not_quoted: "It is used to make the statements better. No one reads it out or prints it. If it shows who someone is, it is \
                 deleted.",
    as_management: "You answer as management. Your figures are shown even if you are few, and those who work on the statements \
                    can see that they are yours.",
};
