//! The PDF of a document, from the outside.

mod always;
mod hostile;
mod poppler;
mod sheets;
