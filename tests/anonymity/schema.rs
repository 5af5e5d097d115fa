//! Every column with its purpose. A new one fails until it has a line here: does it, with what stands beside it,
//! say who answered, when, or in which order?

use crate::files::Disk;
use crate::rows::{columns, number, texts};
use pejling::store::{Db, SqlStore};
use std::collections::BTreeSet;

/// Table, columns, what they are for.
const COLUMNS: &[(&str, &str, &str)] = &[
    ("installation", "name value", "the codes' salt, and marks of the program"),
    ("organisation", "id name time_zone", "random id, name, where its days begin"),
    ("account", "id email name password_hash administrator disabled", "people who work here, not who answer"),
    ("password_link", "token_hash account_id expires_at", "hash of a link to a new password for one of them"),
    (
        "second_step",
        "account_id sealed pending_until last_step tries tries_since",
        "sealed secret of their second step at sign-in, and how often a code was tried",
    ),
    ("recovery_code", "account_id code_hash", "hashes of their recovery codes"),
    ("sign_in_step", "token_hash account_id expires_at", "which of them types the code now"),
    ("sign_on", "issuer subject account_id", "whose account it is at a provider of sign-ons"),
    ("account", "reminded", "whether they are reminded by mail"),
    (
        "mail",
        "id account_id about state queued_at next_at tries answer settled_at",
        "a mail to one of them, without its words",
    ),
    ("membership", "account_id organisation_id role", "their roles"),
    ("session", "token_hash account_id started_at seen_at device", "their sessions"),
    ("screening", "id organisation_id name state instrument settings codes_made", "what was set up"),
    ("screening", "practice_account_id practice_place", "whose practice it is; its answers are invented"),
    ("screening", "earlier_id", "the screening before it at the same place"),
    ("screening", "opens_on closes_on", "days on which it opens and closes by itself, chosen at a desk"),
    ("screening", "stopped_on stopped_reason", "that it was stopped, and what those who took part are told"),
    (
        "stopped_mark",
        "mark screening_id",
        "that a code or a browser was of a stopped screening, and nothing more",
    ),
    ("screening", "created_at closing_ends_at", "times of the screening, not of anyone who answers"),
    ("screening", "picture picture_opened_at", "the figures as disclosed, and when first looked at"),
    ("retention", "screening_id content version", "how long its parts are kept, and which have gone"),
    (
        "schedule",
        "screening_id dates",
        "planned days of meetings, opening and close; nothing of who answered",
    ),
    ("open_link", "name screening_id group_id", "where an address on a poster leads; nothing of who used it"),
    ("tablet", "token_hash screening_id group_id", "for whom a shared tablet is; nothing of who used it"),
    // A code: never a response, a time or a count beside it. All of it goes when closing ends.
    ("access_code", "lookup_key", "Argon2id and HKDF of the code"),
    ("access_code", "screening_id group_id unit", "which questionnaire it starts"),
    ("access_code", "state", "new, begun, spent"),
    ("access_code", "token_hash", "hash of the browser's token: goes on with the draft, gives the receipt"),
    // A draft: random bytes, and how often. All of it goes when it is sent, or closing ends.
    ("draft", "id lookup_key", "random id; its code"),
    ("draft", "key_under_token key_under_words words_salt", "the draft's key, sealed twice; a random salt"),
    ("draft", "wrong_words saves", "counts: tries of words, times something was kept"),
    ("draft_page", "draft_id page sealed", "a page by its name, sealed"),
    ("typist", "screening_id account_id", "who of those with accounts types booklets; never which, nor when"),
    // A response: questionnaire, group, unit and answers, nothing more.
    ("response", "key", "random, its place"),
    ("response", "screening_id group_id unit answers", "what was answered, where"),
    // A comment: no unit, nothing that leads to the response or to the person's other comments.
    ("comment", "key", "random, its place"),
    ("comment", "screening_id group_id focus_point consent text", "what was written, and may it be used"),
    ("comment", "decision rewritten criterion worrying", "what its readers decided"),
    ("comment", "decided_by second_look remark revision", "which reader, what the second said, how often"),
    // A note at a statement of a pilot: as a comment, and nobody quotes it.
    ("pilot_note", "key", "random, its place"),
    ("pilot_note", "screening_id group_id indicator text", "what was thought of a statement"),
    (
        "counter",
        "screening_id group_id kind value n",
        "counts: submitted, day or week, channel, help, language",
    ),
    // A file of answers from elsewhere: no response, group, row or time beside it. Goes when closing ends.
    ("imported_file", "screening_id digest", "keyed digest of a file that was taken in"),
    ("import_mapping", "organisation_id name instrument_id content", "how such files are read"),
    ("evidence", "id screening_id written_at content revision", "what assessors read and saw"),
    ("attachments_on", "screening_id", "where files may be attached to what assessors read and saw"),
    (
        "attachment",
        "id screening_id evidence_id name kind size digest added_at",
        "a file that an assessor attached",
    ),
    (
        "attachment_content",
        "attachment_id bytes",
        "its bytes; gone, out of the files too, when it is removed",
    ),
    (
        "rating",
        "screening_id indicator account_id rating after_picture rated_at blind",
        "what assessors judged",
    ),
    ("assessors", "screening_id first_id second_id", "who of those with accounts assess together"),
    (
        "settlement",
        "screening_id indicator rating reason after_picture revision",
        "what two assessors agreed on",
    ),
    ("second_reader", "screening_id account_id", "who of those with accounts reads comments again"),
    ("hearing", "screening_id number plan version", "a hearing's plan, and how often it was written"),
    ("minute_line", "id screening_id hearing position content version", "its minutes"),
    // Names that a facilitator typed, of people who are invited. Gone when the minutes are approved.
    ("hearing_people", "screening_id hearing people", "who is invited by name"),
    // A vote: that a phone voted, and the sums, never in one row and neither with a time.
    ("vote", "screening_id hearing code is_open options", "what is voted on, and the code on the screen"),
    ("vote_phone", "screening_id hearing phone", "hash of a phone's random token; gone when the vote closes"),
    ("vote_count", "screening_id hearing side choice n", "sums of votes"),
    (
        "report_edit",
        "screening_id sentence text account_id edited_at",
        "the facilitators' sentences, and who wrote each when",
    ),
    (
        "review_note",
        "id screening_id position place text account_id settled revision",
        "what a facilitator who reads the draft through says of it",
    ),
    ("report_record", "screening_id content version", "readings, talks, handing over, management's answer"),
    (
        "released_report",
        "screening_id version released_at checksum content pdf changes",
        "the report as released",
    ),
    (
        "goal",
        "id screening_id position is_open content revision",
        "a goal of the plan, and how often it was written",
    ),
    ("told", "screening_id telling content revision", "what is told those who took part"),
    ("across_leave", "screening_id counted", "places that let their figures be counted with others'"),
    ("tally", "id instrument_id made_at content", "figures of five places or more; names none"),
    (
        "audit",
        "id at actor organisation_id screening_id event detail number hash",
        "what those with accounts did, each line chained to the one before",
    ),
    ("audit_ends", "one head_number head_hash anchor_number anchor_hash", "both ends of that chain"),
    (
        "own_instrument",
        "id organisation_id origin",
        "an organisation's own instrument and what it was copied from: what is asked, nothing answered",
    ),
    ("instrument_draft", "own_instrument_id content revision", "its draft, and how often it was written"),
    ("instrument_version", "own_instrument_id version content", "its versions"),
    (
        "_sqlx_migrations",
        "version description installed_on success checksum execution_time",
        "which tables there are",
    ),
];

