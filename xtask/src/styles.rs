//! How do the layers of `style/` become one small stylesheet?

use crate::assets::Assets;
use crate::shell::{files, root};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Adds fonts, drawings and the stylesheet, which names them as they are served.
pub(crate) fn add(assets: &mut Assets) -> Result<()> {
    let style = root().join("style");
    let mut served = Vec::new();
    for folder in ["fonts", "."] {
        for file in files(&style.join(folder))? {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if matches!(file.extension().and_then(|it| it.to_str()), Some("woff2" | "svg" | "png")) {
                let content =
                    std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
                served.push((name.to_owned(), assets.add(name, &content)?));
            }
        }
    }
    let css = name_files(&smaller(&bundle(&style.join("main.css"))?), &served)?;
    assets.add("main.css", css.as_bytes())?;
    Ok(())
}

/// The file with each `@import "other.css";` replaced by that file, in order.
fn bundle(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut out = String::new();
    for line in text.lines() {
        let import = line
            .trim()
            .strip_prefix("@import")
            .map(|rest| rest.trim().trim_end_matches(';').trim_matches('"'));
        match import {
            Some(name) => out += &bundle(&file.with_file_name(name))?,
            None => out += line,
        }
        out.push('\n');
    }
    Ok(out)
}

/// Each `url(…)` of a file in `style/` becomes its served name; stylesheet and files stand in the same folder there.
fn name_files(css: &str, served: &[(String, String)]) -> Result<String> {
    let mut parts = css.split("url(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once(')').context("a url( in the styles has no end")?;
        let address = address.trim().trim_matches(['"', '\'']);
        let name = address.rsplit('/').next().unwrap_or_default();
        match served.iter().find(|(plain, _)| plain == name) {
            Some((_, hashed)) => out += &format!("url({hashed}){rest}"),
            None if address.starts_with("data:") || address.starts_with('#') => out += &format!("url({part}"),
            None => bail!("the styles name {address}, which is not in style/ or style/fonts/"),
        }
    }
    Ok(out)
}

/// Without comments and the white space that carries no meaning; text in quotes stays as it is.
fn smaller(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(sign) = rest.next() {
        if let Some(end) = quote {
            out.push(sign);
            if sign == '\\' {
                out.extend(rest.next());
            } else if sign == end {
                quote = None;
            }
        } else if sign == '/' && rest.peek() == Some(&'*') {
            let mut last = rest.next();
            while let Some(sign) = rest.next().filter(|sign| !(last == Some('*') && *sign == '/')) {
                last = Some(sign);
            }
            separate(&mut out);
        } else if sign.is_whitespace() {
            separate(&mut out);
        } else {
            if matches!(sign, '{' | '}' | ';' | ',') {
                out.truncate(out.trim_end_matches(' ').len());
            }
            if sign == '}' && out.ends_with(';') {
                out.pop();
            }
            if matches!(sign, '"' | '\'') {
                quote = Some(sign);
            }
            out.push(sign);
        }
    }
    out
}

/// One space, unless the sign before makes it needless.
fn separate(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::{name_files, smaller};

    #[test]
    fn meaning_is_kept_and_nothing_else() {
        let css = "/* a */ .a  >  .b {\n  margin : calc(1px + 2px) ;\n  content: \"  /* kept; */  \\\"\" ;\n}\n@media (x) { p{} }\n";
        assert_eq!(
            smaller(css).trim(),
            ".a > .b{margin : calc(1px + 2px);content: \"  /* kept; */  \\\"\"}@media (x){p{}}"
        );
    }

    #[test]
    fn a_selector_keeps_the_space_that_makes_it_a_descendant() {
        assert_eq!(smaller("a :hover , b\n.c/**/{}"), "a :hover,b .c{}");
    }

    #[test]
    fn files_are_named_as_served() {
        let served = [("x.woff2".to_owned(), "x.12.woff2".to_owned())];
        let named = name_files("a{src:url(\"fonts/x.woff2\") format(\"woff2\")}", &served).unwrap();
        assert_eq!(named, "a{src:url(x.12.woff2) format(\"woff2\")}");
        assert!(name_files("a{src:url(y.woff2)}", &served).is_err());
    }
}
