//! The PDF of a document, from the outside.

mod always;
mod poppler;
mod sheets;
