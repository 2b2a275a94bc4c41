//! Which characters of a text are typeset, and where a word that is longer than a line may be broken.

use crate::fonts;
use std::collections::HashMap;
use std::fmt::Write;

/// Letters after which a word in running text may be broken anywhere, and the same in a narrow cell.
pub const LONGEST: usize = 40;
pub const LONGEST_IN_CELL: usize = 20;

/// Bytes of an address that is followed; longer ones are shown only.
const ADDRESS_MAX: usize = 2000;

const ZERO_WIDTH_SPACE: char = '\u{200b}';
const REPLACEMENT: char = '\u{fffd}';

/// Makes texts ready and remembers whether a character came that no font draws.
#[derive(Debug, Default)]
pub struct Letters {
    drawn: HashMap<char, bool>,
    had_undrawn: bool,
}

impl Letters {
    /// Whether a text held a character that is shown as a box.
    pub fn had_undrawn(&self) -> bool {
        self.had_undrawn
    }

    /// The text on one line.
    pub fn line(&mut self, text: &str) -> String {
        self.shown(text).replace('\n', " ")
    }

    /// The text with places to break it where a stretch without any is longer than so many letters.
    pub fn broken(&mut self, text: &str, longest: usize) -> String {
        let shown = self.shown(text);
        let mut broken = String::with_capacity(shown.len());
        let mut stretch = 0;
        for letter in shown.chars() {
            stretch = if holds_together(letter) { stretch + 1 } else { 0 };
            // Letters of other scripts may be joined to the one before them: they are parted only where nothing else helps.
            if stretch > longest && (letter.is_ascii_alphanumeric() || stretch > 2 * longest && letter.is_alphabetic()) {
                broken.push(ZERO_WIDTH_SPACE);
                stretch = 1;
            }
            broken.push(letter);
        }
        broken
    }

    /// Control characters become blanks, what is invisible and turns or hides its surroundings goes, and what stands for
    /// nothing that others could know is shown as the sign for that.
    fn shown(&mut self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars().filter(|letter| !is_left_out(*letter)) {
            let letter = match letter {
                '\n' => '\n',
                _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => ' ',
                _ if is_unknown(letter) => REPLACEMENT,
                _ => letter,
            };
            self.had_undrawn |= is_seen(letter) && !self.is_drawn(letter);
            shown.push(letter);
        }
        shown
    }

    fn is_drawn(&mut self, letter: char) -> bool {
        letter.is_ascii() || *self.drawn.entry(letter).or_insert_with(|| fonts::draw(letter))
    }
}

/// Whether a line is not broken beside the character. Between Chinese characters it is.
fn holds_together(letter: char) -> bool {
    (letter.is_alphanumeric() || letter.is_ascii_punctuation()) && !matches!(letter, '\u{2e80}'..='\u{9fff}')
}

/// Whether the character leaves ink on paper.
pub fn is_seen(letter: char) -> bool {
    !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// The beginning of a text, with a sign where more followed.
pub fn cut(text: &str, letters_max: usize) -> String {
    if text.chars().count() <= letters_max {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(letters_max).collect();
    format!("{}\u{2026}", beginning.trim_end())
}

/// An address that may be followed, with all encoded that an address has not as it is, as a PDF wants it.
pub fn address(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once(':')?;
    let is_known = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let is_plain = !rest.is_empty() && !link.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    if !is_known || !is_plain || link.len() > ADDRESS_MAX {
        return None;
    }
    let mut encoded = String::with_capacity(link.len());
    for byte in link.bytes() {
        if byte.is_ascii() && !b"\"<>\\^`{|}".contains(&byte) {
            encoded.push(byte.into());
        } else {
            write!(encoded, "%{byte:02X}").ok()?;
        }
    }
    Some(encoded)
}

/// Characters without a shape of their own: direction and variation selectors, tags, fillers. Those between letters that decide
/// how the letters join stay.
fn is_left_out(letter: char) -> bool {
    matches!(letter,
        '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Private use, and what is no character and never will be one.
fn is_unknown(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0x40000..) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Letters::default().shown(text)
    }

    #[test]
    fn nothing_stays_that_cannot_be_typeset() {
        assert_eq!(shown("a\u{0}b\tc\nd\u{2028}e"), "a b c\nd e");
        assert_eq!(shown("a\u{202e}b\u{fe0f}\u{e0041}c"), "abc");
        assert_eq!(shown("\u{e000}\u{ffff}\u{10fffd}"), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(shown("نمی\u{200c}خواهم *a* #b $c$ @d"), "نمی\u{200c}خواهم *a* #b $c$ @d");
    }

    #[test]
    fn it_is_remembered_that_a_character_could_not_be_drawn() {
        let mut letters = Letters::default();
        letters.line("Ελλάδα, Україна, 中国, العراق");
        assert!(!letters.had_undrawn());
        letters.line("ไทย");
        assert!(letters.had_undrawn());
    }

    #[test]
    fn only_a_word_longer_than_a_line_gets_places_to_break_it() {
        let mut letters = Letters::default();
        assert_eq!(letters.broken("one two three", 4), "one two thre\u{200b}e");
        assert_eq!(letters.broken("国家信息安全信息安全", 4), "国家信息安全信息安全");
        assert_eq!(letters.broken("الاتصالات", 4), "الاتصالا\u{200b}ت");
    }

    #[test]
    fn addresses_are_ascii_and_lead_to_the_web_or_to_mail() {
        assert_eq!(address("https://un.org/é"), Some("https://un.org/%C3%A9".to_owned()));
        assert_eq!(address("mailto:a@b.int"), Some("mailto:a@b.int".to_owned()));
        assert_eq!(
            address("https://un.org/\"><b>"),
            Some("https://un.org/%22%3E%3Cb%3E".to_owned())
        );
        for wrong in [
            "javascript:alert(1)",
            "https:",
            "http://a b",
            "/x",
            &format!("https://{}", "x".repeat(2000)),
        ] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_cut_text_shows_that_more_followed() {
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("a longer one", 9), "a longer…");
    }
}
