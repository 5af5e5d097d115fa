-- PostgreSQL samples every table from time to time and keeps values it found in its statistics, where neither a close
-- nor a released report would delete them: keys of codes and texts of comments among them. Of those who answer it
-- keeps none.
ALTER TABLE access_code
    ALTER COLUMN lookup_key SET STATISTICS 0,
    ALTER COLUMN unit SET STATISTICS 0,
    ALTER COLUMN state SET STATISTICS 0,
    ALTER COLUMN token_hash SET STATISTICS 0;

ALTER TABLE draft
    ALTER COLUMN id SET STATISTICS 0,
    ALTER COLUMN lookup_key SET STATISTICS 0,
    ALTER COLUMN key_under_token SET STATISTICS 0,
    ALTER COLUMN key_under_words SET STATISTICS 0,
    ALTER COLUMN words_salt SET STATISTICS 0,
    ALTER COLUMN wrong_words SET STATISTICS 0,
    ALTER COLUMN saves SET STATISTICS 0;

ALTER TABLE draft_page
    ALTER COLUMN draft_id SET STATISTICS 0,
    ALTER COLUMN page SET STATISTICS 0,
    ALTER COLUMN sealed SET STATISTICS 0;

ALTER TABLE response
    ALTER COLUMN key SET STATISTICS 0,
    ALTER COLUMN unit SET STATISTICS 0,
    ALTER COLUMN answers SET STATISTICS 0;

ALTER TABLE comment
    ALTER COLUMN key SET STATISTICS 0,
    ALTER COLUMN focus_point SET STATISTICS 0,
    ALTER COLUMN consent SET STATISTICS 0,
    ALTER COLUMN text SET STATISTICS 0,
    ALTER COLUMN decision SET STATISTICS 0,
    ALTER COLUMN rewritten SET STATISTICS 0;
