//! Typesets a document and writes the file.

use crate::desk::Desk;
use crate::sheet::Sheet;
use crate::tidy;
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The file's properties name the program that made it.
const CREATOR: &str = "Roundtable";

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// What was handed in is no document of the known form.
    #[error("the document to print is not of the form that is known here: {0}")]
    Form(#[from] serde_json::Error),
    /// The document's moment is not written as in `2024-05-10T21:00:00Z`.
    #[error("the moment of the document to print is not one in UTC: {0:?}")]
    Moment(String),
    /// The typesetter objects. What it says can hold words of the document, so it belongs in no log.
    #[error("the document cannot be printed: {0}")]
    Typesetting(String),
}

/// The PDF of a document that is handed in as JSON, in the form of the server's `outcome::sheet::Sheet`.
///
/// # Errors
///
/// Where the JSON is of another form, or the typesetter objects. A document that the server has laid out is always printed.
pub fn render(sheet_json: &[u8]) -> Result<Vec<u8>, Fault> {
    let sheet: Sheet = serde_json::from_slice(sheet_json)?;
    let options = options(&sheet.as_of)?;
    let mut document = serde_json::to_value(tidy::tidied(sheet))?;
    let printed = print(&document, &options).or_else(|fault| {
        // A drawing that cannot be printed keeps nobody from the document: its figures stand in the table behind it.
        if leave_out_bad_drawings(&mut document, &options) {
            print(&document, &options)
        } else {
            Err(fault)
        }
    });
    // The typesetter remembers every step for the next document, which is another one.
    comemo::evict(0);
    printed
}

/// Leaves out the drawings that cannot even be printed alone; says whether there were any.
fn leave_out_bad_drawings(document: &mut Value, options: &PdfOptions) -> bool {
    let mut alone = document.clone();
    let mut is_bad = |part: &Value| {
        alone["parts"] = Value::Array(vec![part.clone()]);
        part["part"] == "drawing" && print(&alone, options).is_err()
    };
    leave_out(document, &mut is_bad)
}

/// Leaves out parts, however deep inside others; says whether there were any.
fn leave_out(value: &mut Value, is_bad: &mut impl FnMut(&Value) -> bool) -> bool {
    match value {
        Value::Array(items) => {
            let before = items.len();
            items.retain(|item| !is_bad(item));
            let is_less = items.len() < before;
            leave_out_of_all(items.iter_mut(), is_bad) || is_less
        }
        Value::Object(fields) => leave_out_of_all(fields.values_mut(), is_bad),
        _ => false,
    }
}

fn leave_out_of_all<'a>(values: impl Iterator<Item = &'a mut Value>, is_bad: &mut impl FnMut(&Value) -> bool) -> bool {
    let mut are_less = false;
    for value in values {
        // Of each, also where one before had some.
        are_less |= leave_out(value, is_bad);
    }
    are_less
}

fn print(document: &Value, options: &PdfOptions) -> Result<Vec<u8>, Fault> {
    let desk = Desk::new(serde_json::to_vec(document)?);
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(|errors| objection(&errors))?;
    typst_pdf::pdf(&document, options).map_err(|errors| objection(&errors))
}

fn options(as_of: &str) -> Result<PdfOptions, Fault> {
    let moment = moment(as_of).ok_or_else(|| Fault::Moment(as_of.to_owned()))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    Ok(PdfOptions {
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: Some(Timestamp::new_utc(moment)),
        standards: standards.map_err(|problem| Fault::Typesetting(problem.message().to_string()))?,
        ..PdfOptions::default()
    })
}

/// Reads `2024-05-10T21:00:00Z`; fractions of a second are passed over.
fn moment(text: &str) -> Option<Datetime> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let mut date = date.splitn(3, '-');
    let (year, month, day) = (date.next()?, date.next()?, date.next()?);
    let mut time = time.split('.').next()?.splitn(3, ':');
    let (hour, minute, second) = (time.next()?, time.next()?, time.next()?);
    Datetime::from_ymd_hms(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
        hour.parse().ok()?,
        minute.parse().ok()?,
        second.parse().ok()?,
    )
}

fn objection(errors: &[SourceDiagnostic]) -> Fault {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Fault::Typesetting(messages.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_and_without_fractions_of_a_second() {
        assert_eq!(moment("2024-05-10T21:04:05Z"), Datetime::from_ymd_hms(2024, 5, 10, 21, 4, 5));
        assert_eq!(
            moment("2024-05-10T21:04:05.250Z"),
            Datetime::from_ymd_hms(2024, 5, 10, 21, 4, 5)
        );
        for wrong in ["", "2024-05-10", "2024-05-10T21:04:05+02:00", "2024-13-10T21:04:05Z"] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }
}
