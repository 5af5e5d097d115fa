//! What is said of a pilot in English. To users LIX 20 at most, as the promise.

use crate::language::{PilotProtection, PilotWords};

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
    protection: PilotProtection {
        purpose: "To try whether the statements of an instrument are good to ask with. It says nothing of the place, and no \
                  person is assessed.",
        people: "Those who answer: {}. Those who are spoken of in notes and comments. Those who have an account.",
        notes: " At each statement they may write a note on what it is like to answer.",
        recipients: "Whoever mends the statements sees the groups’ figures and what is written. No report is made, and nothing \
                     is quoted.",
        deleted: "Answer codes, and questionnaires that were not sent: on closing. The rest, answers and notes among it: when \
                  the facilitator deletes the pilot, and 12 months after it was made at the latest. The log: after {} at the \
                  latest. An account stays until an administrator erases it.",
        deleted_too: " A pilot, where the statements of an instrument are tried: all of it, 12 months after it was made at the \
                      latest.",
        processing: "{} answer statements of an instrument and may write what they think of them. The answers are made into \
                     figures on each statement. See the record.",
        risk: "A note in a pilot tells who someone is",
        done: "Notes are kept as comments are, without a link to the answers. A protected group’s notes are opened only when at \
               least {} have answered. The facilitator can delete a note, none is quoted, and all go with the pilot.",
    },
};
