//! The rules of the register as sentences.

mod balance;
mod groups;
mod import;
mod list;
mod random;
mod scene;
mod several_sessions;
mod sheet;
