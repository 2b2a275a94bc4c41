//! Text inside a paragraph: runs with their language and direction.
//!
//! A paragraph is read in the direction of its language, and holds words of others: an Arabic sentence names CERT-In, an English
//! one quotes القرار. Word turns a run as a whole, so what is read in the other direction becomes a run of its own.

use super::link::Links;
use super::xml::escaped;
use crate::outcome::sheet::{Language, Words};
use crate::room::report::published::Run;

/// The text of a paragraph.
pub(super) fn runs(words: &Words, links: &mut Links) -> String {
    let mut xml = String::new();
    for run in &words.runs {
        let link = run.link.as_deref().and_then(|link| links.name(link));
        match link {
            Some(name) => {
                xml += &format!("<w:hyperlink r:id=\"{name}\" w:history=\"1\">");
                push_run(&mut xml, run, words.language, "Hyperlink");
                xml += "</w:hyperlink>";
            }
            None => push_run(&mut xml, run, words.language, ""),
        }
    }
    xml
}

/// A run that a style of its own tells from what stands around it.
pub(super) fn styled(text: &str, language: Language, style: &str) -> String {
    let mut xml = String::new();
    let run = Run {
        text: text.to_owned(),
        ..Run::default()
    };
    push_run(&mut xml, &run, language, style);
    xml
}

/// Says in which language something is, as an element of a run's properties. Word keeps three languages of each run, for Latin
/// and Cyrillic letters, for those of East Asia and for those read from right to left; only the one meant is said here.
pub(super) fn language_element(language: Language) -> String {
    let kind = match language {
        Language::Chinese => "w:eastAsia",
        Language::Arabic => "w:bidi",
        _ => "w:val",
    };
    format!("<w:lang {kind}=\"{}\"/>", tag(language))
}

/// With the country that Word needs to find its dictionary.
pub(super) const fn tag(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar-SA",
        Language::Chinese => "zh-CN",
        Language::English => "en-GB",
        Language::French => "fr-FR",
        Language::Russian => "ru-RU",
        Language::Spanish => "es-ES",
    }
}

fn push_run(xml: &mut String, run: &Run, language: Language, style: &str) {
    for stretch in stretches(&run.text, language.is_right_to_left()) {
        xml.push_str("<w:r><w:rPr>");
        if !style.is_empty() {
            *xml += &format!("<w:rStyle w:val=\"{style}\"/>");
        }
        let language = stretch.language(language);
        if language == Language::Chinese {
            // Quotation marks and dashes are those of Chinese as well, and as wide as its characters.
            xml.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
        }
        // Each of these is said twice: Word looks at the second for scripts such as Arabic.
        if run.strong {
            xml.push_str("<w:b/><w:bCs/>");
        }
        if run.em {
            xml.push_str("<w:i/><w:iCs/>");
        }
        if stretch.is_right_to_left {
            xml.push_str("<w:rtl/>");
        }
        *xml += &language_element(language);
        xml.push_str("</w:rPr>");
        for (place, line) in stretch.text.split('\n').enumerate() {
            if place > 0 {
                xml.push_str("<w:br/>");
            }
            if !line.is_empty() {
                *xml += &format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
            }
        }
        xml.push_str("</w:r>");
    }
}

/// A part of a text that is read in one direction.
#[derive(Debug, PartialEq, Eq)]
struct Stretch<'a> {
    text: &'a str,
    is_right_to_left: bool,
}

impl Stretch<'_> {
    /// Its own where it is read against the direction of the paragraph's, which then cannot be its language.
    fn language(&self, of_paragraph: Language) -> Language {
        match self.is_right_to_left == of_paragraph.is_right_to_left() {
            true => of_paragraph,
            false if self.is_right_to_left => Language::Arabic,
            false => Language::of(self.text),
        }
    }
}

/// Cuts a text where its direction changes. What has no direction, such as blanks, digits and commas, goes with what stands around
/// it where that agrees, otherwise with the paragraph: rules N1 and N2 of the Unicode algorithm for texts in two directions.
fn stretches(text: &str, is_paragraph_right_to_left: bool) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    let (mut start, mut last_end, mut is_right_to_left) = (0, 0, is_paragraph_right_to_left);
    for (place, letter) in text.char_indices() {
        let Some(is_letter_right_to_left) = direction(letter) else {
            continue;
        };
        if is_letter_right_to_left != is_right_to_left {
            let cut = if is_right_to_left == is_paragraph_right_to_left {
                place
            } else {
                last_end
            };
            stretches.push(Stretch {
                text: &text[start..cut],
                is_right_to_left,
            });
            (start, is_right_to_left) = (cut, is_letter_right_to_left);
        }
        last_end = place + letter.len_utf8();
    }
    if is_right_to_left != is_paragraph_right_to_left {
        stretches.push(Stretch {
            text: &text[start..last_end],
            is_right_to_left,
        });
        (start, is_right_to_left) = (last_end, is_paragraph_right_to_left);
    }
    stretches.push(Stretch {
        text: &text[start..],
        is_right_to_left,
    });
    stretches.retain(|stretch| !stretch.text.is_empty());
    stretches
}

/// Whether a letter is read from right to left; none for what goes either way.
fn direction(letter: char) -> Option<bool> {
    match letter {
        // The digits that are written with Arabic letters run from left to right and take no part in this.
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => None,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Some(true),
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}' => Some(true),
        _ if letter.is_alphabetic() => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::stretches;

    fn cut(text: &str, is_right_to_left: bool) -> Vec<(&str, bool)> {
        let stretches = stretches(text, is_right_to_left);
        stretches
            .iter()
            .map(|stretch| (stretch.text, stretch.is_right_to_left))
            .collect()
    }

    #[test]
    fn a_text_of_one_direction_is_one_stretch() {
        assert_eq!(cut("One, two (3).", false), [("One, two (3).", false)]);
        assert_eq!(cut("القرار 75 (أ).", true), [("القرار 75 (أ).", true)]);
        assert_eq!(cut("12 – 14", true), [("12 – 14", true)]);
        assert_eq!(cut("", true), []);
    }

    #[test]
    fn words_of_the_other_direction_are_a_stretch_and_what_stands_between_goes_with_the_paragraph() {
        assert_eq!(
            cut("See (القرار الأول), page 3.", false),
            [("See (", false), ("القرار الأول", true), ("), page 3.", false)]
        );
        assert_eq!(
            cut("فريق CERT-In الوطني", true),
            [("فريق ", true), ("CERT-In", false), (" الوطني", true)]
        );
        assert_eq!(cut("CERT", true), [("CERT", false)]);
        assert_eq!(cut("القرار!", false), [("القرار", true), ("!", false)]);
    }
}
