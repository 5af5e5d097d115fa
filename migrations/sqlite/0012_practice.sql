-- A screening that somebody trains on: the account it belongs to, and the invented place that stands for the
-- organisation's name. Both empty in every other screening.
ALTER TABLE screening ADD COLUMN practice_account_id TEXT;
ALTER TABLE screening ADD COLUMN practice_place TEXT;
