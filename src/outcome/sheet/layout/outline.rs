//! Levels of the notes' headings inside the document: below the section that holds the notes, and never skipping one,
//! whatever the writers did.

/// Level of the section that holds the notes.
const SECTION: u8 = 2;

/// Where in the outline the notes are.
#[derive(Default)]
pub(super) struct Outline {
    open: Vec<u8>,
}

impl Outline {
    /// The level in the document of the next heading, from its level in the notes.
    pub(super) fn level(&mut self, in_notes: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= in_notes) {
            self.open.pop();
        }
        self.open.push(in_notes);
        // No more than the levels that notes have can be open.
        u8::try_from(self.open.len()).map_or(6, |open| SECTION.saturating_add(open).min(6))
    }
}

#[cfg(test)]
mod tests {
    use super::Outline;

    #[test]
    fn levels_go_down_one_at_a_time_and_stay_below_the_section() {
        let mut outline = Outline::default();
        let levels: Vec<u8> = [3, 3, 1, 3, 2, 1, 2, 3]
            .into_iter()
            .map(|level| outline.level(level))
            .collect();
        assert_eq!(levels, [3, 3, 3, 4, 4, 3, 4, 5]);
    }
}
