//! A strict reader of `outcome.html`. It takes only pages as this server writes them: every attribute in quotes, every element closed,
//! and no element or attribute that the published pages do not have, so that what is not understood is a fault and no guess.

use std::collections::BTreeSet;
use std::path::Path;

/// Elements without an end.
const VOID: [&str; 4] = ["meta", "br", "hr", "link"];

/// What a page is made of: its elements, and its attributes with the element.
#[derive(Debug, Default)]
pub struct Page {
    parts: BTreeSet<String>,
    /// Where its links lead.
    pub links: Vec<String>,
    /// Its styles.
    styles: Vec<String>,
}

impl Page {
    /// Reads a page; what is wrong with it ends the test.
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let mut open: Vec<&str> = Vec::new();
        let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a page says what it is");
        while let Some(at) = rest.find('<') {
            assert_text(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(end) = rest.strip_prefix('/') {
                let (name, behind) = end.split_once('>').unwrap();
                assert_eq!(open.pop(), Some(name), "ends what is not open");
                rest = behind;
                continue;
            }
            let (name, is_closed, behind) = page.element(rest);
            rest = behind;
            if name == "style" {
                let (style, behind) = rest.split_once("</style>").unwrap();
                page.styles.push(style.to_owned());
                rest = behind;
            } else if !is_closed && !VOID.contains(&name) {
                open.push(name);
            }
        }
        assert_text(rest);
        assert_eq!(open, [""; 0], "everything is closed");
        page
    }

    /// The beginning of an element: its name, whether it ends at once, and what is behind it.
    fn element<'a>(&mut self, text: &'a str) -> (&'a str, bool, &'a str) {
        let length = text
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .expect("an element goes on");
        let (name, mut rest) = text.split_at(length);
        assert!(length > 0, "a bracket that is no element: <{text:.40}");
        self.parts.insert(name.to_owned());
        loop {
            if let Some(behind) = rest.strip_prefix('>') {
                return (name, false, behind);
            }
            if let Some(behind) = rest.strip_prefix("/>") {
                return (name, true, behind);
            }
            rest = rest
                .strip_prefix(' ')
                .unwrap_or_else(|| panic!("no attribute: {name} {rest:.40}"));
            let (attribute, behind) = rest.split_once("=\"").expect("a value in quotes");
            let (value, behind) = behind.split_once('"').unwrap();
            assert_text(value);
            // Which texts are in another language is the texts' own matter.
            if !matches!(attribute, "lang" | "dir") {
                self.parts.insert(format!("{name} {attribute}"));
            }
            if matches!(attribute, "href" | "src" | "action") {
                self.links.push(value.to_owned());
            }
            rest = behind;
        }
    }

    /// Fails where the page has anything that no published page has, or a link of another kind.
    pub fn assert_plain(&self, name: &str) {
        let published = published();
        let strange: Vec<&String> = self.parts.difference(&published.parts).collect();
        assert!(strange.is_empty(), "{name} has {strange:?}");
        for link in &self.links {
            assert!(is_address(link), "{name} leads to {link}");
        }
        assert_eq!(self.styles, published.styles[..1], "{name} has styles of its own");
    }
}

/// An address that a reader may be sent to.
pub fn is_address(link: &str) -> bool {
    let known = ["http://", "https://", "mailto:"]
        .into_iter()
        .any(|scheme| link.to_ascii_lowercase().starts_with(scheme));
    known
        && !link
            .chars()
            .any(|letter| letter.is_whitespace() || letter.is_control() || "\"<>".contains(letter))
}

/// Text is escaped, with the five escapes that are needed.
fn assert_text(text: &str) {
    assert!(!text.contains('>'), "an end of nothing: {text:.80}");
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        let is_escape = known.into_iter().any(|escape| text[at..].starts_with(escape));
        assert!(is_escape, "an escape of somebody else: {:.40}", &text[at..]);
    }
}

/// All that the published pages have together.
fn published() -> Page {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/outcome");
    let mut all = Page::default();
    for file in [
        "cleared/outcome.html",
        "polls/outcome.html",
        "report/outcome.html",
        "draft/outcome.html",
        "final/outcome.html",
        "meeting/report.html",
    ] {
        let page = Page::read(&std::fs::read_to_string(folder.join(file)).unwrap());
        all.parts.extend(page.parts);
        all.styles.extend(page.styles);
    }
    // None of them has a link.
    all.parts.extend(["a", "a href", "a rel"].map(str::to_owned));
    all
}
