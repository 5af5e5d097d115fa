//! Answers from files and forms: what is taken, and what each refusal says.

mod support;

use screening::answers::{Answer, AnswersFault, FormFault, Response, parse_form, read_csv};
use screening::instrument::Form;
use std::collections::BTreeMap;
use std::io::Read;
use support::{long, odd, small};

const HEADER: &str = "response_id,group,unit,channel,helped,p1,p2,p3,p4,q1";

fn read(file: impl Read) -> Result<Vec<Response>, AnswersFault> {
    let mut responses = Vec::new();
    read_csv(file, &small(), &long(), |response| responses.push(response)).map(|()| responses)
}

fn rows(rows: &str) -> Result<Vec<Response>, AnswersFault> {
    read(format!("{HEADER}\n{rows}").as_bytes())
}

fn refusal(rows_text: &str) -> String {
    rows(rows_text).expect_err("a refusal").to_string()
}

#[test]
fn a_row_is_a_response() {
    let responses = rows("a,people,Nord,paper,helped,1,5,DK,NA,\nb,crew,,,,,,,,\n").expect("a sound file");
    assert_eq!(responses.len(), 2);
    assert_eq!((responses[0].group.as_str(), responses[0].unit.as_deref()), ("people", Some("Nord")));
    let answers = &responses[0].answers.0;
    assert_eq!(answers["p1"], Answer::Step(1));
    assert_eq!(answers["p2"], Answer::Step(5));
    assert_eq!((answers["p3"], answers["p4"]), (Answer::DontKnow, Answer::NotApplicable));
    assert_eq!(answers.get("q1").copied().unwrap_or_default(), Answer::Blank);
    assert_eq!(responses[1].unit, None);
}

#[test]
fn the_same_rows_in_any_dress_are_the_same_responses() {
    let plain = rows("a,people,Nord,paper,helped,1,5,DK,NA,\nb,crew,,,,,,,,3\n").expect("a sound file");
    let dresses: [&str; 6] = [
        "\u{feff}response_id,group,unit,channel,helped,p1,p2,p3,p4,q1\r\na,people,Nord,paper,helped,1,5,DK,NA,\r\nb,crew,,,,,,,,3\r\n",
        "response_id;group;unit;channel;helped;p1;p2;p3;p4;q1\na;people;Nord;paper;helped;1;5;DK;NA;\nb;crew;;;;;;;;3",
        "q1,p4,p3,p2,p1,helped,channel,unit,group,response_id\n,NA,DK,5,1,helped,paper,Nord,people,a\n3,,,,,,,,crew,b\n",
        "\"response_id\",\"group\",\"unit\",\"p1\",\"p2\",\"p3\",\"p4\",\"q1\"\n\"a\",\"people\",\"Nord\",\"1\",\"5\",\"DK\",\"NA\",\"\"\nb,crew,,,,,,3\n",
        "\"response_id\";\"group\";\"unit\";\"p1\";\"p2\";\"p3\";\"p4\";\"q1\"\n\"a\";\"people\";\"Nord\";\"1\";\"5\";\"DK\";\"NA\";\"\"\nb;crew;;;;;;3\n",
        "response_id,group,p1,p2,p3,p4,q1,unit\na,people,1,5,DK,NA,,Nord\nb,crew,,,,,3,",
    ];
    for dress in dresses {
        assert_eq!(read(dress.as_bytes()).expect(dress), plain, "{dress}");
    }
}

#[test]
fn a_unit_may_hold_separators_quotes_and_line_ends() {
    let responses = rows("a,people,\"Nord, \"\"øst\"\"\nog syd\",,,1,,,,\nb,people,x,,,6,,,,\n");
    assert_eq!(responses.expect_err("6").line, Some(4));
    let responses = rows("a,people,\"Nord, \"\"øst\"\"\nog syd\",,,1,,,,\n").expect("a sound file");
    assert_eq!(responses[0].unit.as_deref(), Some("Nord, \"øst\"\nog syd"));
}

