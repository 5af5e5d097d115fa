-- What an organisation's own instrument was copied from, as it was then: its first version is compared with that. Nothing
-- of one that came in from a file, or was copied before.
ALTER TABLE own_instrument ADD COLUMN origin TEXT;
