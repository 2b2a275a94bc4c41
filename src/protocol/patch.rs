//! RFC 7396 merge patches: the difference of two views, and its application.

use serde_json::{Map, Value};

/// What a client that has `old` must merge to have `new`; none where they are the same. Neither may hold a null.
pub fn difference(old: &Value, new: &Value) -> Option<Value> {
    if old == new {
        return None;
    }
    let (Value::Object(old), Value::Object(new)) = (old, new) else {
        return Some(new.clone());
    };
    let mut patch = Map::new();
    for key in old.keys().filter(|key| !new.contains_key(*key)) {
        patch.insert(key.clone(), Value::Null);
    }
    for (key, value) in new {
        let change = match old.get(key) {
            Some(before) => difference(before, value),
            None => Some(value.clone()),
        };
        if let Some(change) = change {
            patch.insert(key.clone(), change);
        }
    }
    Some(Value::Object(patch))
}

/// Merges a patch into a view.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(members) = target else { return };
    for (key, value) in patch {
        if value.is_null() {
            members.remove(key);
        } else {
            merge(members.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn nothing_changed_needs_no_patch() {
        assert_eq!(difference(&json!({"a": 1}), &json!({"a": 1})), None);
    }

    #[test]
    fn a_removed_member_is_a_null_and_an_array_travels_whole() {
        let patch = difference(
            &json!({"a": 1, "order": [1, 2], "b": {"c": 1, "d": 2}}),
            &json!({"order": [2], "b": {"c": 1, "d": 3}}),
        );
        assert_eq!(patch, Some(json!({"a": null, "order": [2], "b": {"d": 3}})));
    }

    fn views() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "[a-c]{0,2}".prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                prop::collection::btree_map("[a-d]", inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn old_view_and_patch_make_the_new_view(old in views(), new in views()) {
            let mut merged = old.clone();
            if let Some(patch) = difference(&old, &new) {
                merge(&mut merged, &patch);
            }
            prop_assert_eq!(merged, new);
        }
    }
}
