//! The end: closing, the picture, a restart.

use super::{Files, World, group, one, problems, refusal};
use screening::picture::{Kind, Shown};
use screening::settings::State;
use workflow::answering::Entry;
use workflow::{Actor, Error, Problem};

impl World {
    pub(super) async fn closing_lets_the_begun_finish(&mut self, files: &Files<'_>) {
        let me = Actor::CommandLine;
        let (begun, unused) = (self.slip("staff", "Nord"), self.slip("users", "Nord"));
        let half_done = self.slip("users", "Nord");
        let slow = self.starts(&begun).await;
        self.answers(&slow, 1, "4").await;
        let never_sent = self.starts(&half_done).await;
        self.answers(&never_sent, 1, "1").await;
        let words = self.workflow.pause(&never_sent, None).await.unwrap();

        assert_eq!(refusal(self.workflow.end_closing(&me, &self.screening).await), Problem::WrongState);
        self.workflow.begin_closing(&me, &self.screening).await.unwrap();
        assert_eq!(refusal(self.workflow.begin_closing(&me, &self.screening).await), Problem::WrongState);

        // None is begun, nor begun anew: what was written would be lost for nothing.
        assert_eq!(refusal(self.workflow.enter_code(&unused, false, None).await), Problem::Closing);
        assert_eq!(refusal(self.workflow.enter_code(&half_done, true, None).await), Problem::Closing);
        assert_eq!(self.workflow.enter_code(&half_done, false, None).await.unwrap(), Entry::InUse);
        let moved = self.workflow.continue_with_words(&half_done, &words).await.unwrap();
        assert_eq!(self.workflow.questionnaire(&moved).await.unwrap().state, State::Closing);

        files.remember(self).await;

        // It is not due before the thirty minutes are over; the slow one sends while two end it.
        self.clock.pass(29);
        assert_eq!(self.workflow.end_due_closings().await.unwrap(), 0);
        self.clock.pass(1);
        let spawn = |workflow: workflow::Workflow| {
            tokio::spawn(async move { workflow.end_due_closings().await.unwrap() })
        };
        let (one_server, other_server) = (spawn(self.workflow.clone()), spawn(self.workflow.clone()));
        let sent = self.workflow.send(&slow).await;
        assert_eq!(one_server.await.unwrap() + other_server.await.unwrap(), 1);
        self.workflow.end_closing(&me, &self.screening).await.unwrap();
        let staff = match sent {
            Ok(()) => 6,
            Err(Error::NotFound | Error::Refused(Problem::Closed)) => 5,
            Err(other) => panic!("{other}"),
        };

        // Everyone whose send was acknowledged is in the picture, and nobody else.
        let screening = self.workflow.store.screening(&self.screening).await.unwrap().unwrap();
        assert_eq!((screening.state, screening.closing_ends_at), (State::Closed, None));
        let picture = screening.picture.unwrap();
        let submitted: Vec<(String, u64)> =
            picture.groups.iter().map(|count| (count.group.to_string(), count.submitted)).collect();
        let expected = [("leaders", 1), ("staff", staff), ("users", 7)];
        assert_eq!(submitted, expected.map(|(group, n)| (group.to_owned(), n)));
        let row = picture.row(Kind::FocusPoint, "2", &group("users")).unwrap();
        // Six of the seven users answered on focus point 2: 4, 2, 3, 5, 4, 3; from 5 to 9 it is n and mean alone.
        assert_eq!((row.shown, row.n, row.mean, row.sd), (Shown::Mean, Some(6), Some(3.5), None));

        // Units: Nord stays for users (5 or more), Syd (2) goes; the staff's Nord (5 or 6) stays.
        let responses = self.workflow.store.responses(&self.screening).await.unwrap();
        let named = |of: &str, unit: Option<&str>| {
            responses.iter().filter(|r| r.group == group(of) && r.unit.as_deref() == unit).count()
        };
        assert_eq!(
            (named("users", Some("Nord")), named("users", Some("Syd")), named("users", None)),
            (5, 0, 2)
        );
        assert_eq!((named("staff", Some("Nord")) as u64, named("leaders", None)), (staff, 1));

        // The browsers that held something hear that it is gone; no code is known any more.
        assert!(matches!(self.workflow.questionnaire(&moved).await, Err(Error::NotFound)));
        assert!(matches!(self.workflow.send(&moved).await, Err(Error::NotFound)));
        let typed = self.workflow.enter_code(&half_done, false, None).await;
        assert_eq!(problems(typed), one("code", Problem::CodeUnknown));
        assert_eq!(refusal(self.workflow.begin_closing(&me, &self.screening).await), Problem::WrongState);
    }

    pub(super) async fn nothing_is_left_of_codes_and_drafts(&self, files: &Files<'_>) {
        files.hold_nothing_that_pairs_or_opens(self).await;
    }

    pub(super) async fn it_is_all_there_after_a_restart(self, address: &str) {
        let before = self.workflow.store.responses(&self.screening).await.unwrap();
        let picture = self.workflow.store.screening(&self.screening).await.unwrap().unwrap().picture;
        self.store.db.close().await;
        let (workflow, _, store) = Self::open(address, 2).await;
        assert_eq!(workflow.store.responses(&self.screening).await.unwrap(), before);
        assert_eq!(workflow.store.screening(&self.screening).await.unwrap().unwrap().picture, picture);
        assert_eq!(workflow.end_due_closings().await.unwrap(), 0);
        // The salt of the codes is made once.
        let salt = workflow.store.salt([1; 32]).await.unwrap();
        assert_eq!(workflow.store.salt([2; 32]).await.unwrap(), salt);
        store.db.close().await;
    }
}
