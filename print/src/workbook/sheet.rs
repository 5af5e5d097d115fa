//! One sheet while it is filled: rows from the top, each cell with its look.

use rust_xlsxwriter::{ColNum, Color, Format, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError};
use screening::language::Language;
use screening::picture::Figure;
use std::ops::Range;

/// The accent of the pages.
const PINE: Color = Color::RGB(0x1d_5444);
const TINT: Color = Color::RGB(0xe7_efe9);
const LINE: Color = Color::RGB(0xde_dbd0);
const SOFT: Color = Color::RGB(0x46_524e);

/// As many letters as a cell takes.
const LONGEST_TEXT: usize = 32_767;

/// Points of a row with one line of text.
const LINE_HEIGHT: f64 = 15.0;

/// How much wider a letter may be than the digit that widths are counted in, and what a line loses to whole words.
const LETTER: f64 = 1.15;

/// An id and a title as they stand together.
pub(super) fn numbered(id: &str, title: &str) -> String {
    if title == id || title.is_empty() { id.to_owned() } else { format!("{id} {title}") }
}

/// How cells look.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) lead: Format,
    pub(super) head: Format,
    pub(super) head_number: Format,
    pub(super) head_note: Format,
    pub(super) block: Format,
    pub(super) text: Format,
    pub(super) link: Format,
    pub(super) soft: Format,
    /// Words beside numbers.
    pub(super) note: Format,
    pub(super) count: Format,
    pub(super) mean: Format,
    pub(super) difference: Format,
    pub(super) share: Format,
    pub(super) alpha: Format,
    /// Text in a column of numbers: bounds, what is hidden.
    pub(super) aside: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let number = cell.clone().set_align(FormatAlign::Right);
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(PINE)
            .set_align(FormatAlign::Bottom)
            .set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(16).set_font_color(PINE),
            lead: Format::new().set_font_color(SOFT),
            head_note: head.clone().set_align(FormatAlign::Left).set_indent(1),
            head_number: head.clone().set_align(FormatAlign::Right),
            head,
            block: Format::new()
                .set_bold()
                .set_background_color(TINT)
                .set_align(FormatAlign::Top)
                .set_border_top(FormatBorder::Thin)
                .set_border_top_color(PINE),
            text: cell.clone().set_text_wrap(),
            link: cell.clone().set_text_wrap().set_font_color(PINE),
            note: cell
                .clone()
                .set_align(FormatAlign::Left)
                .set_text_wrap()
                .set_font_color(SOFT)
                .set_indent(1),
            soft: cell.set_text_wrap().set_font_color(SOFT),
            count: number.clone().set_num_format("#,##0"),
            mean: number.clone().set_num_format("0.0"),
            difference: number.clone().set_num_format("+0.0;-0.0;0.0"),
            share: number.clone().set_num_format("0 %"),
            alpha: number.clone().set_num_format("0.00"),
            aside: number.set_text_wrap().set_font_color(SOFT),
        }
    }
}

/// A sheet and the row that is next.
pub(super) struct Sheet<'a> {
    pub(super) page: &'a mut Worksheet,
    pub(super) looks: &'a Looks,
    /// The next row.
    pub(super) row: RowNum,
    /// The columns' widths, as far as they are set.
    widths: Vec<f64>,
    /// Lines in the fullest cell of this row.
    lines: f64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(page: &'a mut Worksheet, looks: &'a Looks) -> Self {
        Self { page, looks, row: 0, widths: Vec::new(), lines: 1.0 }
    }

    /// The columns' widths in digits, from the first.
    pub(super) fn widths(&mut self, widths: &[f64]) -> Result<(), XlsxError> {
        for (column, width) in widths.iter().enumerate() {
            self.page.set_column_width(place(column)?, *width)?;
        }
        self.widths = widths.to_vec();
        Ok(())
    }

    /// Ends the row, as high as its text needs: not every program finds out by itself.
    pub(super) fn next(&mut self) -> Result<(), XlsxError> {
        if self.lines > 1.0 {
            self.page.set_row_height(self.row, LINE_HEIGHT * self.lines)?;
        }
        self.lines = 1.0;
        self.row += 1;
        Ok(())
    }

    /// The sheet's title and the lines under it, which run over the columns beside them.
    pub(super) fn title(&mut self, title: &str, lines: &[String]) -> Result<(), XlsxError> {
        self.across(title, &self.looks.title)?;
        self.row += 1;
        for line in lines {
            self.across(line, &self.looks.lead)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// A row of heads, some of them over `numbers`. `frozen`: it and what is above and the first column stay in
    /// sight, and it is printed on every page.
    pub(super) fn heads(
        &mut self,
        heads: &[String],
        numbers: Range<usize>,
        frozen: bool,
    ) -> Result<(), XlsxError> {
        for (column, head) in heads.iter().enumerate() {
            let look = match column {
                column if numbers.contains(&column) => &self.looks.head_number,
                // After numbers at the right, words begin a little in.
                column if column == numbers.end => &self.looks.head_note,
                _ => &self.looks.head,
            };
            self.text(place(column)?, head, look)?;
        }
        if frozen {
            self.page.set_repeat_rows(self.row, self.row)?;
            self.page.set_freeze_panes(self.row + 1, 1)?;
        }
        self.next()
    }

    /// A string in the first cell that runs over the empty cells beside it.
    pub(super) fn across(&mut self, text: &str, look: &Format) -> Result<(), XlsxError> {
        let lines = self.lines;
        self.text(0, text, look)?;
        self.lines = lines;
        Ok(())
    }

    /// A string cell of this row, whatever it begins with; one that a spreadsheet would read as a formula when
    /// someone edits it is marked as text.
    pub(super) fn text(&mut self, column: ColNum, text: &str, look: &Format) -> Result<(), XlsxError> {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        if let Some(width) = self.widths.get(usize::from(column)) {
            let lines =
                text.lines().map(|line| (line.chars().count() as f64 * LETTER / width).ceil().max(1.0));
            self.lines = self.lines.max(lines.sum());
        }
        let begins = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        let marked = begins.then(|| look.clone().set_quote_prefix());
        self.page.write_string_with_format(self.row, column, text, marked.as_ref().unwrap_or(look))?;
        Ok(())
    }

    /// An empty cell with the row's line under it.
    pub(super) fn empty(&mut self, column: ColNum) -> Result<(), XlsxError> {
        self.page.write_blank(self.row, column, &self.looks.text)?;
        Ok(())
    }

    /// A number; empty where there is none.
    pub(super) fn number(
        &mut self,
        column: ColNum,
        number: Option<f64>,
        look: &Format,
    ) -> Result<(), XlsxError> {
        match number {
            Some(number) => self.page.write_number_with_format(self.row, column, number, look).map(|_| ()),
            None => self.empty(column),
        }
    }

    /// A count.
    pub(super) fn count(&mut self, column: ColNum, count: Option<u64>) -> Result<(), XlsxError> {
        self.number(column, count.map(|count| count as f64), &self.looks.count)
    }

    /// A mean or difference, a bound as text; empty where there is none.
    pub(super) fn figure(
        &mut self,
        column: ColNum,
        figure: Option<Figure>,
        language: &dyn Language,
        look: &Format,
    ) -> Result<(), XlsxError> {
        match figure.and_then(|figure| language.bounded(figure)) {
            Some(bound) => self.text(column, &bound, &self.looks.aside),
            None => self.number(column, figure.map(Figure::number), look),
        }
    }
}

/// A column by its place.
pub(super) fn place(column: usize) -> Result<ColNum, XlsxError> {
    ColNum::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}
