//! Everything that a server leaves behind, as bytes, to be searched.

use std::fs;
use std::path::Path;

/// Files and other outputs, each with its name.
#[derive(Default)]
pub struct Traces(Vec<(String, String)>);

impl Traces {
    /// Every file of a folder and of those below it.
    pub fn of_folder(folder: &Path) -> Self {
        let mut traces = Self::default();
        traces.add_folder(folder);
        assert!(!traces.0.is_empty(), "{} holds nothing", folder.display());
        traces
    }

    fn add_folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.add_folder(&path);
            } else {
                // Every byte becomes a character, so that nothing is lost and places stay what they are.
                let bytes = fs::read(&path).unwrap();
                self.add(&path.display().to_string(), bytes.into_iter().map(char::from).collect());
            }
        }
    }

    /// Something else that came out of the server.
    pub fn add(&mut self, name: &str, text: String) {
        self.0.push((name.to_owned(), text));
    }

    /// All of them: name and text.
    pub fn all(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter()
    }

    /// The texts of one name.
    pub fn texts_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(given, _)| given == name)
            .map(|(_, text)| text.as_str())
    }

    /// In which of them something is found, and where; a text of ASCII alone.
    pub fn places_of(&self, needle: &str) -> Vec<(&str, usize)> {
        let found = |(name, text)| str::match_indices(text, needle).map(move |(at, _)| (name, at));
        self.0
            .iter()
            .flat_map(|(name, text)| found((name.as_str(), text.as_str())))
            .collect()
    }

    /// What stands around the first place of something, to be told when it should not be there.
    fn beside(&self, needle: &str) -> Option<String> {
        let (text, at) = self.0.iter().find_map(|(_, text)| Some((text, text.find(needle)?)))?;
        let from = text.floor_char_boundary(at.saturating_sub(200));
        let printed = text[from..].chars().take(400);
        Some(
            printed
                .map(|character| if character.is_ascii_graphic() { character } else { ' ' })
                .collect(),
        )
    }

    /// Fails where one of these is found.
    pub fn expect_none(&self, what: &str, needles: impl IntoIterator<Item = String>) {
        for needle in needles {
            let places = self.places_of(&needle);
            let beside: String = self.beside(&needle).unwrap_or_default();
            assert!(places.is_empty(), "{what}: {needle} is left at {places:?}: {beside}");
        }
    }
}

/// How alike two orders of the same things are: 1 the same, -1 one backwards, about 0 where they have nothing to do with each
/// other (Kendall's tau). `order` has, for each thing in the first order, its place in the second.
pub fn likeness(order: &[usize]) -> f64 {
    let (mut same, mut pairs) = (0.0, 0.0);
    for (at, earlier) in order.iter().enumerate() {
        for later in &order[at + 1..] {
            same += if earlier < later { 1.0 } else { 0.0 };
            pairs += 1.0;
        }
    }
    2.0 * same / pairs - 1.0
}

#[test]
fn likeness_is_one_for_the_same_order_and_minus_one_for_the_reverse() {
    assert!((likeness(&[1, 2, 5, 9]) - 1.0).abs() < 1e-9);
    assert!((likeness(&[9, 5, 2, 1]) + 1.0).abs() < 1e-9);
}
