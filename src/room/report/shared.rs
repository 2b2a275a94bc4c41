//! The stored form of the blocks of a draft: that of the blocks, without a word of their being shared.

use crate::room::notes::Block;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

pub(super) fn serialize<S: Serializer>(blocks: &Arc<Vec<Block>>, serializer: S) -> Result<S::Ok, S::Error> {
    blocks.as_ref().serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Vec<Block>>, D::Error> {
    Vec::deserialize(deserializer).map(Arc::new)
}
