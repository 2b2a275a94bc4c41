//! The strings that people with bad intentions write, as `tests/fixtures/content/hostile.json` has them by their shape. The tests of
//! the pages read the same file.

use crate::extent::Chance;
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../fixtures/content/hostile.json");

/// Shapes that are no texts of their own: where links lead, what stands in JSON, and names that have nothing wrong with them.
const APART: [&str; 3] = ["addresses", "json_escapes", "kept_names"];

/// Shapes that nobody may be called by.
const NO_NAMES: [&str; 4] = ["turning", "unseen", "towers", "marks_first"];

/// All strings, by shape.
pub struct Corpus(BTreeMap<String, Vec<String>>);

impl Corpus {
    pub fn read() -> Self {
        Self(serde_json::from_str(FILE).unwrap())
    }

    /// The strings of one shape.
    pub fn of(&self, shape: &str) -> &[String] {
        &self.0[shape]
    }

    /// Strings that are refused as a name, with their shape.
    pub fn no_names(&self) -> impl Iterator<Item = (&str, &String)> {
        NO_NAMES
            .into_iter()
            .flat_map(|shape| self.of(shape).iter().map(move |text| (shape, text)))
    }

    /// So many of each shape, at most, by chance.
    pub fn some_of_each(&self, count: usize, chance: &mut Chance) -> Vec<&str> {
        let shapes = self.0.iter().filter(|(shape, _)| !APART.contains(&shape.as_str()));
        let mut chosen = Vec::new();
        for (_, texts) in shapes {
            let mut left: Vec<&str> = texts.iter().map(String::as_str).collect();
            while left.len() > count {
                let at = chance.below(u64::try_from(left.len()).unwrap());
                left.swap_remove(usize::try_from(at).unwrap());
            }
            chosen.extend(left);
        }
        chosen
    }
}
