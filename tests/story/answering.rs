//! While it is open: those who answer.

use super::{World, group, one, problems, refusal};
use screening::answers::Answer;
use screening::comment::Consent;
use screening::id::{FocusPointId, IndicatorId};
use std::collections::BTreeMap;
use workflow::answering::{Entry, Help, LastPost, MOST_WRONG_WORDS, PagePost, Token};
use workflow::{Actor, Error, Problem};

impl World {
    pub(super) async fn nobody_answers_before_the_opening(&mut self) {
        let code = self.codes[0].code.clone();
        assert_eq!(refusal(self.workflow.enter_code(&code, false, None).await), Problem::NotOpenYet);
        let mut mistyped = code.clone();
        mistyped.replace_range(0..1, if code.starts_with('7') { "8" } else { "7" });
        let typed = self.workflow.enter_code(&mistyped, false, None).await;
        assert_eq!(problems(typed), one("code", Problem::CodeMistyped));
        let typed = self.workflow.enter_code("0000-0000-016JD", false, None).await;
        assert_eq!(problems(typed), one("code", Problem::CodeUnknown));
        assert_eq!(problems(self.workflow.enter_code(" ", false, None).await), one("code", Problem::Empty));

        let me = Actor::CommandLine;
        self.workflow.open_screening(&me, &self.screening).await.unwrap();
        assert_eq!(refusal(self.workflow.make_codes(&me, &self.screening).await), Problem::CodesMadeBefore);
    }

    /// Answers on a phone, errs, pauses, goes on at a friend's computer, sends there.
    pub(super) async fn someone_answers_and_is_interrupted(&mut self) {
        let code = self.slip("users", "Nord");
        let phone = self.starts(&code.to_lowercase().replace('-', " ")).await;

        // The users' order begins with focus point 2; two statements a page in the short form.
        let page = self.filled(&phone, 1, "4").await;
        let asked: Vec<String> = page.answers.keys().cloned().collect();
        assert_eq!(asked.len(), 2);
        assert!(asked.iter().all(|id| id.starts_with("2.")), "{asked:?}");
        self.workflow.save_page(&phone, 1, page).await.unwrap();

        // One answer off the scale, one for a statement of another page, a text that is too long: what holds is
        // kept, what does not stays as it was.
        let long = "å".repeat(2001);
        let answers = [(asked[0].as_str(), "6"), (asked[1].as_str(), "DK"), ("1.1", "3")];
        let answers = answers.map(|(id, value)| (id.to_owned(), value.to_owned())).into();
        let told = problems(
            self.workflow
                .save_page(&phone, 1, PagePost { answers, comment: Some(long), ..PagePost::default() })
                .await,
        );
        let told: BTreeMap<String, Problem> = told.into_iter().map(|p| (p.field, p.problem)).collect();
        let expected = [
            (format!("answers[{}]", asked[0]), Problem::OutsideScale),
            ("answers[1.1]".to_owned(), Problem::NotInQuestionnaire),
            ("comment".to_owned(), Problem::TooLong(2000)),
        ];
        assert_eq!(told, expected.into());
        let draft = self.workflow.questionnaire(&phone).await.unwrap().draft;
        assert_eq!(draft.answers[&IndicatorId::from(asked[0].as_str())], Answer::Step(4));
        assert_eq!(draft.answers[&IndicatorId::from(asked[1].as_str())], Answer::DontKnow);
        assert_eq!(draft.answers.len(), 2);

        // An answer is taken back, a text is written.
        let answers = [(asked[0].clone(), "4".to_owned()), (asked[1].clone(), String::new())].into();
        let comment = Some("\r\nDe banker på.\r\nAltid. ".to_owned());
        self.workflow
            .save_page(&phone, 1, PagePost { answers, comment, ..PagePost::default() })
            .await
            .unwrap();
        let draft = self.workflow.questionnaire(&phone).await.unwrap().draft;
        assert_eq!(draft.answers.len(), 1);
        assert_eq!(draft.comments[&FocusPointId::from("2")], "De banker på.\nAltid.");
        // What is not posted stays as it was: a page drawn in parts, or an older one, takes nothing away.
        let answers = [(asked[1].clone(), "4".to_owned())].into();
        self.workflow.save_page(&phone, 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
        let draft = self.workflow.questionnaire(&phone).await.unwrap().draft;
        assert_eq!(draft.answers[&IndicatorId::from(asked[0].as_str())], Answer::Step(4));
        assert_eq!(draft.comments[&FocusPointId::from("2")], "De banker på.\nAltid.");
        let beyond = self.workflow.save_page(&phone, 9, PagePost::default()).await;
        assert!(matches!(beyond, Err(Error::NotFound)));

        // The same phone goes on with the code; another device is told that it is in use.
        assert_eq!(
            self.workflow.enter_code(&code, false, Some(&phone)).await.unwrap(),
            Entry::Begin(phone.clone())
        );
        assert_eq!(self.workflow.enter_code(&code, false, None).await.unwrap(), Entry::InUse);
        let stranger = Token([9; 32]);
        assert_eq!(self.workflow.enter_code(&code, false, Some(&stranger)).await.unwrap(), Entry::InUse);
        assert!(matches!(self.workflow.questionnaire(&stranger).await, Err(Error::NotFound)));

        // The pause gives three words, the same each time, two fingers at once or not.
        let (one_tab, other_tab) =
            tokio::join!(self.workflow.pause(&phone, None), self.workflow.pause(&phone, None));
        let words = one_tab.unwrap();
        assert_eq!(words, other_tab.unwrap());
        assert_eq!(words.split(' ').count(), 3);
        assert_eq!(self.workflow.questionnaire(&phone).await.unwrap().draft.words, Some(words.clone()));

        // With code and words it goes on elsewhere, and no longer here.
        let shouted = words.to_uppercase().replace(' ', ",  ");
        let computer = self.workflow.continue_with_words(&code, &shouted).await.unwrap();
        assert!(matches!(self.workflow.questionnaire(&phone).await, Err(Error::NotFound)));
        let late = self.workflow.save_page(&phone, 1, PagePost::default()).await;
        assert!(matches!(late, Err(Error::NotFound)));
        assert!(matches!(self.workflow.send(&phone).await, Err(Error::NotFound)));
        let draft = self.workflow.questionnaire(&computer).await.unwrap().draft;
        assert_eq!(draft.comments[&FocusPointId::from("2")], "De banker på.\nAltid.");

        let wrong = LastPost {
            consent: "maybe".into(),
            help: "dog".into(),
            open_answer: Some("Tak.".into()),
            ..LastPost::default()
        };
        let told = problems(self.workflow.save_last(&computer, wrong).await);
        let fields: Vec<&str> = told.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["consent", "help"]);
        let last = LastPost {
            consent: "verbatim".into(),
            help: "relative".into(),
            open_answer: Some("Tak.".into()),
            ..LastPost::default()
        };
        self.workflow.save_last(&computer, last).await.unwrap();
        let draft = self.workflow.questionnaire(&computer).await.unwrap().draft;
        assert_eq!((draft.consent, draft.help), (Some(Consent::Verbatim), Help::Relative));

        self.workflow.send(&computer).await.unwrap();
        let receipt = self.workflow.questionnaire(&computer).await.unwrap();
        assert!(receipt.sent);
        assert!(receipt.draft.answers.is_empty());
        assert_eq!(receipt.group, group("users"));
        // The slip gives the receipt again, to whoever holds it; nothing can be changed any more.
        let again = Entry::Receipt { screening: self.screening.clone(), group: group("users") };
        assert_eq!(self.workflow.enter_code(&code, true, None).await.unwrap(), again);
        assert!(self.workflow.receipt(&self.screening, &group("users")).await.unwrap().sent);
        assert_eq!(
            refusal(self.workflow.save_page(&computer, 1, PagePost::default()).await),
            Problem::Changed
        );
        let sent = self.workflow.continue_with_words(&code, &words).await;
        assert_eq!(problems(sent), one("code", Problem::NothingBegun));
    }

