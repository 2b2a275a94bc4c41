//! The notes from outside: what the guard lets pass and what not, and what becomes of it.

mod editing;
mod forged;
mod interop;
mod mutated;
mod points;
mod support;
mod template;
