//! Lines of a calendar file: ended by CRLF, folded after 75 octets, and texts in them with their marks escaped.

/// Octets of a line without its end.
const OCTETS_MAX: usize = 75;

/// The lines so far.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is written as the format has it.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        fold(&mut self.0, &format!("{name}:{value}"));
    }

    /// A line whose value is a text for people.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, &escaped(text));
    }

    /// All of them.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A backslash before what would end the value or part it; line breaks as `\n`. Other control characters have no way to be written.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' | '\r' => written.push_str("\\n"),
            '\t' => written.push(' '),
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
    written
}

/// Adds the line in pieces of 75 octets, each but the first behind a blank. No letter is cut in two.
fn fold(lines: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > OCTETS_MAX {
            lines.push_str("\r\n ");
            octets = 1;
        }
        lines.push(letter);
        octets += letter.len_utf8();
    }
    lines.push_str("\r\n");
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unfolded(lines: &str) -> String {
        lines.replace("\r\n ", "")
    }

    /// Reads a text as the format says, knowing nothing of how it was written.
    fn read(value: &str) -> String {
        let (mut text, mut letters) = (String::new(), value.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next().unwrap() {
                    'n' | 'N' => text.push('\n'),
                    other => text.push(other),
                },
                letter => text.push(letter),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was_meant_and_no_line_is_longer_than_75_octets(text in "[ a-z,;:\\\\\n\"ضصثق漢字🎉é]{0,300}") {
            let mut lines = Lines::default();
            lines.add_text("SUMMARY", &text);
            let written = lines.finish();
            let whole = written.strip_suffix("\r\n").unwrap();
            for line in whole.split("\r\n") {
                prop_assert!(line.len() <= OCTETS_MAX, "{} octets: {line}", line.len());
                prop_assert!(!line.contains(['\n', '\r']));
            }
            prop_assert_eq!(read(unfolded(whole).strip_prefix("SUMMARY:").unwrap()), text);
        }
    }

    #[test]
    fn a_line_of_exactly_75_octets_stays_whole() {
        let mut lines = String::new();
        fold(&mut lines, &"x".repeat(75));
        assert_eq!(lines, format!("{}\r\n", "x".repeat(75)));
        lines.clear();
        fold(&mut lines, &"x".repeat(76));
        assert_eq!(lines, format!("{}\r\n x\r\n", "x".repeat(75)));
    }
}
