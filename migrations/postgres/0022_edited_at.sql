-- When a sentence of a draft was written, seconds since 1970; 0: before this was kept.
ALTER TABLE report_edit ADD COLUMN edited_at BIGINT NOT NULL DEFAULT 0;
