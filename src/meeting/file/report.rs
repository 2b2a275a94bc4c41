//! Collects what is wrong with a meeting file and finds the line of each error.

use super::FileError;
use crate::meeting::wrong::Wrong;
use std::ops::Range;

/// The errors found so far.
pub(super) struct Report {
    line_starts: Vec<usize>,
    errors: Vec<FileError>,
}

impl Report {
    /// No errors yet in this text.
    pub(super) fn new(text: &str) -> Self {
        let after_breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        Self {
            line_starts: std::iter::once(0).chain(after_breaks).collect(),
            errors: Vec::new(),
        }
    }

    /// Notes an error at the start of the span.
    pub(super) fn add(&mut self, span: &Range<usize>, field: &str, wrong: impl Into<Wrong>) {
        self.errors.push(FileError::new(self.line_of(span), field, wrong));
    }

    /// How many errors there are so far.
    pub(super) fn count(&self) -> usize {
        self.errors.len()
    }

    /// The line on which the span starts, from 1.
    pub(super) fn line_of(&self, span: &Range<usize>) -> usize {
        self.line_starts.partition_point(|start| *start <= span.start)
    }

    /// The errors in the order of the file.
    pub(super) fn into_errors(mut self) -> Vec<FileError> {
        self.errors
            .sort_by(|one, other| (one.line, &one.field, &one.message).cmp(&(other.line, &other.field, &other.message)));
        self.errors.dedup();
        self.errors
    }
}