    /// Somebody who handed out the slip guesses.
    pub(super) async fn words_are_guessed_in_vain(&mut self) {
        let code = self.slip("users", "Nord");
        let phone = self.starts(&code).await;
        let unused = self.slip("users", "Nord");
        let guess = |words: &'static str| self.workflow.continue_with_words(&code, words);
        // There are no words yet.
        assert_eq!(problems(guess("bjørn sæbe åkande").await), one("words", Problem::WrongWords));
        // Asked for in English by somebody who reads the questionnaire in English.
        let words = self.workflow.pause(&phone, Some("en")).await.unwrap();
        let english: Vec<&str> = include_str!("../../workflow/src/words/en.txt").lines().collect();
        assert!(words.split(' ').all(|word| english.contains(&word)), "{words}");
        assert_eq!(problems(guess("").await), one("words", Problem::Empty));
        let both = problems(self.workflow.continue_with_words("", " ").await);
        assert_eq!(both, [one("code", Problem::Empty), one("words", Problem::Empty)].concat());
        let never_begun = self.workflow.continue_with_words(&unused, "bjørn sæbe åkande").await;
        assert_eq!(problems(never_begun), one("code", Problem::NothingBegun));
        // What is no word of the list is no try.
        for _ in 0..=MOST_WRONG_WORDS {
            assert_eq!(problems(guess("xxxxx yyyyy zzzzz").await), one("words", Problem::WrongWords));
        }
        for _ in 0..MOST_WRONG_WORDS {
            assert_eq!(problems(guess("bjørn sæbe åkande").await), one("words", Problem::WrongWords));
        }
        // Now even the right ones are not taken, until the phone opens its words again.
        let right = self.workflow.continue_with_words(&code, &words).await;
        assert_eq!(problems(right), one("words", Problem::WordsLocked));
        assert!(!self.workflow.questionnaire(&phone).await.unwrap().sent);
        assert_eq!(self.workflow.pause(&phone, None).await.unwrap(), words);
        let computer = self.workflow.continue_with_words(&code, &words).await.unwrap();
        self.answers(&computer, 1, "2").await;
        self.workflow.send(&computer).await.unwrap();
    }

