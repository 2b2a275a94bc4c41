//! Texts of other tools as a meeting can show them.

use crate::room::text::showable;

/// One line, without what cannot be shown.
pub(super) fn line(text: &str) -> String {
    let words: Vec<String> = showable(text).split_whitespace().map(str::to_owned).collect();
    // Once more: what begins the line now may be a mark that stood behind a blank.
    showable(&words.join(" ")).trim().to_owned()
}

/// Any number of lines, each such; not more than one empty one in a row.
pub(super) fn lines(text: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").split(['\n', '\r']).map(line) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

/// As much of the text as fits, and whether that is all of it.
pub(super) fn cut(text: &str, characters_max: usize) -> (String, bool) {
    if text.chars().count() <= characters_max {
        return (text.to_owned(), true);
    }
    let start: String = text.chars().take(characters_max.saturating_sub(1)).collect();
    (format!("{}…", start.trim_end()), false)
}

/// The text of a page without its marks, with a line where the page begins a paragraph or a line.
pub(super) fn without_tags(page: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(page.len()), page);
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        let is_tag = inside.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'));
        let Some(length) = inside.find('>').filter(|_| is_tag) else {
            // A sign of its own, as in "a < b".
            text.push('<');
            rest = inside;
            continue;
        };
        let tag = inside[..length].trim_start_matches('/').to_ascii_lowercase();
        let name = tag
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if matches!(
            name,
            "p" | "br" | "div" | "li" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4"
        ) {
            text.push('\n');
        }
        rest = &inside[length + 1..];
    }
    text.push_str(rest);
    let signs = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text, |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_is_read_as_its_text() {
        let page = "<p>First <b>line</b></p><p>R&amp;D &lt;new&gt;<br/>a < b</p><script>x</script>";
        assert_eq!(lines(&without_tags(page)), "First line\n\nR&D <new>\na < b\nx");
        assert_eq!(without_tags("no end <p"), "no end <p");
    }

    proptest! {
        #[test]
        fn whatever_it_was_it_can_be_shown_in_one_line(text in any::<String>()) {
            let line = line(&text);
            prop_assert_eq!(crate::room::text::fault(&line).filter(|_| !line.is_empty()), None);
            prop_assert!(!line.contains(['\n', '\r']));
        }

        #[test]
        fn what_is_cut_fits(text in "[ aé漢]{0,60}", most in 1_usize..40) {
            let (cut, whole) = cut(&text, most);
            prop_assert!(cut.chars().count() <= most);
            prop_assert_eq!(whole, cut == text);
        }
    }
}
