//! Makes a PDF of a document that is laid out already: tagged for screen readers, and refused unless it keeps to PDF/UA-1.
//! Pure: the same document gives the same bytes a year later, and nothing is read but what is handed in and what is compiled in.
//!
//! A crate of its own because the typesetter is heavy to compile. It knows the document by its JSON form alone, so that the
//! server's crate and this one do not have to be compiled one after the other.
//!
//! - `sheet` is the document as it comes in;
//! - `tidy` makes it something that the typesetter never refuses: characters that cannot be shown, levels of headings, widths;
//! - `desk` is all that the typesetter can see: the template, the document and the fonts;
//! - `press` typesets and writes the file.

mod desk;
mod fonts;
mod press;
mod sheet;
mod tidy;

pub use press::{Fault, render};
