//! Text as it was pasted from a word processor or a web page, made plain.

/// Elements whose content is no text.
const UNSEEN: [&str; 6] = ["style", "script", "head", "xml", "title", "object"];
/// Elements that end a line.
const LINES: [&str; 14] =
    ["p", "br", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"];
/// Other elements that are known, so that a word in angle brackets is not taken for one.
const INLINE: [&str; 24] = [
    "html", "body", "span", "b", "i", "u", "s", "em", "strong", "font", "a", "img", "sup", "sub", "td", "th",
    "tbody", "thead", "meta", "link", "small", "big", "center", "hr",
];
/// Characters that stand for nothing: soft hyphen, zero widths, byte-order mark, direction marks.
const NOTHING: [char; 8] =
    ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}', '\u{200e}', '\u{200f}', '\u{2060}'];
/// Signs that a word processor draws before a line of a list.
const BULLETS: [char; 7] = ['•', '·', '▪', '◦', '●', '\u{f0b7}', '\u{f0a7}'];

/// The text without markup, bullets and signs that stand for nothing; lines as they were, spaces single. Cleaning a
/// clean text changes nothing, and words in angle brackets that are no markup stay.
pub fn cleaned(text: &str) -> String {
    // First, since a sign that stands for nothing may stand within a tag.
    let mut text = text.replace(NOTHING, "").replace("\r\n", "\n");
    text = text.replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n");
    // What was escaped twice is markup again; each round makes it shorter, so that this ends.
    loop {
        let plain = without_markup(&text);
        if plain == text {
            break;
        }
        text = unescaped(&plain);
    }
    let lines = text.lines().map(line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    let kept = line.trim_start_matches(|sign: char| sign.is_whitespace() || BULLETS.contains(&sign));
    // A figure and its n stay on one line: the space between them is not an ordinary one.
    let spaced: String = kept
        .chars()
        .map(|sign| if sign.is_control() || (sign.is_whitespace() && sign != '\u{a0}') { ' ' } else { sign })
        .collect();
    let mut single = String::with_capacity(spaced.len());
    for sign in spaced.chars() {
        let before = single.chars().next_back();
        if sign == ' ' && before.is_none_or(char::is_whitespace) {
            continue;
        }
        if sign == '\u{a0}' && before == Some(' ') {
            continue;
        }
        single.push(sign);
    }
    single.trim().to_owned()
}

/// Tags and comments out; the ends of paragraphs become ends of lines.
fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        rest = if let Some(comment) = from.strip_prefix("<!--") {
            comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default()
        } else if let Some((name, closing, after)) = tag(from) {
            if LINES.contains(&name.as_str()) {
                plain.push('\n');
            }
            if UNSEEN.contains(&name.as_str()) && !closing { after_end(after, &name) } else { after }
        } else {
            plain.push('<');
            from.get(1..).unwrap_or_default()
        };
    }
    plain.push_str(rest);
    plain
}

/// The name of the tag that a text begins with, whether it closes, and what follows it.
fn tag(text: &str) -> Option<(String, bool, &str)> {
    let inside = text.strip_prefix('<')?;
    let end = inside.find('>')?;
    let (inside, after) = (inside.get(..end)?, inside.get(end + 1..)?);
    let closing = inside.starts_with('/');
    let inside = inside.trim_start_matches(['/', '!', '?']);
    let name: String =
        inside.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == ':').collect();
    let name = name.to_ascii_lowercase();
    // `<o:p>`, `<w:WordDocument>`, `<st1:place>`: a word processor's own.
    let prefix = name.split_once(':').is_some_and(|(prefix, _)| !prefix.is_empty());
    let declared = text.starts_with("<!") || text.starts_with("<?");
    let known = [&UNSEEN[..], &LINES[..], &INLINE[..]].concat().contains(&name.as_str());
    (known || prefix || declared).then_some((name, closing, after))
}

/// What follows the end of an element whose content is not seen; all of it where it has no end.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let lower = text.to_ascii_lowercase();
    let at = lower.find(&end).and_then(|at| text.get(at..)).unwrap_or_default();
    at.find('>').and_then(|end| at.get(end + 1..)).unwrap_or_default()
}

/// Signs that HTML writes as names.
fn unescaped(text: &str) -> String {
    let signs =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}
