//! A workbook as a spreadsheet reads it.

use calamine::{Data, Reader, Xlsx};
use screening::picture::Figure;
use std::io::Cursor;

/// The cells of a sheet, row by row.
pub(crate) type Cells = Vec<Vec<Data>>;

/// Every sheet with its name; no cell of them is a formula.
pub(crate) fn sheets(bytes: Vec<u8>) -> Vec<(String, Cells)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    for name in &names {
        assert!(book.worksheet_formula(name).expect("a sheet").is_empty(), "a formula in {name}");
    }
    let cells = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    names.iter().map(|name| (name.clone(), cells(book.worksheet_range(name).expect("a sheet")))).collect()
}

/// Under the row of heads that begins with this, each row as head → cell.
pub(crate) fn table<'a>(cells: &'a Cells, first: &str) -> (Vec<String>, Vec<&'a [Data]>) {
    let at = cells.iter().position(|row| row[0] == Data::String(first.to_owned())).expect("the heads");
    let heads = cells[at].iter().map(ToString::to_string).collect();
    (heads, cells[at + 1..].iter().map(Vec::as_slice).collect())
}

/// The number in a cell, if there is any.
pub(crate) fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Empty => None,
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        Data::String(text) if text.is_empty() => None,
        other => panic!("{other:?} is no number"),
    }
}

/// What must stand where a mean or difference does.
pub(crate) fn mean(figure: Option<Figure>) -> Data {
    let written = |sign: char, bound: f64| {
        let digits = if bound.fract() == 0.0 { format!("{bound:.1}") } else { bound.to_string() };
        Data::String(format!("{sign}{}", digits.replace('.', ",").replace('-', "−")))
    };
    match figure {
        None => Data::Empty,
        Some(Figure::Value(value)) => Data::Float(value),
        Some(Figure::Over(bound)) => written('>', bound),
        Some(Figure::Under(bound)) => written('<', bound),
    }
}
