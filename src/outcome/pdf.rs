//! `outcome.pdf`: a sheet as accessible PDF, typeset by the crate that is kept apart for it.

use super::sheet::Sheet;

/// A document that could not be made in its format, though nothing is wrong with the outcome itself. What the typesetter says can
/// hold words of the document, which belong in no log, so it is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the typesetter could not make the PDF")]
pub struct NotRendered;

/// The bytes of the file.
pub(super) fn render(sheet: &Sheet) -> Result<Vec<u8>, NotRendered> {
    let sheet = serde_json::to_vec(sheet).map_err(|_| NotRendered)?;
    roundtable_pdf::render(&sheet).map_err(|_| NotRendered)
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Column, Fact, Language, Part, Role, Words};
    use super::*;

    /// The typesetter's crate knows a sheet by its JSON form alone: a part that it does not know would be refused here.
    #[test]
    fn every_kind_of_part_is_known_to_the_typesetter() {
        let words = || Words::of("Укрепление национального потенциала");
        let paragraph = |role| Part::Paragraph { role, words: words() };
        let roles = [Role::Body, Role::Warning, Role::Nature, Role::Note];
        let mut parts = vec![Part::Heading {
            level: 1,
            words: words(),
        }];
        parts.extend(roles.map(paragraph));
        parts.extend([
            Part::Point {
                number: 1,
                labels: vec!["Gap".to_owned()],
                words: words(),
            },
            Part::Facts {
                facts: vec![Fact {
                    name: "Chair".to_owned(),
                    value: words(),
                }],
            },
            Part::List {
                ordered: true,
                start: 3,
                items: vec![vec![paragraph(Role::Body)]],
            },
            Part::Quote {
                parts: vec![paragraph(Role::Body)],
            },
            Part::Table {
                caption: words(),
                columns: vec![Column {
                    head: words(),
                    is_number: true,
                }],
                has_row_heads: true,
                rows: vec![vec![words()]],
            },
            Part::Drawing {
                svg: r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>"#.to_owned(),
                alt: "nothing".to_owned(),
            },
            Part::Rule,
        ]);
        let sheet = Sheet {
            title: "A title".to_owned(),
            subject: String::new(),
            author: String::new(),
            as_of: "2024-05-10T21:00:00Z".to_owned(),
            foot: String::new(),
            language: Language::English,
            parts,
        };
        assert!(render(&sheet).expect("a PDF").starts_with(b"%PDF-1.7"));
    }
}
