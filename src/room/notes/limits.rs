//! Every bound on the notes and on what a client may send to them, with its reason.

/// Bytes of one update. A keystroke takes 30; a pasted chapter of 60,000 words stays below. What is larger would hold
/// up the room while it is read.
pub const UPDATE_BYTES_MAX: usize = 256 * 1024;

/// Bytes of the whole document in its encoding: some 300 printed pages with their editing history. Every joining phone
/// gets all of it.
pub const DOCUMENT_BYTES_MAX: usize = 2 * 1024 * 1024;

/// Runs of like content that the outline of a document may hold; every insertion moves the ones behind it.
pub const SPANS_MAX: usize = 100_000;

/// New structs in one update: a paste of some 5,000 paragraphs.
pub const STRUCTS_NEW_MAX: usize = 16_384;

/// Client ids whose structs one update may name. Nearly all are known already when a client sends a full copy.
pub const CLIENTS_PER_UPDATE_MAX: usize = 4_096;

/// Client ids that one update may bring for the first time. A browser tab has one.
pub const CLIENTS_NEW_PER_UPDATE_MAX: usize = 64;

/// Client ids that one seat may use: a new one with each load of the page in which something is written.
pub const CLIENTS_PER_SEAT_MAX: usize = 512;

/// Client ids of the whole document: each stays in every state vector for ever.
pub const CLIENTS_MAX: usize = 16_384;

/// Ranges in one update's set of deletions. A client that comes back sends all deletions that it knows.
pub const DELETE_RANGES_MAX: usize = 65_536;

/// Where the clock of one client ends. The engine counts in 32 bits, partly signed; nobody types so much.
pub const CLOCK_END_MAX: u64 = 1 << 28;

/// The largest integer that JavaScript counts exactly, and the largest client id.
pub const NUMBER_MAX: u64 = (1 << 53) - 1;

/// The client id of the server's own document. It never writes, and nobody may write in its name.
pub const SERVER_CLIENT: u64 = NUMBER_MAX;

/// The client id under which a new room's notes are opened: the first one beyond 32 bits, from which browsers draw theirs.
pub const TEMPLATE_CLIENT: u64 = 1 << 32;

/// How deep nodes may sit in each other. Reading recurses, here and in browsers.
pub const DEPTH_MAX: u8 = 24;

/// Steps that applying one update may take at the worst, some 100 ns each: the room waits while it is applied. An
/// honest update takes a few thousand; undoing a thousand changes in a paragraph of thousands of pieces is counted as
/// some 6 million.
pub const WORK_MAX: u64 = 10_000_000;

/// Runs that are moved in the time of one such step when one is put in front of them.
pub const RUNS_MOVED_PER_STEP: usize = 64;

/// Bytes of the value of a mark, as JSON.
pub const MARK_BYTES_MAX: usize = 4_096;

/// Bytes of a link's address.
pub const HREF_BYTES_MAX: usize = 2_048;

/// Bytes of a link's title.
pub const LINK_TITLE_BYTES_MAX: usize = 512;

/// Bytes of a node's, a mark's or a root's name.
pub const NAME_BYTES_MAX: usize = 64;

/// The first number of an ordered list.
pub const ORDER_MAX: i64 = 999_999;

/// Characters of the owner of an outcome point: a ministry, or a name with its function.
pub const OWNER_CHARACTERS_MAX: usize = 120;

/// Entries of a state vector that a client may send: more than [`CLIENTS_MAX`], because it may know of another epoch.
pub const STATE_VECTOR_CLIENTS_MAX: usize = 32_768;

/// Differences kept for clients that return at once and ask for the same.
pub const DIFFERENCES_KEPT_MAX: usize = 8;

/// Nodes that reading the document visits at most; more than fit in it.
pub const NODES_READ_MAX: usize = 400_000;

/// New bytes before a full document is measured anew.
pub const MEASURE_AFTER_BYTES: usize = 16 * 1024;

/// Newly deleted units of text before a full document is measured anew.
pub const MEASURE_AFTER_DELETED: u64 = 1_024;
