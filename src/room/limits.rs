//! Every bound of the rules, with its unit and its reason. Nothing that a client sends makes a room grow past these.

/// Seats of one room that may be used. Twice the ten thousand phones that a room is measured with.
pub const SEATS_MAX: usize = 20_000;

/// Seats that there ever were in it, with those that were ended: as many again, twice. They stay on record, and the chair's page has all.
pub const SEATS_EVER_MAX: usize = 60_000;

/// Characters of a name as it is shown to the room.
pub const NAME_CHARACTERS_MAX: usize = 120;

/// Characters of a delegation: the longest official name of a State has 75, a coalition of organizations needs more.
pub const DELEGATION_CHARACTERS_MAX: usize = 160;

/// Marks on one letter: written Burmese has seven, and a pile much higher is drawn over the lines above and below.
pub const MARKS_IN_A_ROW_MAX: usize = 8;

/// Requests that wait at once. Nobody hears that many; every phone gets the whole list, so it has to end somewhere.
pub const REQUESTS_MAX: usize = 2_000;

/// Shortest time limit of a speech, seconds.
pub const SPEAKING_LIMIT_S_MIN: u32 = 10;

/// Longest time limit of a speech, seconds.
pub const SPEAKING_LIMIT_S_MAX: u32 = 3_600;

/// Time limit of a speech where nothing else is said, seconds: the three minutes of most breakout groups.
pub const SPEAKING_LIMIT_S_DEFAULT: u32 = 180;

/// Longest time limit of a speech with all the time that it was given in addition, seconds.
pub const SPEECH_S_MAX: u32 = 7_200;

/// Largest private allowance of a seat, seconds.
pub const ALLOWANCE_S_MAX: u32 = 600;

/// Shortest time from announcing that the list will close to its close, seconds.
pub const CLOSING_S_MIN: u32 = 10;

/// Longest such time, seconds: four hours, more than a session has.
pub const CLOSING_S_MAX: u32 = 14_400;

/// Characters of the group for which somebody speaks.
pub const GROUP_CHARACTERS_MAX: usize = 160;

/// Characters of a language tag: what RFC 5646 asks programs to have room for.
pub const LANGUAGE_CHARACTERS_MAX: usize = 35;

/// Characters of a reason: a sentence.
pub const REASON_CHARACTERS_MAX: usize = 200;

/// Characters of the chair's note beside a request.
pub const NOTE_CHARACTERS_MAX: usize = 500;

/// Overrides kept with one request; the last one stands for all that come after.
pub const OVERRIDES_MAX: usize = 50;

/// How long the chair's last step can be undone, milliseconds, as the page says it.
pub const UNDO_MS: i64 = 10_000;

/// What the way to the server may take on top of that, milliseconds.
pub const UNDO_GRACE_MS: i64 = 2_000;

/// Speeches whose length tells how long the next ones will take: enough that one long speech does not say it all, few
/// enough that a new speaking time is soon felt.
pub const PACE_SPEECHES: usize = 8;

/// Pause between two speeches, or within one, that still counts as going on, milliseconds; a longer one was a break.
pub const PACE_GAP_MS_MAX: i64 = 60_000;

/// How long after one chair gave the floor another one's "next" counts as the same press, milliseconds: the time that a
/// change takes to reach a page on a bad network and a person to see it.
pub const NEXT_TOGETHER_MS: i64 = 2_000;

/// Polls of one room, drafts included.
pub const POLLS_MAX: usize = 200;

/// Characters of a poll's question.
pub const QUESTION_CHARACTERS_MAX: usize = 500;

/// Fewest answers that a poll offers: with one there is nothing to choose.
pub const OPTIONS_MIN: usize = 2;

/// Most answers that a poll offers: what still fits a phone.
pub const OPTIONS_MAX: usize = 20;

/// Characters of an answer.
pub const OPTION_CHARACTERS_MAX: usize = 200;

/// Characters of a text on a ballot: a long sentence, or three short ones.
pub const BALLOT_TEXT_CHARACTERS_MAX: usize = 500;

/// Texts of one ballot: ideas of one voter.
pub const BALLOT_TEXTS_MAX: usize = 10;

/// Texts of one ballot in a poll that asks for an answer in one's own words.
pub const TEXTS_MAX: u32 = 5;

/// Bytes of all texts on the ballots of one poll: a hundred and more for each of ten thousand voters, and few enough that the
/// result fits one record of the journal many times over.
pub const POLL_TEXT_BYTES_MAX: usize = 2 * 1024 * 1024;

/// Ideas of others that one ballot supports: more than anybody reads.
pub const SUPPORTS_MAX: usize = 100;

/// Most steps of a scale: from 0 to 10.
pub const SCALE_STEPS_MAX: usize = 11;

/// Characters of the label of a step or an axis.
pub const LABEL_CHARACTERS_MAX: usize = 60;

/// Most points that a ballot shares out.
pub const POINTS_MAX: u32 = 1_000;

/// Languages of a poll beside its original: the other five official languages of the United Nations, and as many again.
pub const TRANSLATIONS_MAX: usize = 10;

/// Fewest ballots of a group whose result is told, and fewest ballots of a secret poll between two live counts.
pub const GROUP_BALLOTS_MIN: u32 = 5;

