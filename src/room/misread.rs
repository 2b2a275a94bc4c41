//! Why stored JSON could not be read, without a word of what is in it: this is written into logs, and what is stored are names, texts and
//! ballots.

use serde_json::error::Category;

/// What is wrong, and where that is known.
pub fn misread(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Io => "it could not be read",
        Category::Syntax => "it is no JSON",
        Category::Eof => "it is cut short",
        Category::Data => "it does not have the form that this program knows",
    };
    match error.column() {
        0 => what.to_owned(),
        column => format!("{what}, from its byte {column} on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::record::Record;

    #[test]
    fn what_is_stored_is_not_quoted() {
        let wrong = [
            r#"{"v":1,"at":0,"events":[{"type":"Ana Silva"}]}"#,
            r#"{"v":1,"at":"Ana Silva","events":[]}"#,
            r#"{"v":1,"at":0,"by":"Ana Silva","events":[]}"#,
            r#"{"v":1,"at":0,"events":"Ana Silva"#,
            "Ana Silva",
        ];
        for wrong in wrong {
            let said = Record::decode(wrong.as_bytes()).unwrap_err().to_string();
            assert!(!said.contains("Ana"), "{said}");
        }
    }

    #[test]
    fn the_place_is_said_where_it_is_known() {
        let error = serde_json::from_str::<Vec<u8>>("[1, true]").unwrap_err();
        assert_eq!(
            misread(&error),
            "it does not have the form that this program knows, from its byte 8 on"
        );
    }
}
