-- With what somebody is signed in: a browser and a system by name, and nothing else of what a browser says of itself.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