/// Voters of a poll in which everybody sees who voted how: every phone gets the whole list.
pub const NAMED_VOTERS_MAX: usize = 1_000;

/// Delegations that a poll names as its voters: every State known here fits twice over.
pub const VOTING_DELEGATIONS_MAX: usize = 400;

/// Names of those who have not voted yet that the chair is shown; of more, only the number.
pub const MISSING_MAX: usize = 300;

/// Shortest time that a poll is open by its deadline, seconds.
pub const POLL_S_MIN: u32 = 5;

/// Longest such time, seconds: a day.
pub const POLL_S_MAX: u32 = 86_400;

/// Named versions of the notes: a name for every quarter of an hour of two days.
pub const VERSIONS_MAX: usize = 200;

/// Characters of a version's name.
pub const VERSION_NAME_CHARACTERS_MAX: usize = 80;

/// Cards on a board, withdrawn and merged ones not counted: every phone gets them all.
pub const CARDS_MAX: usize = 1_000;

/// Cards of one seat, withdrawn ones among them.
pub const CARDS_PER_SEAT_MAX: usize = 40;

/// Characters of a card: a sentence or two.
pub const CARD_CHARACTERS_MAX: usize = 500;

/// Comments on the notes, with their answers.
pub const COMMENTS_MAX: usize = 2_000;

/// Comments and answers of one participant that wait to be settled: what one person says in a session, and little enough that the
/// others find room.
pub const COMMENTS_PER_SEAT_MAX: usize = 50;

/// Bytes of all comments with what they quote and their answers: every page that opens is sent them. Comments of a sentence or two
/// reach [`COMMENTS_MAX`] first.
pub const COMMENTS_BYTES_MAX: usize = 1024 * 1024;

/// Answers to one comment.
pub const REPLIES_MAX: usize = 50;

/// Characters of a comment or of an answer to one.
pub const COMMENT_CHARACTERS_MAX: usize = 1_000;

/// Characters of the passage that a comment quotes.
pub const QUOTE_CHARACTERS_MAX: usize = 300;

/// Characters of an encoded position in the notes.
pub const ANCHOR_CHARACTERS_MAX: usize = 200;

/// Drafts of a report that may be circulated.
pub const DRAFTS_MAX: usize = 20;

/// Bytes of a draft as it is stored. Notes of 250 kB of text have a third of it; as many drafts as there may be fit into a record of the
/// journal with all else that a room has, so that it can be read back quickly.
pub const DRAFT_BYTES_MAX: usize = 3 * 1024 * 1024;

/// Remarks on one draft.
pub const REMARKS_MAX: usize = 1_000;

/// Remarks of one seat on one draft.
pub const REMARKS_PER_SEAT_MAX: usize = 50;

/// Characters of a remark, and of the word on it.
pub const REMARK_CHARACTERS_MAX: usize = 1_000;

/// Shortest time for remarks, seconds.
pub const REMARKS_S_MIN: u32 = 30;

/// Longest such time, seconds: a week.
pub const REMARKS_S_MAX: u32 = 604_800;

/// Bytes of a room's history: its records as they are stored. Notes typed letter by letter up to their bound take half of it, a breakout
/// group of twenty who write without a pause for two hours a fifth. A hundred rooms that somebody fills take 26 GB of the disk.
pub const HISTORY_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// The size from which on those who run the room are warned: four fifths.
pub const HISTORY_WARNING_BYTES: u64 = HISTORY_BYTES_MAX / 5 * 4;

/// What those who run the room may add on top, so that it comes to a proper end: drafts of its report, results of polls, and the seats
/// of all who come to read it, many times over.
pub const HISTORY_RESERVE_BYTES: u64 = 32 * 1024 * 1024;

/// How much of that their edits of the notes may take, which come by the letter; the rest is for commands.
pub const HISTORY_FINISHING_BYTES: u64 = HISTORY_RESERVE_BYTES / 2;

/// What one participant may add: more than a day of fast typing, and too little to end the room for the others.
pub const HISTORY_SEAT_BYTES_MAX: u64 = HISTORY_BYTES_MAX / 8;

/// Headings that the notes open with.
pub const SECTIONS_MAX: usize = 30;

/// Characters of an announcement: what is read in one glance on a phone and from the back of the room.
pub const ANNOUNCEMENT_CHARACTERS_MAX: usize = 300;

/// How long an announcement is shown where nothing else is said, seconds: long enough for whoever looks up late.
pub const ANNOUNCED_S_DEFAULT: u32 = 600;

/// Shortest such time, seconds.
pub const ANNOUNCED_S_MIN: u32 = 10;

/// Longest such time, seconds: a day's sessions.
pub const ANNOUNCED_S_MAX: u32 = 43_200;

/// Shortest countdown, seconds.
pub const COUNTDOWN_S_MIN: u32 = 10;

/// Longest countdown, seconds: four hours, more than a session has.
pub const COUNTDOWN_S_MAX: u32 = 14_400;

/// Minutes by which a session is extended in all: eight hours.
pub const EXTENDED_MIN_MAX: u32 = 480;

/// Characters of the last words of the notes that a summary of the room has: two lines.
pub const LAST_WORDS_CHARACTERS_MAX: usize = 160;
