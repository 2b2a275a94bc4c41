//! Text inside a line of CommonMark: escaping, and the marks of runs.

use crate::outcome::text::{address, cleaned, line};
use crate::room::report::published::Run;

/// Characters that mean something anywhere in a line. A backslash in front of ASCII punctuation makes it text.
const MEANINGFUL: [char; 14] = ['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '$', '^'];

/// A text on one line, at whatever place of it.
pub(super) fn escaped(text: &str) -> String {
    let mut writer = Inline::default();
    writer.text(line(text).trim());
    writer.written
}

/// Runs as lines of a paragraph; a line break in them is a hard one.
pub(super) fn runs(runs: &[Run]) -> String {
    written(runs, Place::Start)
}

/// The same behind something on the line already.
pub(super) fn runs_inside(runs: &[Run]) -> String {
    written(runs, Place::Inside)
}

fn written(runs: &[Run], place: Place) -> String {
    let mut writer = Inline {
        written: String::new(),
        place,
    };
    runs.iter().for_each(|run| writer.run(run));
    let mut text = writer.written.as_str();
    while let Some(shorter) = text.strip_suffix(HARD_BREAK).or_else(|| text.strip_suffix(' ')) {
        text = shorter;
    }
    text.to_owned()
}

const HARD_BREAK: &str = "\\\n";

/// How far the line has come, because some characters only mean something at its start.
#[derive(Default, Clone, Copy, PartialEq)]
enum Place {
    #[default]
    Start,
    /// Behind digits alone, which with a point or bracket would begin a list.
    Number,
    Inside,
}

#[derive(Default)]
struct Inline {
    written: String,
    place: Place,
}

impl Inline {
    fn run(&mut self, run: &Run) {
        let text = cleaned(&run.text);
        let core = text.trim();
        let lead = text.len() - text.trim_start().len();
        self.text(&text[..lead]);
        if core.is_empty() {
            return;
        }
        let (open, close) = self.marks(run);
        if !open.is_empty() {
            self.written.push_str(&open);
            self.place = Place::Inside;
        }
        self.text(core);
        self.written.push_str(&close);
        self.text(&text[lead + core.len()..]);
    }

    /// What stands around a run. Marks that would run together with those before are written the other way.
    fn marks(&self, run: &Run) -> (String, String) {
        let letter = if self.written.ends_with('*') { '_' } else { '*' };
        let count = usize::from(run.strong) * 2 + usize::from(run.em);
        let mark: String = std::iter::repeat_n(letter, count).collect();
        match run.link.as_deref().and_then(address) {
            Some(link) => (format!("[{mark}"), format!("{mark}](<{}>)", encoded(link))),
            None => (mark.clone(), mark),
        }
    }

    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: char) {
        if letter == '\n' {
            if !self.written.is_empty() {
                self.written.push_str(HARD_BREAK);
            }
            self.place = Place::Start;
            return;
        }
        if self.place == Place::Start && letter.is_whitespace() {
            return;
        }
        let begins = self.place == Place::Start && matches!(letter, '+' | '-' | '=' | ':');
        let numbers = self.place == Place::Number && matches!(letter, '.' | ')');
        if begins || numbers || MEANINGFUL.contains(&letter) {
            self.written.push('\\');
        }
        self.written.push(if letter.is_whitespace() { ' ' } else { letter });
        let numeral = self.place != Place::Inside && letter.is_ascii_digit();
        self.place = if numeral { Place::Number } else { Place::Inside };
    }
}

/// An address between angle brackets, where these and the backslash would mean something.
fn encoded(link: &str) -> String {
    link.replace('<', "%3C")
        .replace('>', "%3E")
        .replace('\\', "%5C")
        .replace('&', "&amp;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            ..Run::default()
        }
    }

    #[test]
    fn what_begins_a_block_is_escaped_at_the_start_of_a_line_alone() {
        for (text, written) in [
            ("- item", "\\- item"),
            ("+ item", "\\+ item"),
            ("12. item", "12\\. item"),
            ("1) item", "1\\) item"),
            ("===", "\\==="),
            ("    code", "code"),
            ("a - b 1. c = d", "a - b 1. c = d"),
            ("# h", "\\# h"),
            ("> q", "\\> q"),
            ("| a |", "\\| a \\|"),
            ("~~~", "\\~\\~\\~"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }

    #[test]
    fn a_number_and_its_point_in_two_runs_begin_no_list() {
        assert_eq!(runs(&[plain("1"), plain("2"), plain(". x")]), "12\\. x");
    }

    #[test]
    fn line_breaks_are_hard_and_begin_a_line_again() {
        assert_eq!(runs(&[plain("a\n- b"), plain("\n\n")]), "a\\\n\\- b");
        assert_eq!(runs(&[plain("\n a\\\n")]), "a\\\\");
    }

    #[test]
    fn marks_hold_no_blanks_at_their_edges_and_do_not_run_together() {
        let strong = Run {
            text: " a ".to_owned(),
            strong: true,
            ..Run::default()
        };
        let em = Run {
            text: "b".to_owned(),
            em: true,
            ..Run::default()
        };
        assert_eq!(runs(&[plain("x"), strong.clone(), em.clone()]), "x **a** *b*");
        assert_eq!(
            runs(&[
                Run {
                    text: "a".to_owned(),
                    ..strong
                },
                em
            ]),
            "**a**_b_"
        );
    }

    #[test]
    fn links_lead_to_plain_addresses_alone() {
        let link = |to: &str| {
            runs(&[Run {
                text: "x](y)".to_owned(),
                link: Some(to.to_owned()),
                ..Run::default()
            }])
        };
        assert_eq!(link("https://un.org/a?b=1&c"), "[x\\](y)](<https://un.org/a?b=1&amp;c>)");
        assert_eq!(link("https://un.org/>\\"), "[x\\](y)](<https://un.org/%3E%5C>)");
        assert_eq!(link("javascript:alert(1)"), "x\\](y)");
    }
}
