//! Files of answers as they come: what LibreOffice, Excel and survey programs write is read, everything else is refused
//! by sheet, line and column, in bounded memory and without a panic.

#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

#[path = "spreadsheet/bytes.rs"]
mod bytes;
#[path = "spreadsheet/packages.rs"]
mod packages;

use packages::{content, ods, package, sheet, xlsx};
use pejling::spreadsheet::{read, read_instrument};
use screening::answers::import::{
    Encoding, FileFault, FileProblem, LONGEST_CELL, LONGEST_FILE, MOST_COLUMNS, MOST_LINES, Sheet, Table,
};
use workflow::ports::InstrumentFile;

/// The cells of a sheet's rows, each row with its line.
fn cells(sheet: &Sheet) -> Vec<(u64, Vec<&str>)> {
    sheet.rows.iter().map(|row| (row.line, row.cells.iter().map(|cell| &**cell).collect())).collect()
}

fn only(file: &[u8]) -> Sheet {
    let mut sheets = read(file).unwrap().sheets;
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

fn refusal(file: &[u8]) -> FileFault {
    read(file).unwrap_err()
}

/// As `tests/data/files/README.md` says they were made.
#[test]
fn libreoffice_writes_the_same_table_in_three_kinds() {
    let text = "Respondent-id;Navn;E-mail;Afsluttet;1.3 Lederen taler om os med respekt.;1.4;2.2 Kommentar\n\
                1001;Bente Holm;bente@example.dk;12-11-2026 10:31;I høj grad;4;Ved ikke\n\
                1002;Åge Sø;aage@example.dk;12-11-2026 11:02;I meget høj grad;5;I nogen grad\n\
                1003;Ib;ib@example.dk;12-11-2026 11:40;Ved ikke;;Ikke relevant for mig\n";
    let expected = Table::of(only(text.as_bytes())).unwrap();
    for file in
        [&include_bytes!("data/files/surveyxact.xlsx")[..], include_bytes!("data/files/surveyxact.ods")]
    {
        let table = Table::of(only(file)).unwrap();
        assert_eq!((&table.heads, &table.rows), (&expected.heads, &expected.rows));
        assert_eq!(table.sheet, "surveyxact");
    }
}

#[test]
fn text_is_read_however_it_is_written() {
    let text = "Navn;Æblegrød\r\nÅse;\"4; \"\"måske\"\"\r\nja\"\r\n";
    let expected = [(1, vec!["Navn", "Æblegrød"]), (2, vec!["Åse", "4; \"måske\"\r\nja"])];
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let windows: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for (file, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
        (utf16(&format!("\u{feff}{text}"), u16::to_le_bytes), Encoding::Utf16),
        (utf16(&format!("\u{feff}{text}"), u16::to_be_bytes), Encoding::Utf16),
        (utf16(text, u16::to_le_bytes), Encoding::Utf16),
        (windows, Encoding::Windows1252),
    ] {
        let sheets = read(&file).unwrap();
        assert_eq!(sheets.encoding, Some(encoding));
        assert_eq!(cells(&sheets.sheets[0]), expected, "{encoding:?}");
    }
    for (file, line) in [("a,b\n1,2", 1), ("a\tb\n1\t2", 1), ("sep=;\na;b\n1;2", 2), ("a;b,c\n1;2", 1)] {
        let sheet = only(file.as_bytes());
        assert_eq!((sheet.rows[0].line, sheet.rows[0].cells.len()), (line, 2), "{file}");
    }
    // The euro sign and dashes of Windows, which Latin-1 has not.
    assert_eq!(cells(&only(b"\x80;\x96\n1;\xe6")), [(1, vec!["€", "–"]), (2, vec!["1", "æ"])]);
}

#[test]
fn text_that_is_none_or_damaged_says_where() {
    for (file, fault) in [
        (&b"a;b\n1;\"2\n3;4\n"[..], FileFault::cell(2, 2, FileProblem::OpenQuote)),
        (b"a;b\n1;x\"y\n", FileFault::cell(2, 2, FileProblem::StrayQuote)),
        (b"a;b\n\"1\"x;2\n", FileFault::cell(2, 1, FileProblem::StrayQuote)),
        (b"%PDF-1.7\nhello", FileFault::file(FileProblem::UnknownKind)),
        (b"<html><table><tr><td>1.3</td></tr></table>", FileFault::file(FileProblem::UnknownKind)),
        (b"\x89PNG\r\n\x1a\n\x00\x00", FileFault::file(FileProblem::UnknownKind)),
        (b"\xff\xfe\x00\xd8a\x00", FileFault::file(FileProblem::UnknownKind)),
        (b"a;b\x01\n", FileFault::file(FileProblem::UnknownKind)),
    ] {
        assert_eq!(refusal(file), fault, "{}", String::from_utf8_lossy(file));
    }
    assert_eq!(read(b"").unwrap().sheets[0].rows, []);
    let ragged = Table::of(only(b"a;b\n1;2\n\n1;2;3\n")).unwrap_err();
    assert_eq!((ragged.line, ragged.why), (Some(4), FileProblem::RowLength(2, 3)));
}

#[test]
fn what_is_too_much_ends_in_a_fault() {
    let why = |file: &[u8]| refusal(file).why;
    assert_eq!(why(&vec![b'a'; LONGEST_FILE + 1]), FileProblem::TooLong(LONGEST_FILE));
    assert_eq!(why("a;".repeat(MOST_COLUMNS + 1).as_bytes()), FileProblem::TooManyColumns(MOST_COLUMNS));
    let lines = "4\n".repeat(usize::try_from(MOST_LINES).unwrap() + 1);
    assert_eq!(
        refusal(lines.as_bytes()),
        FileFault::line(MOST_LINES + 1, FileProblem::TooManyLines(MOST_LINES))
    );
    assert_eq!(why("x".repeat(LONGEST_CELL + 1).as_bytes()), FileProblem::CellTooLong(LONGEST_CELL));
    let wide = format!("{}\n", ";".repeat(250)).repeat(4_000);
    assert!(matches!(why(wide.as_bytes()), FileProblem::TooManyCells(_)));
}

#[test]
fn a_sheets_cells_stand_where_they_say() {
    let file = xlsx(&sheet(
        r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>1</t></r><r><t xml:space="preserve">.3 </t></r><rPh><t>x</t></rPh></is></c></row>
           <row><c><v>4.0</v></c><c><v>1E0</v></c><c t="str"><f>A1&amp;"x"</f><v>&lt;I&#32;høj grad&gt;</v></c></row>
           <row r="7"><c r="B7" t="b"><v>1</v></c><c r="C7" t="e"><v>#REF!</v></c><c r="D7"><f>SUM(A1:A3)</f></c><c r="ZZZ7" s="4"/></row>"#,
    ));
    assert_eq!(
        cells(&only(&file)),
        [
            (2, vec!["Id", "", "1.3 "]),
            (3, vec!["4", "1", "<I høj grad>"]),
            (7, vec!["", "TRUE", "#REF!", "=SUM(A1:A3)"]),
        ]
    );
}

#[test]
fn a_sheets_own_word_on_its_size_is_not_believed() {
    let huge = r#"<dimension ref="A1:XFD1048576"/>"#;
    let file = xlsx(
        &sheet(r#"<row r="1"><c r="A1"><v>4</v></c></row>"#)
            .replace("<sheetData>", &format!("{huge}<sheetData>")),
    );
    assert_eq!(cells(&only(&file)), [(1, vec!["4"])]);
    for (cells, line, column, why) in [
        (
            r#"<row r="1048576"><c r="A1048576"><v>4</v></c></row>"#,
            1_048_576,
            1,
            FileProblem::TooManyLines(MOST_LINES),
        ),
        (
            r#"<row r="1"><c r="XFD1"><v>4</v></c></row>"#,
            1,
            16_384,
            FileProblem::TooManyColumns(MOST_COLUMNS),
        ),
        (r#"<row r="3"><c r="B3" t="s"><v>77</v></c></row>"#, 3, 2, FileProblem::DamagedPart),
    ] {
        assert_eq!(refusal(&xlsx(&sheet(cells))), FileFault::cell(line, column, why).in_sheet("Svar"));
    }
    // Far away, and nothing in it: nobody notices.
    assert!(only(&xlsx(&sheet(r#"<row r="999999999999"><c r="ZZZZZZZZ99" s="1"/></row>"#))).rows.is_empty());
    let far = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    assert!(only(&ods(&content(far))).rows.is_empty());
    for (repeated, why) in [
        (
            r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row>"#,
            FileProblem::TooManyLines(MOST_LINES),
        ),
        (
            r#"<table:table-row><table:table-cell table:number-columns-repeated="99999999999"><text:p>4</text:p></table:table-cell></table:table-row>"#,
            FileProblem::TooManyColumns(MOST_COLUMNS),
        ),
    ] {
        assert_eq!(refusal(&ods(&content(repeated))).why, why);
    }
}

#[test]
fn one_text_in_every_cell_is_too_much_text() {
    let text = "x".repeat(LONGEST_CELL);
    let cells: String =
        (1..=600).map(|row| format!(r#"<row r="{row}"><c t="s"><v>0</v></c></row>"#)).collect();
    let shared = format!("<sst><si><t>{text}</t></si></sst>");
    let file = packages::with_shared(&sheet(&cells), &shared);
    assert!(file.len() < 100_000);
    assert!(matches!(refusal(&file).why, FileProblem::TooMuchText(_)));
}

#[test]
fn an_ods_has_values_paragraphs_and_remarks() {
    let rows = r#"<table:table-row><table:table-cell office:value-type="float" office:value="4.00"><text:p>4,0</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><office:annotation><text:p>Bente har svaret</text:p></office:annotation><text:p>I <text:span>høj</text:span><text:s text:c="2"/>grad</text:p><text:p>ja</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(
        cells(&only(&ods(&content(rows)))),
        [(1, vec!["4", "", "", "I høj  grad\nja"]), (2, vec!["5"]), (3, vec!["5"])]
    );
    let merged = r#"<table:table-row><table:table-cell><text:p>Id</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>4</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/></table:table-row>"#;
    let fault = Table::of(only(&ods(&content(merged)))).unwrap_err();
    assert_eq!(fault, FileFault::cell(2, 1, FileProblem::Merged).in_sheet("Svar"));
}

#[test]
fn merged_cells_among_the_answers_are_refused() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>"#;
    let with = |cells: &str| {
        let merge = format!("</sheetData><mergeCells><mergeCell ref=\"{cells}\"/></mergeCells>");
        Table::of(only(&xlsx(&sheet(rows).replace("</sheetData>", &merge))))
    };
    assert_eq!(with("A2:A3").unwrap_err(), FileFault::cell(2, 1, FileProblem::Merged).in_sheet("Svar"));
    assert!(with("A1:B1").is_ok());
}

#[test]
fn a_file_that_opens_for_nobody_says_what_to_do() {
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(&locked).why, FileProblem::Password);
    assert_eq!(refusal(include_bytes!("data/files/old.xls")).why, FileProblem::OldSpreadsheet);
    let sealed = package(&[
        (
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    assert_eq!(refusal(&sealed).why, FileProblem::Password);
    let whole = include_bytes!("data/files/surveyxact.xlsx");
    assert_eq!(refusal(&whole[..whole.len() - 60]).why, FileProblem::DamagedPackage);
    assert_eq!(refusal(&whole[..100]).why, FileProblem::DamagedPackage);
    assert_eq!(refusal(&package(&[("word/document.xml", "<a/>")])).why, FileProblem::UnknownKind);
    for broken in [
        "<worksheet><sheetData><row r=\"5\"><c><v>4</c>",
        "<worksheet><sheetData><row r=\"5\">",
        "<worksheet>&bomb;",
    ] {
        let fault = refusal(&xlsx(broken));
        assert_eq!((fault.sheet.as_deref(), fault.why), (Some("Svar"), FileProblem::DamagedPart), "{broken}");
    }
}

#[test]
fn a_bomb_ends_where_the_limit_is() {
    // 70 MB of blanks pack to some 70 kB.
    let blanks = format!("<worksheet>{}</worksheet>", " ".repeat(70 << 20));
    let file = xlsx(&blanks);
    assert!(file.len() < 1 << 20, "{}", file.len());
    assert!(matches!(refusal(&file).why, FileProblem::UnpacksTooLong(_)));
    let deep = format!("<worksheet>{}", "<a>".repeat(100_000));
    assert_eq!(refusal(&xlsx(&deep)).why, FileProblem::DamagedPart);
}

/// The folder as a computer packs it: within a folder of its own, with a shadow beside each file.
#[test]
fn an_instruments_folder_comes_packed() {
    let (structure, danish) = ("id = \"a\"", "\u{feff}title = \"Ét\"");
    let file = package(&[
        ("redskab/instrument.toml", structure),
        ("redskab/da.toml", danish),
        ("redskab/._da.toml", "x"),
        ("redskab/README.md", "x"),
        ("redskab/gammelt/nb.toml", "x"),
        ("__MACOSX/redskab/._instrument.toml", "x"),
    ]);
    let InstrumentFile::Files(mut files) = read_instrument(&file).unwrap() else { panic!("a folder") };
    files.sort();
    let expected = [("da.toml", "title = \"Ét\""), ("instrument.toml", structure)];
    assert_eq!(files, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    // A spreadsheet is one still, and something else is something else.
    assert!(matches!(read_instrument(&xlsx(&sheet(""))), Ok(InstrumentFile::Sheets(_))));
    let refusal = |file: &[u8]| read_instrument(file).unwrap_err().why;
    assert_eq!(refusal(&package(&[("a.txt", "x")])), FileProblem::UnknownKind);
    // A bomb, a file of a megabyte, bytes that are no text, a package cut short.
    let bomb = package(&[("instrument.toml", &" ".repeat(70 << 20))]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal(&bomb), FileProblem::TooLong(1 << 20));
    let mut many = vec![("instrument.toml", structure)];
    let names: Vec<String> = (0..40).map(|number| format!("{number}.toml")).collect();
    many.extend(names.iter().map(|name| (name.as_str(), "x")));
    assert_eq!(refusal(&package(&many)), FileProblem::UnknownKind);
    assert_eq!(refusal(&file[..file.len() - 30]), FileProblem::DamagedPackage);
}