#[test]
fn a_refusal_names_line_column_and_what_was_expected() {
    assert_eq!(
        refusal("a,people,,,,1,1,1,1,1\nb,people,,,,1,6,1,1,1\n"),
        "line 3, column p2: expected a whole number from 1 to 5, DK, NA or an empty cell, found \"6\""
    );
    assert_eq!(
        refusal("a,users,,,,1,1,1,1,1\n"),
        "line 2, column group: expected chiefs, people or crew, found \"users\""
    );
    assert_eq!(
        refusal("a,people,,post,,1,1,1,1,1\n"),
        "line 2, column channel: expected web, tablet or paper or an empty cell, found \"post\""
    );
    assert_eq!(refusal("a,people,,,,1,1\n"), "line 2: expected 10 cells as in the header, found 7");
}

#[test]
fn cells_are_strict() {
    for cell in [
        "+1", "-1", "01", "1.0", "1,0", " 1", "1 ", "0", "6", "11", "256", "999999", "dk", "Na", "N/A", "x",
        "１",
    ] {
        let fault = rows(&format!("a,people,,,,\"{cell}\",,,,\n")).expect_err(cell);
        assert_eq!((fault.line, fault.column.as_deref()), (Some(2), Some("p1")), "{cell}");
    }
    for (row, column) in [
        ("a,,,,,,,,,\n", "group"),
        (",people,,,,,,,,\n", "response_id"),
        ("a,People,,,,,,,,\n", "group"),
        ("a,people,,,yes,,,,,\n", "helped"),
        ("a,people,,Web,,,,,,\n", "channel"),
    ] {
        let fault = rows(row).expect_err(row);
        assert_eq!((fault.line, fault.column.as_deref()), (Some(2), Some(column)), "{row}");
    }
}

#[test]
fn the_header_holds_every_column_once() {
    let cases = [
        ("response_id,group,p1,p2,p3,p4,q1,p1\n", "p1"),
        ("response_id,group,p1,p2,p3,p4\n", "q1"),
        ("response_id,p1,p2,p3,p4,q1\n", "group"),
        ("group,p1,p2,p3,p4,q1\n", "response_id"),
        ("response_id,group,age,p1,p2,p3,p4,q1\n", "age"),
        ("response_id,Group,p1,p2,p3,p4,q1\n", "Group"),
        ("response_id,group,p1,p2,p3,p4,q1,\n", ""),
    ];
    for (header, column) in cases {
        let fault = read(header.as_bytes()).expect_err(header);
        assert_eq!((fault.line, fault.column.as_deref()), (Some(1), Some(column)), "{header}");
    }
}

#[test]
fn an_answer_where_the_group_is_not_asked_is_refused() {
    let header = "response_id,group,meals-warm,meals-table,meals-night,say-menu,say-wishes,waste-bin,waste-leftovers\n";
    for (row, column) in
        [("a,night-shift,1,2,,,,,\n", "meals-table"), ("a,volunteers,1,2,DK,,,,\n", "meals-night")]
    {
        let fault = read_csv(format!("{header}{row}").as_bytes(), &odd(), &long(), |_| {}).expect_err(row);
        assert_eq!((fault.line, fault.column.as_deref()), (Some(2), Some(column)));
    }
    let sound = format!("{header}a,night-shift,10,,0,,,7,NA\n");
    assert!(read_csv(sound.as_bytes(), &odd(), &long(), |_| {}).is_ok());
}

#[test]
fn what_is_outside_a_short_form_must_be_empty() {
    let short = BTreeMap::from([("people".into(), Form::Short)]);
    let file = |row: &str| format!("{HEADER}\n{row}\n");
    let read = |row: &str| read_csv(file(row).as_bytes(), &small(), &short, |_| {});
    assert!(read("a,people,,,,1,2,,,5").is_ok());
    assert!(read("a,crew,,,,1,2,3,4,5").is_ok());
    assert_eq!(read("a,people,,,,1,2,NA,,5").expect_err("p3").column.as_deref(), Some("p3"));
}

#[test]
fn what_can_not_be_split_is_refused_by_line_alone() {
    for (row, line) in [
        ("a,people,,,,1,1,1,1\n", 2),
        ("a,people,,,,1,1,1,1,1,\n", 2),
        ("a,people,,,,1,1,1,1,1\n\n", 3),
        ("a,people,,,,1,1,1,1,1\nb,people,\"Nord,,,1,1,1,1,1\nc,people,,,,1,1,1,1,1\n", 3),
        ("a,people,No\"rd\",,,1,1,1,1,1\n", 2),
        ("a,people,\"No\"rd,,,1,1,1,1,1\n", 2),
        ("a,people,No\"rd,,,1,1,1,1,1\n", 2),
    ] {
        let fault = rows(row).expect_err(row);
        assert_eq!((fault.line, fault.column), (Some(line), None), "{row}");
    }
    let latin1 = [HEADER.as_bytes(), b"\na,people,S\xF8nd,,,1,1,1,1,1\n"].concat();
    let fault = read(latin1.as_slice()).expect_err("not UTF-8");
    assert_eq!((fault.line, fault.column), (Some(2), None));
    let utf16 = [0xFF, 0xFE, b'r', 0, b'e', 0];
    assert_eq!(read(utf16.as_slice()).expect_err("not UTF-8").line, Some(1));
}

