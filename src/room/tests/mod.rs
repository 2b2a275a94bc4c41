//! Rules as sentences: given these events, when this command, then these events or this refusal.
