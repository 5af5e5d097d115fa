-- What happens on a day that somebody chose: a screening opens, and closes after its last day (ISO dates).
ALTER TABLE screening ADD COLUMN opens_on TEXT;
ALTER TABLE screening ADD COLUMN closes_on TEXT;

-- Where its days begin: a time zone by its name.
ALTER TABLE organisation ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'Europe/Copenhagen';

-- When the server last said yes or no to it, for whoever runs the installation.
ALTER TABLE mail ADD COLUMN settled_at BIGINT;
