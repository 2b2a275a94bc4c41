//! What is said of the document as a whole: its properties, its languages, its styles and the foot of its pages.

use super::body::paragraph;
use super::run::{styled, tag};
use super::xml::{HEAD, NAMESPACES, escaped};
use crate::outcome::sheet::{Language, Sheet};

/// The namespaces of a document's properties.
const NAMESPACES_OF_CORE: &str = "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
     xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
     xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// `core.xml`: title, author and moment. The moment is that of the sheet, never that of writing.
pub(super) fn core(sheet: &Sheet) -> String {
    let mut xml = format!("{HEAD}<cp:coreProperties {NAMESPACES_OF_CORE}>");
    let texts = [
        ("dc:title", sheet.title.as_str()),
        ("dc:subject", &sheet.subject),
        ("dc:creator", &sheet.author),
        ("dc:language", tag(sheet.language)),
    ];
    for (name, text) in texts {
        if !text.is_empty() {
            xml += &format!("<{name}>{}</{name}>", escaped(text));
        }
    }
    if is_moment(&sheet.as_of) {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml += &format!("<{name} xsi:type=\"dcterms:W3CDTF\">{}</{name}>", sheet.as_of);
        }
    }
    xml + "</cp:coreProperties>"
}

/// Word refuses a document with a moment that it cannot read, such as one of a year with five digits.
fn is_moment(text: &str) -> bool {
    let fits = |(letter, shape): (char, char)| {
        if shape == '0' {
            letter.is_ascii_digit()
        } else {
            letter == shape
        }
    };
    let shape = "0000-00-00T00:00:00Z";
    text.len() == shape.len() && text.chars().zip(shape.chars()).all(fits)
}

/// `styles.xml`, with the language of the document as the one of all that says no other.
pub(super) fn styles(language: Language) -> String {
    include_str!("parts/styles.xml").replace("<w:lang/>", &languages("w:lang", language))
}

/// `settings.xml`.
pub(super) fn settings(language: Language) -> String {
    include_str!("parts/settings.xml").replace("<w:themeFontLang/>", &languages("w:themeFontLang", language))
}

/// One language for each kind of script.
fn languages(element: &str, language: Language) -> String {
    let latin = match language {
        Language::Arabic | Language::Chinese => Language::English,
        other => other,
    };
    let (east_asian, right_to_left) = (tag(Language::Chinese), tag(Language::Arabic));
    format!(
        "<{element} w:val=\"{}\" w:eastAsia=\"{east_asian}\" w:bidi=\"{right_to_left}\"/>",
        tag(latin)
    )
}

/// `footer.xml`: the short line of the sheet, and which page of how many this is.
pub(super) fn footer(sheet: &Sheet) -> String {
    let foot = styled(&sheet.foot.replace('\n', " "), sheet.language, "");
    let pages = format!(
        "<w:r><w:tab/></w:r>{}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}",
        field("PAGE"),
        field("NUMPAGES")
    );
    let line = paragraph("Footer", "", sheet.language, "", &(foot + &pages));
    format!("{HEAD}<w:ftr {NAMESPACES}>{line}</w:ftr>")
}

fn field(name: &str) -> String {
    format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}

#[cfg(test)]
mod tests {
    use super::is_moment;

    #[test]
    fn only_moments_that_word_can_read_are_told() {
        assert!(is_moment("2024-05-10T21:00:00Z"));
        for wrong in [
            "",
            "+12024-05-10T21:00:00Z",
            "-009999-01-02T01:59:59Z",
            "2024-05-10 21:00:00Z",
            "２024-05-10T21:00:0Z",
        ] {
            assert!(!is_moment(wrong), "{wrong}");
        }
    }
}
