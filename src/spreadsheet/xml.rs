//! XML as a stream: elements by their local names, texts with their references resolved.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use screening::answers::import::{FileFault, FileProblem};
use std::io::BufRead;

/// Deepest nesting that is read; spreadsheets stay well under it.
const DEEPEST: usize = 256;

/// A document as it is read.
pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// What comes next in a document.
pub(super) enum Next {
    /// An element begins.
    Start(Element),
    /// The element of this name ends.
    End(String),
    /// Text.
    Text(String),
    /// The document's end.
    EndOfFile,
}

/// The beginning of an element.
pub(super) struct Element(BytesStart<'static>);

impl Element {
    /// Its name without a prefix.
    pub(super) fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// The first attribute of this name, prefix or not.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        // Without the check for repeats, which takes time by the square of their number.
        let mut attributes = self.0.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        let version = quick_xml::XmlVersion::Implicit1_0;
        found.normalized_value(version).ok().map(std::borrow::Cow::into_owned)
    }

    /// An attribute as a number.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.attribute(name)?.parse().ok()
    }
}

impl<'a> Xml<'a> {
    pub(super) fn of(input: Box<dyn BufRead + 'a>) -> Self {
        let mut reader = Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    pub(super) fn next(&mut self) -> Result<Next, FileFault> {
        let damaged = || FileFault::file(FileProblem::DamagedPart);
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| damaged())?;
            return Ok(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(damaged());
                    }
                    Next::Start(Element(start.into_owned()))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Next::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Next::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Next::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Next::Text(resolve(&reference).ok_or_else(damaged)?),
                Event::Eof if self.depth > 0 => return Err(damaged()),
                Event::Eof => Next::EndOfFile,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }
}

/// What a reference stands for; entities of a document's own are not known.
fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Some(letter.to_string()),
        Ok(None) => resolve_predefined_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}
