-- The dates of a screening's twelve weeks, as JSON, where somebody changed what is proposed. Dates of meetings and of
-- opening and closing: nothing of anybody who answers.
CREATE TABLE schedule (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    dates TEXT NOT NULL
);
