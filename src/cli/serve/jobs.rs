//! What the program does by itself beside answering: again and again, until it is stopped.

use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use workflow::Workflow;
use workflow::ports::Mailer;

/// How often closings that are due are ended.
const CLOSINGS_EVERY: Duration = Duration::from_secs(30);

/// How often it is asked what opens and closes today.
const BY_DATE_EVERY: Duration = Duration::from_secs(60);

/// How often mails that wait are sent.
const MAILS_EVERY: Duration = Duration::from_secs(5);

/// How many of those times go by between looking for what is due: it is due on a day.
const REMINDERS_EVERY: u32 = 120;
/// How often what time deletes is asked for; it is done once a day.
const DELETIONS_EVERY: Duration = Duration::from_secs(3600);

/// Ends every closing that is due, again and again.
pub(super) async fn end_due_closings(workflow: Workflow) {
    let mut ticks = interval(CLOSINGS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match workflow.end_due_closings().await {
            Ok(0) => {}
            Ok(ended) => tracing::info!(ended, "screenings closed"),
            Err(error) => tracing::error!(%error, "closings that are due could not be ended"),
        }
    }
}

/// Opens and closes what is due on a day, again and again.
pub(super) async fn open_and_close_by_date(workflow: Workflow) {
    let mut ticks = interval(BY_DATE_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match workflow.do_by_date().await {
            Ok(0) => {}
            Ok(done) => tracing::info!(done, "screenings opened or closed on their day"),
            Err(error) => tracing::error!(%error, "what is due on this day could not be looked for"),
        }
    }
}

/// Sends what waits, again and again, and looks now and then who is to be reminded.
pub(super) async fn send_mails(workflow: Workflow, mailer: Arc<dyn Mailer>, site: String) {
    let mut ticks = interval(MAILS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut until_reminders = 0;
    loop {
        ticks.tick().await;
        if until_reminders == 0 {
            until_reminders = REMINDERS_EVERY;
            if let Err(error) = workflow.queue_reminders().await {
                tracing::error!(%error, "reminders could not be made");
            }
        }
        until_reminders -= 1;
        match workflow.send_mail(mailer.as_ref(), &site).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "mails sent"),
            Err(error) => tracing::error!(%error, "mails could not be sent"),
        }
    }
}

/// Deletes what has been kept long enough, once a day, and at the start.
pub(super) async fn delete_what_is_due(workflow: Workflow) {
    let mut ticks = interval(DELETIONS_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match workflow.delete_what_is_due().await {
            Ok(0) => {}
            Ok(parts) => tracing::info!(parts, "kept long enough and deleted"),
            Err(error) => tracing::error!(%error, "what is due could not be deleted"),
        }
    }
}
