//! Every bound of the meeting file, with the reason where it is not plain. Bounds of what a room takes at run time are the
//! room's own (`crate::room::limits`) and used from there, so that a prepared poll never says what a room would refuse.

/// Largest file, in bytes: five thousand rooms with questions and polls fit several times over.
pub const FILE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Most parts of a programme in JSON, each value, field and item for one: two hundred and fifty for each of the most sessions. In memory a
/// part takes up to a hundred times what it takes in the file, so bytes alone are no bound.
pub const SCHEDULE_PARTS_MAX: usize = 250_000;
/// First year that a day may be in: an earlier one is a slip of the keys.
pub const YEAR_MIN: i16 = 1900;
/// Most rooms of a meeting.
pub const ROOMS_MAX: usize = 5_000;
/// Most sessions of a programme.
pub const SESSIONS_MAX: usize = 1_000;
/// Most templates of a meeting.
pub const TEMPLATES_MAX: usize = 100;
/// Longest id of a meeting, room, session or template: it is part of addresses and folder names.
pub const ID_CHARACTERS_MAX: usize = 40;
/// Longest title, of the meeting, a session or a room.
pub const TITLE_CHARACTERS_MAX: usize = 200;
/// Longest subtitle, theme or place.
pub const LINE_CHARACTERS_MAX: usize = 500;
/// Longest description of a session.
pub const DESCRIPTION_CHARACTERS_MAX: usize = 4_000;
/// Most guiding questions of a room.
pub const QUESTIONS_MAX: usize = 20;
/// Most prepared polls of a room.
pub const POLLS_MAX: usize = 50;
/// Most languages of a meeting.
pub const LANGUAGES_MAX: usize = 50;
/// Longest name of a time zone; the longest in use has 32 characters.
pub const TIMEZONE_CHARACTERS_MAX: usize = 64;
/// Most moderators, and most panellists, of a room.
pub const PEOPLE_MAX: usize = 50;
