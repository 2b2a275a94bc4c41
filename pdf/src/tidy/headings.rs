//! Levels of headings as PDF/UA wants them: the first heading is of level 1, and none is skipped on the way down.

/// The deepest level that a PDF knows.
const DEEPEST: u8 = 6;

/// The level of the heading before; 0 before the first.
#[derive(Debug, Default)]
pub struct Levels {
    before: u8,
}

impl Levels {
    /// Whether no heading has come yet.
    pub fn is_fresh(&self) -> bool {
        self.before == 0
    }

    /// The level for a heading that wishes for one.
    pub fn next(&mut self, wished: u8) -> u8 {
        self.before = wished.clamp(1, (self.before + 1).min(DEEPEST));
        self.before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_skipped_on_the_way_down_and_any_may_be_on_the_way_up() {
        let mut levels = Levels::default();
        let wished = [3, 2, 4, 2, 3, 9, 9, 9, 9, 0, 6];
        assert_eq!(wished.map(|wish| levels.next(wish)), [1, 2, 3, 2, 3, 4, 5, 6, 6, 1, 2]);
    }
}
