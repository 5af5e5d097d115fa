-- The goals of a place's development plan, as JSON with milestones and follow-ups. Two people write at once: whoever
-- changes one says how often it had been written when they saw it. Open goals are counted: never more than three.
CREATE TABLE goal (
    id TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    is_open BIGINT NOT NULL,
    content TEXT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE INDEX goal_by_screening ON goal (screening_id, position);

-- "I sagde – vi gør": what is told those who took part, after three and six months.
CREATE TABLE told (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    telling TEXT NOT NULL,
    content TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (screening_id, telling)
);
