//! The checksum that every stored payload carries: CRC-32 (the one of zip and PNG) over the stream's name, the place and the
//! bytes. It is there to find damage, not forgery, and has to cost next to nothing when a million records are read back; with
//! the name and the place in it, a payload that turns up in the wrong stream or at the wrong place is found as well.

use super::super::Stream;

const POLYNOMIAL: u32 = 0xEDB8_8320;
/// Bytes taken in one step; one table for each.
const STRIDE: usize = 8;
const TABLES: [[u32; 256]; STRIDE] = tables();

/// Marks the checksum of a snapshot, so that it is never mistaken for that of the record at the same place.
const SNAPSHOT_MARK: u64 = 1 << 63;
/// Marks the checksum of a slip, which has no place.
const SLIP_MARK: u64 = 1 << 62;

/// The part of the checksum that all payloads of a stream share.
#[derive(Debug, Clone, Copy)]
pub(super) struct StreamChecksum(u32);

impl StreamChecksum {
    pub(super) fn new(stream: &Stream) -> Self {
        Self(extend(u32::MAX, stream.as_str().as_bytes()))
    }

    /// The checksum of a record.
    pub(super) fn record(self, seq: u64, payload: &[u8]) -> i64 {
        let placed = extend(self.0, &seq.to_be_bytes());
        i64::from(!extend(placed, payload))
    }

    /// The checksum of a snapshot.
    pub(super) fn snapshot(self, seq: u64, payload: &[u8]) -> i64 {
        self.record(seq | SNAPSHOT_MARK, payload)
    }

    /// The checksum of a slip.
    pub(super) fn slip(self, payload: &[u8]) -> i64 {
        self.record(SLIP_MARK, payload)
    }
}

/// Carries a CRC on over more bytes: eight at a time by table, then the rest one by one.
fn extend(mut crc: u32, bytes: &[u8]) -> u32 {
    let (strides, rest) = bytes.as_chunks::<STRIDE>();
    for stride in strides {
        let folded = u64::from_le_bytes(*stride) ^ u64::from(crc);
        crc = 0;
        for (table, byte) in TABLES.iter().rev().zip(folded.to_le_bytes()) {
            crc ^= table[usize::from(byte)];
        }
    }
    for byte in rest {
        crc = (crc >> 8) ^ TABLES[0][usize::from((crc as u8) ^ byte)];
    }
    crc
}

const fn tables() -> [[u32; 256]; STRIDE] {
    let mut tables = [[0; 256]; STRIDE];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ POLYNOMIAL } else { crc >> 1 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut table = 1;
    while table < STRIDE {
        let mut byte = 0;
        while byte < 256 {
            let previous = tables[table - 1][byte];
            tables[table][byte] = (previous >> 8) ^ tables[0][(previous & 0xFF) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::{StreamChecksum, extend};
    use crate::journal::Stream;

    fn crc_32(bytes: &[u8]) -> u32 {
        !extend(u32::MAX, bytes)
    }

    #[test]
    fn it_is_the_crc_32_that_everyone_knows() {
        assert_eq!(crc_32(b""), 0);
        assert_eq!(crc_32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc_32(b"The quick brown fox jumps over the lazy dog"), 0x414F_A339);
    }

    #[test]
    fn the_same_bytes_have_another_checksum_at_another_place_or_in_another_stream() {
        let here = StreamChecksum::new(&Stream::new("meeting/group-1"));
        let elsewhere = StreamChecksum::new(&Stream::new("meeting/group-2"));
        assert_ne!(here.record(1, b"ballot"), here.record(2, b"ballot"));
        assert_ne!(here.record(1, b"ballot"), elsewhere.record(1, b"ballot"));
        assert_ne!(here.record(1, b"ballot"), here.snapshot(1, b"ballot"));
        assert_ne!(here.record(0, b"ballot"), here.slip(b"ballot"));
    }
}
