//! Attacks on anonymity, on a living database: who sent what, and what an unfinished questionnaire says.
//!
//! The attacker knows every code and the order in which known people sent, holds the files (freed pages, row
//! versions, logs and copies with them), and knows each response when it is seen, since everyone here answers in a
//! way of their own. `docs/security.md` names these tests beside what it claims.
//!
//! * [`disk`]: the files after the close, and what they still give before it;
//! * [`copies`]: what one takes away of them;
//! * [`backups`]: what the program itself takes away of them;
//! * [`schema`]: every column with its purpose, so that a new one has to give its reason;
//! * [`roles`]: what anyone is shown before the close, whatever was answered;
//! * [`drafts`]: the whole database and every code against an unfinished questionnaire;
//! * [`logs`]: a real server that says everything it can say.

#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

#[path = "anonymity/backups.rs"]
mod backups;
#[path = "anonymity/copies.rs"]
mod copies;
#[path = "anonymity/disk.rs"]
mod disk;
#[path = "anonymity/drafts.rs"]
mod drafts;
#[path = "anonymity/files.rs"]
mod files;
#[path = "anonymity/logs.rs"]
mod logs;
#[path = "anonymity/order.rs"]
mod order;
#[path = "anonymity/people.rs"]
mod people;
#[path = "anonymity/roles.rs"]
mod roles;
#[path = "anonymity/rows.rs"]
mod rows;
#[path = "anonymity/schema.rs"]
mod schema;
#[allow(dead_code, reason = "the tests of the web use the rest")]
#[path = "http/server.rs"]
mod server;
mod support;
