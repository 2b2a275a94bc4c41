//! Texts inside elements: escaping, and the language and direction of what is not in those of its surroundings.

use crate::outcome::sheet::{Language, Words};
use crate::outcome::text::{address, cleaned};
use crate::room::report::published::Run;

/// What a page is, as far as its elements depend on it.
#[derive(Clone, Copy)]
pub(super) struct Page {
    /// The language of the page itself.
    pub language: Language,
}

impl Page {
    /// Language and direction of the page.
    pub(super) fn root(self) -> String {
        let direction = if self.language.is_right_to_left() {
            " dir=\"rtl\""
        } else {
            ""
        };
        format!(" lang=\"{}\"{direction}", self.language.tag())
    }

    /// An element that holds words, in their language; `attributes` begin with a blank.
    pub(super) fn element(self, tag: &str, attributes: &str, words: &Words) -> String {
        let differs = self.attributes(words);
        format!("<{tag}{attributes}{differs}>{}</{tag}>", runs(words))
    }

    /// Language and direction of words as attributes, where they are others than the page's.
    pub(super) fn attributes(self, words: &Words) -> String {
        differing(words.language, self.language)
    }
}

/// Language and direction as attributes, where they are others than those around.
fn differing(language: Language, around: Language) -> String {
    if language == around {
        return String::new();
    }
    let direction = match (language.is_right_to_left(), around.is_right_to_left()) {
        (true, false) => " dir=\"rtl\"",
        (false, true) => " dir=\"ltr\"",
        _ => "",
    };
    format!(" lang=\"{}\"{direction}", language.tag())
}

fn runs(words: &Words) -> String {
    words.runs.iter().map(|one| run(one, words.language)).collect()
}

fn run(run: &Run, around: Language) -> String {
    let mut html = escaped(&run.text).replace('\n', "<br>\n");
    if run.em {
        html = format!("<em>{html}</em>");
    }
    if run.strong {
        html = format!("<strong>{html}</strong>");
    }
    if let Some(link) = run.link.as_deref().and_then(address) {
        let link = escaped(link);
        html = format!("<a href=\"{link}\" rel=\"noopener noreferrer nofollow\">{html}</a>");
    }
    let language = Language::of(&run.text);
    let has_letters = run.text.chars().any(char::is_alphabetic);
    if has_letters && language.is_right_to_left() != around.is_right_to_left() {
        html = format!("<bdi{}>{html}</bdi>", differing(language, around));
    }
    html
}

/// The text with everything escaped that means something in HTML, in elements and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in cleaned(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
