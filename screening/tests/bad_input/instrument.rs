//! Instruments, broken in every way.

use crate::mutate::{Dice, mutated};
use crate::{corpus, tries};
use screening::instrument::load::limits::{LARGEST_FILE, MOST_FAULTS};
use screening::instrument::load::{Fault, load};
use screening::instrument::{Form, Instrument, sheet};

const STRUCTURE: &str = include_str!("../../../tests/instruments/odd/instrument.toml");
const DANISH: &str = include_str!("../../../tests/instruments/odd/da.toml");

/// Between structure and texts in a file of the corpus.
const BETWEEN: char = '\u{1}';

/// Loads; checks what must hold whether it is read or refused.
fn read(structure: &str, danish: &str) -> Result<Instrument, Vec<Fault>> {
    let read = load(("instrument.toml", structure), &[("da", "da.toml", danish)]);
    match &read {
        Ok(instrument) => is_sound(instrument),
        Err(faults) => {
            assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS);
            for fault in faults {
                let said = fault.to_string();
                assert!(!said.chars().any(char::is_control) && said.chars().count() < 1500, "{said:?}");
                let text = if fault.file == "da.toml" { danish } else { structure };
                assert!((1..=text.split('\n').count()).contains(&fault.line), "{said}");
                assert!(!fault.field.is_empty() && !fault.message.is_empty(), "{said}");
            }
        }
    }
    read
}

/// What every page relies on.
fn is_sound(instrument: &Instrument) {
    let scale = instrument.scale;
    assert!((2..=11).contains(&scale.steps()) && scale.contains(scale.agree_from));
    let texts = instrument.texts("da");
    assert_eq!(texts.scale.labels.len(), scale.steps());
    assert!(!instrument.groups.is_empty());
    for group in &instrument.groups {
        assert!(!instrument.questionnaire(&group.id, Form::Long).is_empty());
        assert_eq!(group.order.len(), instrument.focus_points.len());
    }
    for indicator in instrument.indicators() {
        assert!(indicator.groups.iter().all(|group| texts.item(&indicator.id, group).is_some()));
    }
    let copy = serde_json::to_string(instrument).expect("JSON");
    assert_eq!(serde_json::from_str::<Instrument>(&copy).expect("a frozen copy"), *instrument);
}

#[test]
fn any_text_is_read_or_refused_with_file_line_and_field() {
    let mut dice = Dice(4);
    let (mut sound, tries) = (0, tries(1500));
    for number in 0..tries {
        let changed = |dice: &mut Dice, text: &str| {
            String::from_utf8_lossy(&mutated(dice, text.as_bytes())).into_owned()
        };
        let (mut structure, mut danish) = (STRUCTURE.to_owned(), DANISH.to_owned());
        if number % 3 != 0 {
            structure = changed(&mut dice, &structure);
        }
        if number % 3 != 1 {
            danish = changed(&mut dice, &danish);
        }
        sound += u64::from(read(&structure, &danish).is_ok());
    }
    println!("{tries} mutated instruments, {sound} still sound");
    assert!(read(STRUCTURE, DANISH).is_ok());
}

#[test]
fn what_a_fuzzer_found_stays_harmless() {
    for (name, file) in corpus("instrument") {
        let text = String::from_utf8(file).expect("UTF-8");
        let (structure, danish) = text.split_once(BETWEEN).unwrap_or((&text, ""));
        println!("{name}: {}", if read(structure, danish).is_ok() { "read" } else { "refused" });
    }
}

fn refused(structure: &str, danish: &str) -> Vec<Fault> {
    read(structure, danish).expect_err("a fault")
}

#[test]
fn depth_is_refused_and_never_overflows() {
    let deep = 50_000;
    for structure in [
        format!("a = {}", "[".repeat(deep)),
        format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("a = {}", "{ a = ".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
        format!("{}a = 1", "a.".repeat(deep)),
    ] {
        assert_eq!(refused(&structure, "")[0].file, "instrument.toml");
    }
}

#[test]
fn absurd_sizes_end_in_a_fault() {
    let too_large = "#".repeat(LARGEST_FILE + 1);
    assert_eq!(
        refused(&too_large, DANISH)[0].to_string(),
        "instrument.toml:1: TOML: is larger than 1048576 bytes: no instrument is"
    );
    let messages = |structure: &str, danish: &str| -> Vec<String> {
        refused(structure, danish).iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect()
    };
    let many = |table: &str, of: usize| -> String {
        (0..of)
            .map(|number| format!("[[{table}]]\nid = \"{table}{number}\"\ndisclosure = \"protected\"\n"))
            .collect()
    };
    let groups = messages(&format!("{STRUCTURE}{}", many("groups", 5000)), DANISH);
    assert!(groups.contains(&"groups: must hold at most 20 tables, not 5004".to_owned()), "{groups:?}");
    let indicators: String =
        (0..12_000).map(|number| format!("[[focus_points.indicators]]\nid = \"i{number}\"\n")).collect();
    let indicators = messages(&format!("{STRUCTURE}\n[[focus_points]]\nid = \"more\"\n{indicators}"), DANISH);
    assert!(indicators.iter().any(|said| said.ends_with("at most 500 tables, not 12000")), "{indicators:?}");
    let words = "\"a\",".repeat(200_000);
    let list = messages(&STRUCTURE.replacen("languages = [", &format!("languages = [{words}"), 1), DANISH);
    assert!(list.iter().any(|said| said.contains("at most 200 texts")), "{list:?}");
    // As many faults as a file can hold, each about a name as long as it can be.
    let keys: String = (0..90_000).map(|number| format!("k{number}=1\n")).collect();
    assert_eq!(messages(&keys, &keys).len(), MOST_FAULTS);
    let name = "n".repeat(LARGEST_FILE / 2);
    assert!(
        !messages(&format!("[[groups]]\nid = \"{name}\"\n{}", "[[groups]]\nid = 1\n".repeat(999)), "")
            .is_empty()
    );
    assert_eq!(messages(&"=\n".repeat(LARGEST_FILE / 2), "").len(), MOST_FAULTS);
}

#[test]
fn any_sheet_is_read_or_refused_with_row_and_column() {
    let mut sheet = Vec::new();
    let odd = read(STRUCTURE, DANISH).expect("a sound instrument");
    sheet::write(&odd, &mut sheet).expect("written");
    let mut dice = Dice(5);
    let (mut sound, tries) = (0, tries(600));
    for _ in 0..tries {
        match sheet::read(&mutated(&mut dice, &sheet)) {
            Ok(folder) => {
                is_sound(&folder.instrument);
                sound += 1;
            }
            Err(faults) => {
                assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS);
                assert!(faults.iter().all(|fault| fault.row > 0 && !fault.column.is_empty()));
                assert!(faults.iter().all(|fault| fault.to_string().chars().count() < 2000));
            }
        }
    }
    assert!(sound > tries / 50 && sound < tries, "{sound} of {tries}");
}
