-- Two who assess, each for themselves, and then agree; a second reader of comments; texts that two people may edit.
-- Nothing here says who wrote a comment: what is added to one is how it was read.
ALTER TABLE evidence ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

-- blind: given while two were to assess; nobody else sees it until both are in.
ALTER TABLE rating ADD COLUMN blind BIGINT NOT NULL DEFAULT 0;

CREATE TABLE assessors (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    first_id TEXT NOT NULL REFERENCES account (id),
    second_id TEXT NOT NULL REFERENCES account (id)
);

CREATE TABLE settlement (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    rating TEXT NOT NULL,
    reason TEXT NOT NULL,
    after_picture BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (screening_id, indicator)
);

CREATE TABLE second_reader (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES account (id)
);

-- second_look: yes or no, nothing: not looked at yet. decided_by is the account of a reader, never of a writer.
ALTER TABLE comment ADD COLUMN criterion TEXT;
ALTER TABLE comment ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comment ADD COLUMN second_look TEXT;
ALTER TABLE comment ADD COLUMN remark TEXT NOT NULL DEFAULT '';
ALTER TABLE comment ADD COLUMN worrying BIGINT NOT NULL DEFAULT 0;
