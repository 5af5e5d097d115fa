//! What can be wrong with an instrument's files, whatever their shape: for whoever says it in another language than the
//! English messages of the command line, which say the same.

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// This must be there and is not: the field.
    Missing(String),
    /// There is nothing in it.
    Empty,
    /// Not known here; these are.
    Unknown(Vec<String>),
    /// Must be a whole number within these.
    Number(i64, i64),
    /// Must be a share from 0 to 1.
    Share,
    /// Must be yes or no.
    YesNo,
    /// Must be one of these.
    OneOf(Vec<String>),
    /// An id that is not made of letters, digits, `.`, `-` and `_`.
    IdForm,
    /// Something else has this id, or it has a meaning of its own in the files.
    IdTaken(String),
    /// No language code.
    LanguageCode,
    /// A language is named that has no texts here.
    NoTexts(String),
    /// There are texts of a language that is not named.
    NotNamed(String),
    /// A scale of so many steps; 2 to 11 may be.
    Steps(i64),
    /// Must be on the scale, between these.
    OffScale(u8, u8),
    /// So many labels are needed, so many are there.
    Labels(usize, usize),
    /// More than so many.
    TooMany(usize),
    /// No focus point has this id.
    NoPoint(String),
    /// An order leaves these focus points out.
    OrderLacks(Vec<String>),
    /// No value has this id.
    NoValue(String),
    /// This is no group, or none that is asked here.
    NoGroup(String),
    /// Nothing asks the group.
    NeverAsked(String),
    /// There is no focus point, or no indicator in one.
    NothingAsked,
    /// The same text twice.
    Twice(String),
    /// A text names something in braces that is not offered.
    UnknownName(String),
    /// A text names a form in braces that this word lacks.
    NoForm(String, String),
    /// The form of a word names another word.
    NamesAnother,
    /// Written as something else than is expected there.
    Kind,
    /// The file can't be read as such.
    Unreadable,
    /// So many faults or more; the rest is told when these are mended.
    More(usize),

    /// A file of more bytes than this.
    TooLarge(usize),
    /// Not UTF-8.
    NotUtf8,
    /// The first row is not that of an instrument's sheet.
    Heads,
    /// Something stands behind the last head.
    BeyondHeads,
    /// This row is about the same already.
    Repeated(u64),
    /// A row of structure holds a text.
    NotAText,
    /// A row of texts holds structure.
    NotStructure,
    /// A form of a word that no row offers.
    NoSuchWord,
    /// The indicator is in no focus point.
    InNoPoint(String),

    /// Neither an instrument nor a form.
    NotAnInstrument,
    /// A form without this sheet, or with nothing in it.
    NoSheet(String),
    /// A form's sheet without a column of this name.
    NoColumn(String),
    /// A head names a language without its code.
    HeadLanguage,
    /// The steps of a scale are not whole numbers one after another, but these.
    StepNumbers(String),
    /// A page or question without a name.
    Nameless,
    /// The name that the page or question in this row has.
    NameTaken(String, u64),
    /// Closes a group that is not open.
    ClosesNothing,
    /// Opens a group that is never closed.
    NeverClosed,
    /// Asks with a list that is nowhere.
    NoList(String),
    /// Nothing is asked by one choice of several.
    NoChoices,
    /// Left out: its choices are not those of this list.
    OtherChoices(String),
    /// Left out: a kind of question that an instrument has not.
    OtherKind(String),
    /// Left out: each page ends with a field for words anyway.
    WordsAnyway,
    /// Left out: an instrument asks everyone in the group.
    Condition,
    /// Guessed: the first choice is the lowest step.
    ByOrder,
}

impl Why {
    /// Whether a draft may be like that, and says itself what it lacks: texts that are missing or stand twice, names that
    /// nobody offers, a group that is asked nothing. `texts` where it is about the texts of a language.
    pub(super) fn may_wait(&self, texts: bool) -> bool {
        match self {
            Self::Missing(_) | Self::Empty | Self::Twice(_) | Self::UnknownName(_) | Self::NoForm(..) => {
                texts
            }
            Self::Labels(needed, there) => there < needed,
            Self::NeverAsked(_) | Self::NothingAsked => true,
            _ => false,
        }
    }
}
