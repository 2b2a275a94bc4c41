//! What stands in the PDF, as poppler reads it, and that there always is one.
//!
//! poppler's programs have to be there; `cargo xtask test` installs them.

mod poppler;
mod rich;
mod surprises;
