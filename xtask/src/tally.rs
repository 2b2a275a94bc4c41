//! Counts passed and failed tests in what the test programs print.

/// How many passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Tally {
    /// Takes one printed line into account. Known: Rust's test harness (`test result: …`), Vitest (`Tests  …`), Node's own
    /// runner (`# pass 3`) and Playwright (`  3 passed (2.1s)`).
    pub fn read_line(&mut self, line: &str) {
        let plain = without_colours(line);
        let words: Vec<&str> = plain
            .split(|letter: char| letter.is_whitespace() || ";|()".contains(letter))
            .collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        match words.as_slice() {
            ["test", "result:", rest @ ..] | ["Tests", rest @ ..] => self.add_pairs(rest),
            ["#" | "ℹ", "pass", count] => self.passed += count.parse().unwrap_or(0),
            ["#" | "ℹ", "fail", count] => self.failed += count.parse().unwrap_or(0),
            [count, "passed" | "failed", rest @ ..] if rest.len() <= 1 && is_count(count) => self.add_pairs(&words),
            _ => {}
        }
    }

    fn add_pairs(&mut self, words: &[&str]) {
        for pair in words.windows(2) {
            match (pair[0].parse::<u64>(), pair[1]) {
                (Ok(count), "passed") => self.passed += count,
                (Ok(count), "failed") => self.failed += count,
                _ => {}
            }
        }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn is_count(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Takes out the escape sequences that colour a terminal: ESC, `[`, up to the closing letter.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(|letter| letter.is_ascii_alphabetic());
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> (u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read_line(line));
        (tally.passed, tally.failed)
    }

    #[test]
    fn the_results_of_several_rust_test_programs_add_up() {
        let first = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        let second = "test result: \u{1b}[31mFAILED\u{1b}[m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(tally(&["running 12 tests", first, second]), (15, 2));
    }

    #[test]
    fn vitest_counts_its_tests_and_not_its_files() {
        let lines = [" Test Files  3 passed (3)", "      Tests  1 failed | 41 passed (42)"];
        assert_eq!(tally(&lines), (41, 1));
    }

    #[test]
    fn playwright_counts_each_line_once() {
        assert_eq!(
            tally(&["  1 failed", "    [chromium] › join.spec.ts:3:1 › join", "  27 passed (1.2m)"]),
            (27, 1)
        );
    }

    #[test]
    fn nodes_own_runner_is_understood() {
        assert_eq!(tally(&["# tests 4", "# pass 3", "# fail 1"]), (3, 1));
        assert_eq!(tally(&["ℹ tests 2", "ℹ pass 2", "ℹ fail 0"]), (2, 0));
    }

    #[test]
    fn a_test_that_talks_about_passing_is_not_counted() {
        assert_eq!(
            tally(&[
                "two motions passed and 3 failed to",
                "passed",
                "3 passed the list and left early"
            ]),
            (0, 0)
        );
    }
}