#[test]
fn an_empty_file_is_refused_as_a_file() {
    for file in ["", "\u{feff}"] {
        let fault = read(file.as_bytes()).expect_err("empty");
        assert_eq!((fault.line, fault.column), (None, None));
    }
    assert_eq!(read(HEADER.as_bytes()).expect("no responses"), []);
}

#[test]
fn an_endless_row_is_refused_before_memory_is_full() {
    let endless = |start: &str, byte: u8| std::io::Cursor::new(start.to_owned()).chain(std::io::repeat(byte));
    let fault = read(endless("", b'a')).expect_err("an endless header");
    assert_eq!((fault.line, fault.column), (None, None));
    let fault = read(endless("\"", b'\n')).expect_err("an endless header");
    assert_eq!((fault.line, fault.column), (None, None));
    for start in ["a,people,\"", "a,people,", ""] {
        let fault = read(endless(&format!("{HEADER}\n{start}"), b'x')).expect_err(start);
        assert_eq!((fault.line, fault.column), (Some(2), None), "{start}");
    }
}

#[test]
fn a_reader_that_gives_a_byte_at_a_time_gives_the_same() {
    struct Drip<'a>(&'a [u8]);
    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let one = self.0.len().min(1);
            buffer[..one].copy_from_slice(&self.0[..one]);
            self.0 = &self.0[one..];
            Ok(one)
        }
    }
    let file = format!("\u{feff}{HEADER}\r\na,people,\"N\"\"ord\",,,1,2,3,4,5\r\nb,crew,Øst,,,5,4,3,2,1");
    assert_eq!(
        read(Drip(file.as_bytes())).expect("a sound file"),
        read(file.as_bytes()).expect("a sound file")
    );
}

#[test]
fn a_refusal_is_one_line_whatever_the_cell() {
    let long_cell = "æ\n\u{1b}[31m".repeat(50);
    let refusal = refusal(&format!("a,\"{long_cell}\",,,,,,,,\n"));
    assert!(!refusal.contains(['\n', '\u{1b}']) && refusal.chars().count() < 300, "{refusal}");
}

fn page(form: Form, values: &[(&str, &str)]) -> Result<Vec<(String, Answer)>, FormFault> {
    let answers = parse_form(&small(), &"people".into(), form, &"p".into(), values.iter().copied())?;
    Ok(answers.0.into_iter().map(|(id, answer)| (id.to_string(), answer)).collect())
}

#[test]
fn a_page_holds_the_answers_of_its_focus_point() {
    let answers = page(Form::Long, &[("p1", "5"), ("p2", "DK"), ("p3", ""), ("p4", "NA")]).expect("a page");
    let expected = [("p1", Answer::Step(5)), ("p2", Answer::DontKnow), ("p4", Answer::NotApplicable)];
    assert_eq!(answers, expected.map(|(id, answer)| (id.to_owned(), answer)));
    assert_eq!(page(Form::Long, &[]).expect("nothing answered"), []);
}

#[test]
fn a_page_refuses_what_it_does_not_ask_and_names_the_item() {
    assert_eq!(page(Form::Long, &[("q1", "3")]), Err(FormFault::NotAsked("q1".into())));
    assert_eq!(page(Form::Short, &[("p3", "3")]), Err(FormFault::NotAsked("p3".into())));
    assert_eq!(page(Form::Long, &[("p1", "3"), ("p2", "6")]), Err(FormFault::NotOnScale("p2".into())));
    assert_eq!(page(Form::Long, &[("p2", "0")]).expect_err("0").item().map(|id| id.as_str()), Some("p2"));
    let no_page = parse_form(&odd(), &"night-shift".into(), Form::Long, &"say".into(), []);
    assert_eq!(no_page, Err(FormFault::NoSuchPage("say".into())));
}
