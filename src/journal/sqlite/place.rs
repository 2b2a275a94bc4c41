//! Where a record lies in the file. Its stream's number and its place in the stream are one 64-bit key, so that the records of
//! a stream lie side by side, are found by the cheapest look-up there is, and need no second index.

/// Bits of the key for the place in the stream: a million million records. The rest, 23 bits, number eight million streams.
/// The schema's checks keep both in their bounds.
const SEQ_BITS: u32 = 40;

/// The largest sequence number that a stream can reach.
const SEQ_MAX: u64 = (1 << SEQ_BITS) - 1;

/// The key of a record; beyond the last possible place it is the key of that one.
pub(super) fn key(stream_id: i64, seq: u64) -> i64 {
    (stream_id << SEQ_BITS) | seq.min(SEQ_MAX).cast_signed()
}

/// The last key that a record of this stream could have.
pub(super) fn last_key(stream_id: i64) -> i64 {
    key(stream_id, SEQ_MAX)
}

/// The place in the stream that a key stands for.
pub(super) fn seq(key: i64) -> u64 {
    key.cast_unsigned() & SEQ_MAX
}
