//! Texts of people on their way into a document.

use crate::room::text::without_towers;

/// The text without what cannot be shown or would change its surroundings: control characters become blanks (line breaks
/// stay), and characters that turn the direction of what follows are taken out, as are marks piled up on one letter. Right-to-left
/// text itself needs none of these.
pub(super) fn cleaned(text: &str) -> String {
    let kept = without_towers(&text.replace("\r\n", "\n"));
    let kept = kept
        .chars()
        .filter(|letter| !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'));
    kept.map(|letter| match letter {
        '\n' => '\n',
        '\r' | '\u{2028}' | '\u{2029}' => ' ',
        other if other.is_control() => ' ',
        other => other,
    })
    .collect()
}

/// The same on a single line.
pub(super) fn line(text: &str) -> String {
    cleaned(text).replace('\n', " ")
}

/// An address that a document may lead to: http, https or mailto, without blanks.
pub(super) fn address(link: &str) -> Option<&str> {
    let (scheme, rest) = link.split_once(':')?;
    let known = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let plain = !rest.is_empty() && !link.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    (known && plain).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_that_turns_or_hides_its_surroundings() {
        assert_eq!(cleaned("a\u{202e}b\u{0}c\u{1b}[31m\r\nd\u{2028}e"), "ab c [31m\nd e");
        assert_eq!(line("two\nlines"), "two lines");
        assert_eq!(cleaned("مرحبا"), "مرحبا");
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_followed() {
        assert_eq!(address("https://un.org/"), Some("https://un.org/"));
        assert_eq!(address("MAILTO:a@b.int"), Some("MAILTO:a@b.int"));
        for wrong in [
            "javascript:alert(1)",
            " https://x",
            "https:",
            "data:text/html,x",
            "//x",
            "/x",
            "java\nscript:x",
            "http://a b",
        ] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
