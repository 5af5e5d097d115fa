//! What the typesetter may see: one template, the data it is given, and our own fonts. Nothing else exists.

use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontWeight};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// What the templates call the typeface.
const FAMILY: &str = "IBM Plex Sans";

/// Regular and semibold with their weights: the typeface of the pages, but whole. A page falls back to the device's
/// own fonts; paper has no other, and a name may be Polish and a quote Ukrainian. A PDF holds only what it uses.
const FONT_FILES: [(&[u8], u16); 2] = [
    (include_bytes!("../fonts/IBMPlexSans-Regular.ttf"), 400),
    (include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"), 600),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FONT_FILES.iter().filter_map(|(file, _)| Font::new(Bytes::new(*file), 0)).collect());

/// What each font is, said here and not read from the file, which calls its semibold a family of its own: semibold
/// words would quietly be set in regular.
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| {
    let mut book = FontBook::new();
    for (font, (_, weight)) in FONTS.iter().zip(FONT_FILES) {
        let mut info = font.info().clone();
        info.family = FAMILY.to_owned();
        info.variant.weight = FontWeight::from_number(weight);
        book.push(info);
    }
    LazyHash::new(book)
});

/// The language of the templates. `A11yExtras` is what marks the first cell of a row as its header.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

/// Whether every font file could be read. Without a font the words would be missing and nobody told.
pub(crate) fn fonts_are_whole() -> bool {
    FONTS.len() == FONT_FILES.len()
}

/// The fonts' files, regular first, for what draws letters itself.
pub(crate) fn font_files() -> [&'static [u8]; 2] {
    FONT_FILES.map(|(file, _)| file)
}

/// The fonts that every page is set in.
pub(crate) fn fonts() -> &'static [Font] {
    &FONTS
}

/// The place of a file that exists only here. Places are kept for good by the typesetter, so names are few and fixed.
pub(crate) fn place(name: &str) -> Result<FileId, FileError> {
    let path = VirtualPath::new(name).map_err(|_| FileError::NotFound(name.into()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One template and the files it may read.
pub(crate) struct Desk {
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    /// A desk with `template` on it and nothing to read yet.
    pub(crate) fn new(template: Source) -> Self {
        Self { template, files: Vec::new() }
    }

    /// Lays a file on the desk.
    pub(crate) fn lay(&mut self, name: &str, content: Bytes) -> Result<(), FileError> {
        self.files.push((place(name)?, content));
        Ok(())
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
            .find(|(place, _)| *place == id)
            .map(|(_, content)| content.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
