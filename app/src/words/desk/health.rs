//! Words of how the program is doing.

use crate::words::words;

words! {
    /// How the program is doing.
    HealthWords {
        title, link, lead, well, look_one, look_many, moment, no_backups, backup_none, backup_late, little_room, of_database,
        of_backups, unsent_one, unsent_many, deletion_late, failures_one, failures_many, program, version,
        since, database, size, room_database, room_backups, backups, backup_newest, backup_read, backup_kept,
        backup_off, mail, mail_on, mail_off, mail_sent, mail_failed, mail_none, try_mail, deletion, deletes_on,
        deletes_none, deleted_on, to_deletion, troubles, troubles_lead, troubles_none, when, what, times, failure,
        warning
    }
}
