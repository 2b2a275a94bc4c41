//! The page that a phone ends with: the view of its welcome with every change merged, and the hash of it.

use super::Hash;
use crate::patch;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

#[derive(Deserialize)]
struct Change {
    patch: Value,
}

/// The first frame is a view, the others are changes as they came.
pub fn merge<'a>(mut frames: impl Iterator<Item = &'a [u8]>) -> Result<Value, String> {
    let unreadable = |error: serde_json::Error| format!("a change that cannot be read: {error}");
    let Some(first) = frames.next() else {
        return Ok(Value::Null);
    };
    let mut view = serde_json::from_slice(first).map_err(unreadable)?;
    for frame in frames {
        let change: Change = serde_json::from_slice(frame).map_err(unreadable)?;
        patch::apply(&mut view, &change.patch);
    }
    Ok(view)
}

/// The hash of a view, however its fields are ordered.
pub fn hash(view: &Value) -> Hash {
    Sha256::digest(canonical(view)).into()
}

/// JSON with the fields of every object in the order of their names.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            let told = fields
                .iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)));
            format!("{{{}}}", told.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn changes_are_merged_into_the_view_of_the_welcome() {
        let frames: [&[u8]; 3] = [
            br#"{"floor":{"r1":1,"r2":2}}"#,
            br#"{"type":"change","seq":2,"patch":{"floor":{"r1":null}}}"#,
            br#"{"type":"change","seq":3,"patch":{"floor":{"r3":{"b":1,"a":[2]}}}}"#,
        ];
        let view = merge(frames.into_iter()).expect("changes");
        assert_eq!(view, json!({"floor": {"r2": 2, "r3": {"a": [2], "b": 1}}}));
        assert_eq!(canonical(&view), r#"{"floor":{"r2":2,"r3":{"a":[2],"b":1}}}"#);
        assert_ne!(hash(&view), hash(&json!({})));
        assert!(merge([b"{}".as_slice(), b"{".as_slice()].into_iter()).is_err());
    }
}
