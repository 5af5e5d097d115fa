-- The screening that another was started from: the last time at the same place. What can be compared is told by the
-- instruments' wording numbers.
ALTER TABLE screening ADD COLUMN earlier_id TEXT REFERENCES screening (id) ON DELETE SET NULL;
