//! Every bound of the plenary's board, with its unit and its reason.

/// Points that something is kept of: twenty rooms that each mark more than anybody reads out.
pub const POINTS_MAX: usize = 5_000;

/// Points that come first. What is more than a screen full is not first any more.
pub const PINNED_MAX: usize = 50;

/// How long a read-out is meant to take where nothing else is said, seconds: what a plenary gives a rapporteur.
pub const READ_OUT_S_DEFAULT: u32 = 120;

/// Shortest such time, seconds.
pub const READ_OUT_S_MIN: u32 = 10;

/// Longest such time, seconds.
pub const READ_OUT_S_MAX: u32 = 3_600;

/// The last message that can be shown, from 1. Three are meant to be read out; nobody reads out twenty.
pub const MESSAGES_MAX: u32 = 20;