/// What someone who answers leaves, until the close or for good.
const OF_RESPONDENTS: [&str; 11] = [
    "access_code",
    "comment",
    "counter",
    "draft",
    "draft_page",
    "imported_file",
    "pilot_note",
    "response",
    "stopped_mark",
    "vote_count",
    "vote_phone",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_column_has_its_reason() {
    for disk in [Disk::sqlite(), Disk::postgres()] {
        let store = SqlStore::open(&disk.address()).await.unwrap();
        let there: BTreeSet<String> = columns(&store).await.into_iter().collect();
        let known: BTreeSet<String> = COLUMNS
            .iter()
            .flat_map(|(table, columns, _)| columns.split(' ').map(move |column| format!("{table}.{column}")))
            .collect();
        let new: Vec<_> = there.difference(&known).collect();
        assert!(new.is_empty(), "columns without a line here: {new:?}");
        let gone: Vec<_> = known.difference(&there).collect();
        assert!(gone.is_empty(), "lines here without a column: {gone:?}");

        nothing_else_keeps_an_order(&store).await;
        store.db.close().await;
    }
}

/// No date or time by its type, no hidden row number, no sequence, trigger or view, no reference that could hold
/// a code and a response together.
async fn nothing_else_keeps_an_order(store: &SqlStore) {
    let list = OF_RESPONDENTS.map(|table| format!("'{table}'")).join(", ");
    let references = match &store.db {
        Db::Sqlite { .. } => {
            for table in OF_RESPONDENTS {
                let hidden = format!("SELECT wr FROM pragma_table_list WHERE name = '{table}'");
                assert_eq!(number(store, hidden).await, 1, "{table} has no rowid");
            }
            // The audit log's own triggers refuse changes, and keep nothing.
            let other = "SELECT COUNT(*) FROM sqlite_master WHERE
                         (type NOT IN ('table', 'index') AND (type <> 'trigger' OR tbl_name <> 'audit'))
                         OR name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')";
            assert_eq!(number(store, other).await, 0);
            let types = format!(
                "SELECT DISTINCT info.type FROM sqlite_master AS master
                 JOIN pragma_table_info(master.name) AS info WHERE master.name IN ({list}) ORDER BY 1"
            );
            assert_eq!(texts(store, types).await, ["BIGINT", "BLOB", "TEXT"]);
            format!(
                "SELECT master.name || ' to ' || keys.\"table\" FROM sqlite_master AS master
                 JOIN pragma_foreign_key_list(master.name) AS keys
                 WHERE master.name IN ({list}) AND keys.\"table\" <> 'screening' ORDER BY 1"
            )
        }
        Db::Postgres(_) => {
            let other = "SELECT COUNT(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace
                         AND relkind NOT IN ('r', 'i', 't')";
            assert_eq!(number(store, other).await, 0);
            let triggers = "SELECT COUNT(*) FROM pg_trigger
                            WHERE NOT tgisinternal AND tgrelid <> 'audit'::regclass";
            assert_eq!(number(store, triggers).await, 0);
            let types = format!(
                "SELECT DISTINCT data_type::text FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name IN ({list}) ORDER BY 1"
            );
            assert_eq!(texts(store, types).await, ["bigint", "bytea", "text"]);
            let sampled = format!(
                "SELECT attrelid::regclass::text || '.' || attname::text FROM pg_attribute
                 JOIN pg_class ON pg_class.oid = attrelid WHERE relname IN ({list}) AND attnum > 0
                 AND attstattarget <> 0 AND attname NOT IN ('screening_id', 'group_id')
                 AND relname <> 'counter'"
            );
            assert_eq!(texts(store, sampled).await, [""; 0], "columns that statistics keep samples of");
            format!(
                "SELECT conrelid::regclass::text || ' to ' || confrelid::regclass::text FROM pg_constraint
                 WHERE contype = 'f' AND conrelid::regclass::text IN ({list})
                 AND confrelid <> 'screening'::regclass ORDER BY 1"
            )
        }
    };
    assert_eq!(texts(store, references).await, ["draft to access_code", "draft_page to draft"]);
}
