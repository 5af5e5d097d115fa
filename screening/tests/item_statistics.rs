//! How each statement did, worked by hand and by R, and what is said of it.

mod support;

use screening::answers::{Answer, Answers, Response};
use screening::disclosure::disclose;
use screening::export::Export;
use screening::instrument::Instrument;
use screening::item_statistics::{Advice, Item, advised, items, told, write_csv};
use screening::language::{Danish, LANGUAGES};
use screening::picture::Published;
use screening::pilot::Notes;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};

/// Users who gave these answers on indicators of the shipped instrument: a cell each, `DK` and `NA` too.
fn published(instrument: &Instrument, indicators: &[&str], persons: &[&[&str]]) -> Published {
    let mut scorer = Scorer::new(instrument, &Default::default());
    for person in persons {
        let answer = |cell: &&str| match *cell {
            "DK" => Answer::DontKnow,
            "NA" => Answer::NotApplicable,
            "" => Answer::Blank,
            step => Answer::Step(step.parse().expect("a step")),
        };
        let answers = indicators.iter().map(|id| (*id).into()).zip(person.iter().map(answer)).collect();
        scorer.add(&Response { group: "users".into(), unit: None, answers: Answers(answers) });
    }
    disclose(&scorer.finish(&Invited::default()), instrument, GroupSize::default()).published(instrument)
}

fn export<'a>(published: &Published, instrument: &'a Instrument) -> Export<'a> {
    Export::new(published, instrument, &Danish, ("Egelunden", "Forår"), (2026, 11, 22))
}

