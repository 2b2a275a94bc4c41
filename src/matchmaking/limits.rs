//! Every bound of the matchmaking, with its reason. Nothing that a client sends makes it grow past these.

/// Posts of one seat that stand at the same time: a delegation with more needs than that says so at the desk.
pub const POSTS_PER_SEAT_MAX: usize = 10;

/// Posts of one seat, those that it took back among them.
pub const POSTS_EVER_PER_SEAT_MAX: usize = 50;

/// Posts of the whole meeting that stand: two for each of 2,500 people.
pub const POSTS_MAX: usize = 5_000;

/// Characters of a post's sentence: what is read on a phone without scrolling.
pub const SENTENCE_CHARACTERS_MAX: usize = 280;

/// Characters of a way to be reached: an address, a number, "ask at the desk of …".
pub const CONTACT_CHARACTERS_MAX: usize = 160;

/// Characters of what two have agreed on.
pub const AGREED_CHARACTERS_MAX: usize = 600;

/// Languages of a post.
pub const LANGUAGES_MAX: usize = 10;

/// Providers that one need may have chosen and not given up: more could never meet in one session.
pub const CHOSEN_PER_NEED_MAX: usize = 20;

/// Times that an offer was chosen for one need, those that were given up among them.
pub const CHOSEN_EVER_PER_NEED_MAX: usize = 60;

/// Partners that are proposed for one need: nobody reads more on a phone.
pub const PROPOSALS_MAX: usize = 12;

/// Posts of others that a phone is told of besides the proposals; it says how many more there are.
pub const OTHERS_MAX: usize = 50;

/// Tables that are assigned.
pub const TABLES_MAX: u32 = 500;

/// Time slots of a meeting: three days in quarters of an hour.
pub const SLOTS_MAX: usize = 96;

/// Longest slot, milliseconds: eight hours; a longer one is a mistyped day.
pub const SLOT_MS_MAX: i64 = 8 * 3_600_000;
