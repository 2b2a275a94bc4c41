//! What a text must be like before it is shown to others: within its length, and without characters that cannot be shown
//! or that make other people's text read differently from how it was written.

use super::refusal::{Code, Refusal};

/// The text without blanks around it, or a sentence that says what is wrong with it. `what` begins the sentence: "The name".
/// An empty text passes; whether something must be said is the caller's question.
pub fn checked(what: &str, text: &str, characters_max: usize) -> Result<String, String> {
    let text = text.trim();
    if text.chars().count() > characters_max {
        return Err(format!("{what} is too long: at most {characters_max} characters."));
    }
    match text.chars().find(|&character| is_unshowable(character)) {
        Some(character) => Err(format!(
            "{what} has a character that cannot be shown (U+{:04X}).",
            u32::from(character)
        )),
        None => Ok(text.to_owned()),
    }
}

/// The same for a text that must say something, as a refusal.
pub fn filled(what: &str, text: &str, characters_max: usize) -> Result<String, Refusal> {
    match checked(what, text, characters_max) {
        Ok(text) if text.is_empty() => Err(Refusal::new(Code::TextInvalid, format!("{what} is empty."))),
        checked => checked.map_err(|sentence| Refusal::new(Code::TextInvalid, sentence)),
    }
}

/// The text with a blank for each character that cannot be shown: for words that are taken from elsewhere, as a quotation is from the
/// notes, where nobody is there to say them otherwise.
pub fn showable(text: &str) -> String {
    text.replace(is_unshowable, " ")
}

/// Control characters, line and paragraph separators, and the bidirectional overrides and isolates, which reorder what
/// stands around them. The plain direction marks stay: names in Arabic and Hebrew need them.
pub fn is_unshowable(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text has the shape of a BCP 47 language tag: a language of two or three letters, then what sets it apart, as in
/// `en`, `pt-BR`, `zh-Hans`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first = |part: &str| matches!(part.len(), 2..=3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_further = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_first) && parts.all(is_further)
}

#[cfg(test)]
mod tests {
    use super::{checked, is_language};

    #[test]
    fn a_language_is_named_by_its_tag_not_in_words() {
        assert!(["en", "pt-BR", "zh-Hans", "fil", "FR"].into_iter().all(is_language));
        assert!(
            !["English", "", "e", "en_GB", "en-", "en-toolongpart"]
                .into_iter()
                .any(is_language)
        );
    }

    #[test]
    fn blanks_around_a_text_are_dropped_and_the_length_counts_characters_not_bytes() {
        assert_eq!(checked("The name", "  Ōlelo  ", 5), Ok("Ōlelo".to_owned()));
        assert_eq!(
            checked("The name", "国際連合本部", 5),
            Err("The name is too long: at most 5 characters.".to_owned())
        );
    }

    #[test]
    fn line_breaks_controls_and_direction_overrides_are_refused() {
        for text in [
            "a\nb",
            "a\u{0}b",
            "a\u{7f}b",
            "a\u{85}b",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{2069}b",
            "a\u{2028}b",
        ] {
            assert!(checked("The name", text, 10).is_err(), "{text:?} passed");
        }
    }

    #[test]
    fn joiners_and_direction_marks_that_names_need_pass() {
        for text in ["می\u{200c}خواهم", "\u{200f}שלום", "👩\u{200d}🚀"] {
            assert_eq!(checked("The name", text, 20), Ok(text.to_owned()));
        }
    }
}
