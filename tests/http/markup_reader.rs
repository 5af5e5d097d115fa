//! A page as a browser reads it, as far as mark-up that somebody typed could change it: elements with their attributes,
//! text, forms with their fields. It goes by the standard's own rules for where an element, a value or a raw text ends,
//! and not by what our pages happen to write.

/// A part of a page.
#[derive(Debug)]
pub(crate) enum Piece {
    Open(String, Vec<(String, String)>),
    Close(String),
    Text(String),
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words.
    Text,
    Address,
    Email,
    /// A number, a day, a password.
    Other,
    /// Goes along unseen, or is one of those to choose from.
    Fixed,
    /// One of those to choose from that is not chosen.
    Unticked,
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) kind: Kind,
}

/// A form that posts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<Field>,
    /// What its buttons send; one without a name sends nothing.
    pub(crate) buttons: Vec<Option<(String, String)>>,
    pub(crate) has_file: bool,
}

/// The parts of a page.
pub(crate) fn pieces(page: &str) -> Vec<Piece> {
    let (mut pieces, mut rest) = (Vec::new(), page);
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else { break };
        let (text, tag) = rest.split_at(at);
        pieces.push(Piece::Text(decoded(text)));
        let first = tag[1..].chars().next().unwrap_or(' ');
        rest = if let Some(comment) = tag.strip_prefix("<!--") {
            comment.split_once("-->").map_or("", |(_, rest)| rest)
        } else if first.is_ascii_alphabetic() {
            let (name, attributes, after) = opened(&tag[1..]);
            let raw = ["script", "style", "textarea", "title"].contains(&name.as_str());
            let end = format!("</{name}");
            pieces.push(Piece::Open(name, attributes));
            if raw {
                let at = after.to_ascii_lowercase().find(&end).unwrap_or(after.len());
                pieces.push(Piece::Text(decoded(&after[..at])));
                &after[at..]
            } else {
                after
            }
        } else if "/!?".contains(first) {
            let (inside, after) = tag[1..].split_once('>').unwrap_or((&tag[1..], ""));
            if let Some(name) = inside.strip_prefix('/') {
                pieces.push(Piece::Close(name.trim().to_ascii_lowercase()));
            }
            after
        } else {
            pieces.push(Piece::Text("<".to_owned()));
            &tag[1..]
        };
    }
    pieces.push(Piece::Text(decoded(rest)));
    pieces
}

/// A tag's name and attributes, and what comes after it.
fn opened(tag: &str) -> (String, Vec<(String, String)>, &str) {
    let end = tag.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (name.to_ascii_lowercase(), attributes, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (name.to_ascii_lowercase(), attributes, after);
        }
        let end =
            rest[1..].find(|c: char| c.is_whitespace() || "/>=".contains(c)).map_or(rest.len(), |at| at + 1);
        let (attribute, after) = rest.split_at(end);
        rest = after.trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| ['"', '\''].contains(c));
            (value, rest) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => {
                    let end = after.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(after.len());
                    after.split_at(end)
                }
            };
        }
        attributes.push((attribute.to_ascii_lowercase(), decoded(value)));
    }
}

/// Text with its references in the place of what they stand for.
fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let found = part.split_once(';').and_then(|(name, rest)| Some((meant(name)?, rest)));
        match found {
            Some((letter, rest)) => {
                out.push(letter);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

fn meant(name: &str) -> Option<char> {
    let numbered = |text: &str, base| u32::from_str_radix(text, base).ok().and_then(char::from_u32);
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => numbered(hexadecimal, 16),
            None => numbered(&name[1..], 10),
        },
    }
}

/// The forms that post.
pub(crate) fn forms(pieces: &[Piece]) -> Vec<Form> {
    let (mut forms, mut open, mut choice): (Vec<Form>, Option<Form>, Option<Field>) =
        (Vec::new(), None, None);
    let mut area = false;
    for piece in pieces {
        match (piece, open.as_mut()) {
            (Piece::Open(name, at), None) if name == "form" => {
                let of = |name: &str| value(at, name).unwrap_or_default().to_owned();
                open = (of("method") == "post").then(|| Form { action: of("action"), ..Form::default() });
            }
            (Piece::Close(name), Some(_)) if name == "form" => forms.extend(open.take()),
            (Piece::Open(tag, at), Some(form)) => {
                let name = value(at, "name").unwrap_or_default().to_owned();
                match tag.as_str() {
                    "option" => {
                        if let Some(choice) = &mut choice
                            && (choice.value.is_empty() || value(at, "selected").is_some())
                        {
                            choice.value = value(at, "value").unwrap_or_default().to_owned();
                        }
                    }
                    "button" => form
                        .buttons
                        .push(value(at, "name").map(|name| {
                            (name.to_owned(), value(at, "value").unwrap_or_default().to_owned())
                        })),
                    "select" => choice = Some(Field { name, value: String::new(), kind: Kind::Fixed }),
                    "textarea" => {
                        area = true;
                        form.fields.push(Field { name, value: String::new(), kind: Kind::Text });
                    }
                    "input" if value(at, "type") == Some("file") => form.has_file = true,
                    "input" if !name.is_empty() => {
                        if value(at, "type") == Some("radio") && value(at, "checked").is_some() {
                            form.fields.retain(|field| field.name != name);
                        }
                        let kind = input(at, form.fields.iter().any(|field| field.name == name));
                        let value = value(at, "value").map_or_else(|| "on".to_owned(), str::to_owned);
                        let value = if kind == Kind::Text && value == "on" { String::new() } else { value };
                        form.fields.push(Field { name, value, kind });
                    }
                    _ => {}
                }
            }
            (Piece::Text(text), Some(form)) if area => {
                area = false;
                if let Some(field) = form.fields.last_mut() {
                    field.value = text.trim_start_matches('\n').to_owned();
                }
            }
            (Piece::Close(name), Some(form)) if name == "select" => form.fields.extend(choice.take()),
            _ => {}
        }
    }
    forms
}

fn input(at: &[(String, String)], there: bool) -> Kind {
    match value(at, "type").unwrap_or("text") {
        "hidden" => Kind::Fixed,
        "radio" if value(at, "checked").is_some() || !there => Kind::Fixed,
        "checkbox" if value(at, "checked").is_some() => Kind::Fixed,
        "radio" | "checkbox" => Kind::Unticked,
        "url" => Kind::Address,
        "email" => Kind::Email,
        "text" | "search" | "tel" if value(at, "inputmode") != Some("numeric") => Kind::Text,
        _ => Kind::Other,
    }
}

/// An attribute's value.
pub(crate) fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let read =
        pieces("<p title='a\"b' x=y>1 &lt; 2 < 3<textarea name=t>\n</p>&amp;</TEXTAREA><xss/on=1></p>");
    let read = format!("{read:?}");
    for part in [
        "Open(\"p\", [(\"title\", \"a\\\"b\"), (\"x\", \"y\")])",
        "Text(\"1 < 2 \")",
        "Text(\"\\n</p>&\")",
        "Close(\"textarea\")",
        "Open(\"xss\", [(\"on\", \"1\")])",
    ] {
        assert!(read.contains(part), "{part} in {read}");
    }
}