    /// Begun on a phone that is lost now: the old is deleted, and only on one's own word.
    pub(super) async fn someone_begins_anew(&mut self) {
        let code = self.slip("users", "Nord");
        let lost = self.starts(&code).await;
        self.answers(&lost, 1, "1").await;
        let Entry::Begin(found) = self.workflow.enter_code(&code, true, None).await.unwrap() else {
            panic!("begins again")
        };
        assert!(self.workflow.questionnaire(&found).await.unwrap().draft.answers.is_empty());
        assert!(matches!(self.workflow.questionnaire(&lost).await, Err(Error::NotFound)));
        assert!(matches!(self.workflow.send(&lost).await, Err(Error::NotFound)));
        self.answers(&found, 1, "3").await;
        self.workflow.send(&found).await.unwrap();
        assert_eq!(self.submitted("users").await, 3);
    }

    /// Two who drew the same slip at once; a double click; two tabs, one still saving.
    pub(super) async fn sending_counts_once(&mut self) {
        let code = self.slip("users", "Nord");
        let (one, other) = tokio::join!(
            self.workflow.enter_code(&code, false, None),
            self.workflow.enter_code(&code, false, None)
        );
        let token = match (one.unwrap(), other.unwrap()) {
            (Entry::Begin(token), Entry::InUse) | (Entry::InUse, Entry::Begin(token)) => token,
            _ => panic!("one begins, the other is told that the code is in use"),
        };
        self.answers(&token, 1, "5").await;
        let clicks: Vec<_> = (0..8)
            .map(|_| {
                let (workflow, token) = (self.workflow.clone(), token.clone());
                tokio::spawn(async move { workflow.send(&token).await })
            })
            .collect();
        for click in clicks {
            click.await.unwrap().unwrap();
        }
        assert_eq!(self.submitted("users").await, 4);

        // What was said to be saved is in what was sent.
        let code = self.slip("users", "Nord");
        let token = self.starts(&code).await;
        let page = self.filled(&token, 2, "5").await;
        let saving = {
            let (workflow, token) = (self.workflow.clone(), token.clone());
            tokio::spawn(async move { workflow.save_page(&token, 2, page).await })
        };
        self.workflow.send(&token).await.unwrap();
        let saved = saving.await.unwrap().is_ok();
        let responses = self.workflow.store.responses(&self.screening).await.unwrap();
        assert_eq!(responses.len(), 5);
        let fives = responses.iter().filter(|response| {
            response
                .answers
                .0
                .iter()
                .any(|(id, answer)| id.as_str().starts_with("3.") && *answer == Answer::Step(5))
        });
        assert_eq!(fives.count(), usize::from(saved));
    }

    /// The database fails in the middle of a send: nothing half is stored, the draft is there, and when it works
    /// again the same button sends.
    pub(super) async fn sending_fails_and_nothing_is_lost(&mut self) {
        let code = self.slip("users", "Syd");
        let token = self.starts(&code).await;
        self.answers(&token, 1, "4").await;
        self.statement("ALTER TABLE counter RENAME TO counter_away").await;
        assert!(matches!(self.workflow.send(&token).await, Err(Error::Unavailable(_))));
        self.statement("ALTER TABLE counter_away RENAME TO counter").await;
        assert_eq!(self.workflow.store.responses(&self.screening).await.unwrap().len(), 5);
        assert_eq!(self.submitted("users").await, 5);
        let questionnaire = self.workflow.questionnaire(&token).await.unwrap();
        assert!(!questionnaire.sent);
        assert_eq!(questionnaire.draft.answers.len(), 2);
        self.workflow.send(&token).await.unwrap();
        assert_eq!(self.workflow.store.responses(&self.screening).await.unwrap().len(), 6);
    }

    /// Users: five in Nord in all, two in Syd. Staff: five in Nord. The leader.
    pub(super) async fn everyone_else_answers(&mut self) {
        let rest = [("users", "Syd", 1), ("staff", "Nord", 5), ("leaders", "", 1)];
        for (of, unit, count) in rest {
            for number in 0..count {
                let code = self.slip(of, unit);
                let token = self.starts(&code).await;
                self.answers(&token, 1, if number % 2 == 0 { "3" } else { "4" }).await;
                self.workflow.send(&token).await.unwrap();
            }
        }
        let counts = [("users", 7), ("staff", 5), ("leaders", 1)];
        for (of, submitted) in counts {
            assert_eq!(self.submitted(of).await, submitted, "{of}");
        }
    }
}
