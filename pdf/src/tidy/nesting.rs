//! How deep lists and quotations are set inside each other. The typesetter goes down only so far; what is deeper stands in the
//! last one that it goes down to, with every word.

/// How far the typesetter goes down for certain: twenty-four lists inside each other, as many as notes may have, or fewer where
/// quotations are among them.
const DEPTH_MAX: usize = LIST * 24;
/// How far a list and a quotation take it down.
const LIST: usize = 2;
const QUOTE: usize = 8;

/// What the part that is being tidied lies in.
#[derive(Debug, Default)]
pub struct Nesting {
    depth: usize,
}

impl Nesting {
    /// Whether a list is no longer set as one.
    pub fn is_full_for_lists(&self) -> bool {
        self.depth + LIST > DEPTH_MAX
    }

    /// Whether a quotation is no longer set as one.
    pub fn is_full_for_quotes(&self) -> bool {
        self.depth + QUOTE > DEPTH_MAX
    }

    pub fn enter_list(&mut self) {
        self.depth += LIST;
    }

    pub fn leave_list(&mut self) {
        self.depth -= LIST;
    }

    pub fn enter_quote(&mut self) {
        self.depth += QUOTE;
    }

    pub fn leave_quote(&mut self) {
        self.depth -= QUOTE;
    }
}
