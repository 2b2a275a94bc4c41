//! The records of the server's own stream.

use crate::hub::admission::{Grant, Seats};
use crate::hub::fault::Fault;
use crate::hub::plans::Standing;
use crate::journal::{Journal, Record, Stream};
use crate::meeting::Meeting;
use crate::room::ids::SeatId;
use crate::room::misread::misread;
use crate::room::seat::Role;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

/// The journal's stream of the server itself. No room has this name: theirs hold a slash.
pub(super) const STREAM: &str = "server";
/// Records read at a time.
pub(super) const PAGE_RECORDS: usize = 1_000;

/// The server's secrets. They never leave the journal and this process.
#[derive(Clone, Serialize, Deserialize)]
pub struct Keys {
    /// Authenticates tokens.
    pub token: [u8; 32],
    /// Signs sealed outcomes (an ed25519 seed).
    pub seal: [u8; 32],
}

/// A record of the server's stream.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Entry {
    KeysMade {
        keys: Keys,
    },
    /// A meeting's file was read.
    MeetingLoaded {
        meeting: Box<Meeting>,
    },
    /// A plan was changed in the browser; made there, where it says by whom.
    PlanChanged {
        meeting: Box<Meeting>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        made_by: Option<SeatId>,
    },
    /// What all plans of a meeting until now came to.
    PlansKept {
        standing: Box<Standing>,
    },
    /// Here was a plan that a later one has replaced.
    PlanReplaced,
    CodesMade {
        codes: Vec<(Grant, String)>,
    },
    CodeReplaced {
        link: Grant,
        code: String,
        seats: Seats,
    },
    SeatEnded {
        meeting: String,
        seat: SeatId,
    },
    Served {
        base_url: String,
    },
    /// The people of a meeting are forgotten.
    MeetingForgotten {
        meeting: String,
    },
}

/// Who has to leave by a change.
#[derive(Debug)]
pub(in crate::hub) enum Leaving {
    /// Whoever came with a link.
    Link(Grant),
    /// A seat of a meeting.
    Seat(String, SeatId),
    /// Everybody who is no organiser of a meeting.
    Everybody(String),
}

impl Entry {
    /// The meeting whose plan it says.
    pub(super) fn plan_of(&self) -> Option<&str> {
        match self {
            Self::MeetingLoaded { meeting } | Self::PlanChanged { meeting, .. } => Some(&meeting.id),
            Self::PlansKept { standing } => Some(&standing.meeting.id),
            _ => None,
        }
    }

    /// Who has to leave by it.
    pub(super) fn leaving(&self) -> Option<Leaving> {
        match self {
            Self::CodeReplaced {
                link, seats: Seats::End, ..
            } => Some(Leaving::Link(link.clone())),
            Self::SeatEnded { meeting, seat } => Some(Leaving::Seat(meeting.clone(), seat.clone())),
            Self::MeetingForgotten { meeting } => Some(Leaving::Everybody(meeting.clone())),
            _ => None,
        }
    }

    /// What is left of it once a meeting's people are forgotten: the plan without them, and the organiser's link. None where it is as it
    /// was.
    pub(super) fn without_people(&self, forgotten: &str) -> Option<Self> {
        let stays = |link: &Grant| link.meeting != forgotten || link.role == Role::Organiser;
        let blank = || Some(Self::CodesMade { codes: Vec::new() });
        match self {
            Self::MeetingLoaded { meeting } if meeting.id == forgotten => Some(Self::MeetingLoaded {
                meeting: Box::new(meeting.without_people()),
            }),
            Self::PlanChanged { meeting, .. } if meeting.id == forgotten => Some(Self::PlanChanged {
                meeting: Box::new(meeting.without_people()),
                made_by: None,
            }),
            Self::PlansKept { standing } if standing.meeting.id == forgotten => Some(Self::PlansKept {
                standing: Box::new(standing.without_people()),
            }),
            Self::CodesMade { codes } if !codes.iter().all(|(link, _)| stays(link)) => {
                let codes = codes.iter().filter(|(link, _)| stays(link)).cloned().collect();
                Some(Self::CodesMade { codes })
            }
            Self::CodeReplaced { link, .. } if !stays(link) => blank(),
            Self::SeatEnded { meeting, .. } if meeting == forgotten => blank(),
            _ => None,
        }
    }
}

/// Reads the entries behind a position, one after the other, each with its size in bytes.
pub(super) async fn each_after(journal: &dyn Journal, mut seq: u64, mut take: impl FnMut(usize, Entry)) -> Result<(), Fault> {
    loop {
        let page = journal.read(&Stream::new(STREAM), seq, PAGE_RECORDS).await?;
        for record in &page {
            take(record.payload.len(), read(record)?);
            seq = record.seq;
        }
        if page.len() < PAGE_RECORDS {
            return Ok(());
        }
    }
}

/// An entry as it was written.
pub(super) fn read(record: &Record) -> Result<Entry, Fault> {
    let unreadable = |error| Fault::Unreadable(format!("record {} of {STREAM}: {}", record.seq, misread(&error)));
    serde_json::from_slice(&record.payload).map_err(unreadable)
}

/// An entry as it is written.
pub(super) fn written(entry: &Entry) -> Result<Bytes, Fault> {
    let record = serde_json::to_vec(entry).map_err(|error| Fault::Unreadable(error.to_string()))?;
    Ok(Bytes::from(record))
}

/// Writes entries behind a position; answers with the size of each.
pub(super) async fn write(journal: &dyn Journal, seq: u64, entries: &[Entry]) -> Result<Vec<usize>, Fault> {
    let records = entries.iter().map(written).collect::<Result<Vec<_>, _>>()?;
    let sizes = records.iter().map(Bytes::len).collect();
    journal.append(&Stream::new(STREAM), seq, records).await?;
    Ok(sizes)
}
