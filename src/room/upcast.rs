//! Raises older stored forms of a record to the current one on reading. A journal is never rewritten: when the form of an
//! event changes, [`CURRENT`] goes up by one, a step from the former version is added to [`raise`], and the former version's
//! fixture stays in `tests/fixtures/events/`.

use super::record::RecordUnreadable;
use serde_json::Value;

/// The version that is written.
pub const CURRENT: u64 = 1;

/// The record in its current form.
pub fn raise(record: Value) -> Result<Value, RecordUnreadable> {
    match record.get("v").and_then(Value::as_u64) {
        Some(CURRENT) => Ok(record),
        Some(version) => Err(RecordUnreadable::Version(version)),
        None => Err(RecordUnreadable::Form("it says no version".to_owned())),
    }
}