fn of(published: &Published, instrument: &Instrument, id: &str) -> Item {
    let found = items(&export(published, instrument), &"users".into());
    found.into_iter().find(|item| item.id.as_str() == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Twenty users on 2.2: 14 score it (12 of them 5, one 1, one 3), 6 say *don't know*. 6/20 = 30 %, 12/14 = 86 %,
/// 1/14 = 7 %. Mean (60 + 1 + 3) / 14 = 4.57; squares about it 12 × 0.184 + 12.755 + 2.469 = 17.43, over 13 and the root
/// 1.158. *Not relevant* has nobody: a count under 5 is not given.
#[test]
fn shares_are_of_those_they_are_said_to_be_of() {
    let instrument = support::recovery();
    let mut persons: Vec<&[&str]> = vec![&["5"]; 12];
    persons.extend([&["1"][..], &["3"]]);
    persons.extend(vec![&["DK"][..]; 6]);
    let item = of(&published(&instrument, &["2.2"], &persons), &instrument, "2.2");
    assert_eq!((item.n, item.dont_know, item.not_relevant), (Some(14), Some(30), None));
    assert_eq!((item.lowest, item.highest), (Some(7), Some(86)));
    assert_eq!((item.mean.map(|mean| mean.number()), item.sd), (Some(4.6), Some(1.2)));
    assert_eq!(item.advice, [Advice::DontKnow, Advice::Highest]);
    assert_eq!(
        advised(&item, &Danish)[0],
        "Mange svarer »ved ikke« (30\u{a0}%): spørg om noget, man kan se."
    );
}

/// Below d = 10 only n and mean, below k = 5 nothing: no share and no advice.
#[test]
fn few_answers_give_no_shares() {
    let instrument = support::recovery();
    let nine = of(&published(&instrument, &["2.2"], &[&["3"][..]; 9]), &instrument, "2.2");
    assert_eq!((nine.n, nine.highest, nine.sd, nine.dont_know), (Some(9), None, None, None));
    assert!(nine.advice.is_empty() && nine.mean.is_some());
    let four = published(&instrument, &["2.2"], &[&["3"][..]; 4]);
    assert!(items(&export(&four, &instrument), &"users".into()).is_empty());
}

/// Focus point 2 has four statements. Each of ten patterns is given by three persons, so that 30 are complete. R 4.2.2:
/// `x <- rbind(c(5,4,5,1), c(4,4,4,2), c(4,5,4,1), c(3,3,3,4), c(2,3,2,3), c(2,2,1,5), c(5,5,4,2), c(1,2,2,4), c(3,4,3,3),
/// c(4,3,5,2)); x <- x[rep(1:10, 3),]; sapply(1:4, function(i) cor(x[,i], rowSums(x[,-i])))`
const PATTERNS: [[&str; 4]; 10] = [
    ["5", "4", "5", "1"],
    ["4", "4", "4", "2"],
    ["4", "5", "4", "1"],
    ["3", "3", "3", "4"],
    ["2", "3", "2", "3"],
    ["2", "2", "1", "5"],
    ["5", "5", "4", "2"],
    ["1", "2", "2", "4"],
    ["3", "4", "3", "3"],
    ["4", "3", "5", "2"],
];

#[test]
fn a_statement_beside_the_others_is_that_of_r() {
    let instrument = support::recovery();
    let ids = ["2.1", "2.2", "2.3", "2.4"];
    let mut persons: Vec<&[&str]> = Vec::new();
    for _ in 0..3 {
        persons.extend(PATTERNS.iter().map(|pattern| &pattern[..]));
    }
    let thirty = published(&instrument, &ids, &persons);
    let found = ids.map(|id| of(&thirty, &instrument, id));
    assert_eq!(found.each_ref().map(|item| item.item_rest), [Some(0.88), Some(0.56), Some(0.52), Some(-0.9)]);
    assert_eq!(found[3].advice, [Advice::Against]);
    // One person fewer: none of it.
    let fewer = published(&instrument, &ids, &persons[1..]);
    assert!(ids.iter().all(|id| of(&fewer, &instrument, id).item_rest.is_none()));
    // Nobody differs: a correlation there is not.
    let alike = published(&instrument, &ids, &[&["3", "3", "3", "3"][..]; 40]);
    assert!(ids.iter().all(|id| of(&alike, &instrument, id).item_rest.is_none()));
}

/// 2.4 by chance: 15 patterns twice over in which it hardly follows the others.
#[test]
fn a_statement_that_stands_apart_is_told() {
    let instrument = support::recovery();
    let ids = ["2.1", "2.2", "2.3", "2.4"];
    // Levels 1 to 5 of the first three, and each level with 2, 3 and 4 on the last: no correlation at all.
    let steps = ["1", "2", "3", "4", "5"];
    let rows: Vec<[&str; 4]> =
        steps.iter().flat_map(|step| ["2", "3", "4"].map(|last| [*step, *step, *step, last])).collect();
    let persons: Vec<&[&str]> = rows.iter().chain(&rows).map(|row| &row[..]).collect();
    let last = of(&published(&instrument, &ids, &persons), &instrument, "2.4");
    assert_eq!((last.item_rest, last.advice), (Some(0.0), vec![Advice::Apart]));
}

#[test]
fn the_file_has_a_row_a_statement_and_the_advice_in_each_language() {
    let instrument = support::recovery();
    let published = published(&instrument, &["2.2"], &[&["5"][..]; 12]);
    for language in LANGUAGES {
        let mut file = Vec::new();
        write_csv(&export(&published, &instrument), language, None, &mut file).expect("written");
        let text = String::from_utf8(file).expect("UTF-8");
        let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(rows.len(), 2, "{}", language.code());
        assert_eq!(rows[0].split(';').count(), 11);
        assert!(rows[1].contains("100") && rows[1].ends_with(['.', '?']), "{}", rows[1]);
    }
}

/// Nine have n and mean and nothing to mend by: neither page nor file speaks of them.
#[test]
fn a_group_with_means_alone_is_told_of_nowhere() {
    let instrument = support::recovery();
    let of = |count: usize| published(&instrument, &["2.2"], &vec![&["3"][..]; count]);
    for (count, groups, lines) in [(9, 0, 1), (10, 1, 2)] {
        let published = of(count);
        let export = export(&published, &instrument);
        assert_eq!(told(&export).len(), groups, "{count}");
        let mut file = Vec::new();
        write_csv(&export, &Danish, None, &mut file).expect("written");
        assert_eq!(String::from_utf8(file).expect("UTF-8").lines().count(), lines, "{count}");
    }
}

/// Of a pilot the notes stand in a column of their own, each on a line of its cell; a statement that too few scored is there
/// for its notes alone, and a cell that a spreadsheet would run is none.
#[test]
fn notes_stand_beside_their_statement() {
    let instrument = support::recovery();
    let published = published(&instrument, &["2.2"], &[&["5"][..]; 12]);
    let at = |id: &str| ("users".into(), id.into());
    let notes = Notes::from([
        (at("2.2"), vec!["Alvorligt?".to_owned(), "Klart nok.".to_owned()]),
        (at("3.1"), vec!["=1+1".to_owned()]),
    ]);
    let written = |notes: Option<&Notes>| {
        let mut file = Vec::new();
        write_csv(&export(&published, &instrument), &Danish, notes, &mut file).expect("written");
        let file = String::from_utf8(file).expect("UTF-8");
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(file.as_bytes());
        let rows = reader.records().map(|row| row.expect("a row"));
        rows.map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let rows = written(Some(&notes));
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].last().map(String::as_str), Some("Noter"));
    assert_eq!(rows[1].last().map(String::as_str), Some("Alvorligt?\nKlart nok."));
    assert!(rows[2][1].starts_with("3.1 ") && rows[2][2..11].iter().all(String::is_empty), "{:?}", rows[2]);
    assert!(!rows[2][11].starts_with('='), "{:?}", rows[2]);
    assert!(rows.iter().all(|row| row.len() == 12));
    assert!(written(None).iter().all(|row| row.len() == 11));
}
