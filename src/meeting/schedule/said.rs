//! What is said of a programme's file: as a stable code with what it tells of, from which a page says it in the language of its reader,
//! and as a sentence in English.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// What is wrong with a file, what was left out of it or taken otherwise than it stands there: its code, and under `args` what it tells of
/// by name, numbers as numbers and all else as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(tag = "code", content = "args", rename_all = "kebab-case")]
#[schema(as = ScheduleSaid)]
#[ts(rename = "ScheduleSaid")]
pub enum Said {
    /// It has `bytes`, and at most `max` are read.
    #[error("the file has {bytes} bytes; at most {max} are read")]
    FileLarge {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        max: usize,
    },
    /// It has more parts than are read.
    #[error("the file has more parts than any programme needs: at most {max} commas and brackets are read")]
    PartsMany {
        /// How many are read.
        max: usize,
    },
    /// It is not text in UTF-8.
    #[error("this is not text in UTF-8; save the file with the encoding UTF-8")]
    Encoding,
    /// It is no JSON.
    #[error("this is no programme in JSON, as programme tools export it; it cannot be read on from line {line}, column {column}")]
    Syntax {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is neither of the two formats.
    #[error("this is neither a schedule.json (it has no `schedule`) nor a timetable of Indico (it has no `results`)")]
    Format,
    /// There is nothing in it that could be a session.
    #[error("there is no talk in this file that has a time")]
    NoTalks,
    /// A field has to be there.
    #[error("`{name}` is missing; {right}")]
    Missing {
        /// Its name.
        name: &'static str,
        /// What it is for.
        right: Right,
    },
    /// A list belongs here.
    #[error("a list belongs here")]
    NoList,
    /// A table belongs here.
    #[error("a table with fields belongs here")]
    NoTable,
    /// It is no length of time.
    #[error("this is no length; hours and minutes belong here, as in \"00:30\"")]
    Length,
    /// It is no time of day.
    #[error("this is no time of day; it is written as in \"15:00\"")]
    Time,
    /// It is not said on which day a talk is.
    #[error("neither the talk nor its day says the date; it is written as in \"2024-05-10\"")]
    NoDate,
    /// A day and a time belong here.
    #[error("a `date` as in \"2024-05-10\" and a `time` as in \"15:00:00\" belong here")]
    Moment,
    /// A title has nothing that can be seen.
    #[error("the title says nothing that can be shown")]
    TitleEmpty,
    /// It has more talks than a meeting has rooms.
    #[error("the file has {count} talks; a meeting has {max} rooms at most")]
    TalksMany {
        /// How many it has.
        count: usize,
        /// How many rooms there can be.
        max: usize,
    },
    /// It makes more of something than fit.
    #[error("the file makes {count} {what}; a meeting has {max} at most")]
    MadeMany {
        /// Of what.
        what: Made,
        /// How many it makes.
        count: usize,
        /// How many there can be.
        max: usize,
    },
    /// With what the meeting has there would be more of something than fit.
    #[error("with this file the meeting would have {count} {what}; it can have {max} at most")]
    MeetingMany {
        /// Of what.
        what: Made,
        /// How many there would be.
        count: usize,
        /// How many there can be.
        max: usize,
    },
    /// What has no place in a meeting.
    #[error("{what} have no place in a meeting and were left out")]
    LeftOut {
        /// What it is.
        what: Extra,
    },
    /// A talk without a length.
    #[error("it ends when it begins, so it was left out")]
    NoLength,
    /// A talk of which nothing is on its day.
    #[error("nothing of it is on the day on which it begins, so it was left out")]
    NotOnItsDay,
    /// A talk that ends after midnight.
    #[error("it ends after midnight; a session ends on its own day, so it ends at 23:59 here")]
    PastMidnight,
    /// The file has the times of another time zone.
    #[error("the file's times are those of {theirs}, the meeting's are those of {ours}; they were taken as they stand there")]
    OtherZone {
        /// The file's.
        theirs: String,
        /// The meeting's.
        ours: String,
    },
    /// A title was too long.
    #[error("the title was cut after {max} characters")]
    TitleCut {
        /// How many characters are left.
        max: usize,
    },
    /// A text was too long.
    #[error("the text was cut after {max} characters")]
    TextCut {
        /// How many characters are left.
        max: usize,
    },
    /// More people than a room has.
    #[error("only the first {max} of {count} people were taken")]
    PeopleCut {
        /// How many were taken.
        max: usize,
        /// How many there are.
        count: usize,
    },
}

/// What a field is for that has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ScheduleRight)]
#[ts(rename = "ScheduleRight")]
pub enum Right {
    /// For everything.
    #[error("it holds everything")]
    Everything,
    /// For the days.
    #[error("it holds the days")]
    Days,
    /// For the talks.
    #[error("it holds the talks")]
    Talks,
    /// For the talks of each room.
    #[error("it holds the talks by the room that they are in")]
    TalksByRoom,
    /// For the timetable.
    #[error("it holds the timetable")]
    Timetable,
    /// For what a talk is called.
    #[error("a talk has to be called something")]
    TalkTitle,
    /// For what an entry is called.
    #[error("an entry has to be called something")]
    EntryTitle,
    /// For how long it takes.
    #[error("hours and minutes, as in \"00:30\"")]
    Length,
    /// For when it begins.
    #[error("hours and minutes, as in \"15:00\"")]
    Time,
    /// For a day and a time.
    #[error("it has a `date` and a `time`")]
    Moment,
}

/// What a file makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ScheduleMade)]
#[ts(rename = "ScheduleMade")]
pub enum Made {
    /// Sessions.
    #[error("sessions")]
    Sessions,
    /// Rooms.
    #[error("rooms")]
    Rooms,
}

/// What a talk may have that a meeting has no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ScheduleExtra)]
#[ts(rename = "ScheduleExtra")]
pub enum Extra {
    /// Links.
    #[error("links")]
    Links,
    /// Attachments.
    #[error("attachments")]
    Attachments,
    /// Answers to questions.
    #[error("answers to questions")]
    Answers,
}
