//! From bytes to text. A file in another encoding than UTF-8 is not guessed at: names with wrong letters would be on every sheet. It is
//! said which encoding it seems to be in, and how to save it.

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRead {
    /// The reason for programs; stable.
    pub code: &'static str,
    /// The reason for people.
    pub message: String,
}

impl NotRead {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

const HOW: &str = "In Excel choose “Save as” and “CSV UTF-8”; in LibreOffice choose the character set UTF-8.";

/// The text with one kind of line break and without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<String, NotRead> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let message = format!("This is a workbook of a spreadsheet program, not CSV. {HOW}");
        return Err(NotRead::new("csv-workbook", message));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.contains(&0) {
        let message = format!("This file is in UTF-16, and UTF-8 is needed. {HOW}");
        return Err(NotRead::new("csv-encoding", message));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(error) => Err(other_encoding(bytes, error.valid_up_to())),
    }
}

/// What is said of a file that is not in UTF-8: where that is seen first, so that people find the letter.
fn other_encoding(bytes: &[u8], at: usize) -> NotRead {
    let before = &bytes[..at];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let begin = before
        .iter()
        .rposition(|byte| matches!(byte, b'\n' | b',' | b';' | b'\t'))
        .map_or(0, |place| place + 1);
    let word: String = String::from_utf8_lossy(&before[begin..]).chars().take(40).collect();
    let after = if word.is_empty() {
        String::new()
    } else {
        format!(", after “{word}”")
    };
    let message = format!(
        "This file is not in UTF-8 (seen in line {line}{after}); it seems to be in an older encoding such as Windows-1252, and its letters \
         could be read wrongly. {HOW}"
    );
    NotRead::new("csv-encoding", message)
}
