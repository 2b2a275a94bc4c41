//! Bounds of the list of participants.

/// People of one meeting: more than the largest conferences of the United Nations have in their rooms.
pub const PEOPLE_MAX: usize = 20_000;
/// Rows of one file.
pub const ROWS_MAX: usize = 10_000;
/// Bytes of one file: rows of four hundred characters each, most of them in scripts that take three bytes.
pub const FILE_BYTES_MAX: usize = 12 * 1_024 * 1_024;
/// Faults of a file that are told; of more, only the number.
pub const FAULTS_TOLD_MAX: usize = 200;
/// People that one command names, but for an import: what fits into a plain request.
pub const NAMED_MAX: usize = 2_000;
/// Characters of the name, and of the password, of a wireless network: its name has 32 bytes at most, its password 63.
pub const NETWORK_CHARACTERS_MAX: usize = 63;
/// Most people of a group, as a cap says it.
pub const CAP_MAX: u32 = 20_000;
/// Characters of a seat's id.
pub const SEAT_CHARACTERS: usize = 16;
