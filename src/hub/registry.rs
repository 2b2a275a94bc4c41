//! What the server knows beside its rooms: the meetings, the join codes and the keys. All of it is in the journal's
//! stream `server`, so that the data directory needs nothing beside it: one file to back up.

use super::fault::Fault;
use crate::journal::{Journal, Stream};
use crate::meeting::{Meeting, codes};
use crate::room::event::Definition;
use crate::room::seat::Role;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// The journal's stream of the server itself. No room has this name: theirs hold a slash.
const STREAM: &str = "server";
/// Records read at a time.
const PAGE_RECORDS: usize = 1_000;

/// What a join code opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The meeting.
    pub meeting: String,
    /// The room; none: all of them (the organiser).
    pub room: Option<String>,
    /// As what.
    pub role: Role,
}

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
enum Entry {
    KeysMade { keys: Keys },
    MeetingLoaded { meeting: Box<Meeting> },
    CodesMade { codes: Vec<(Grant, String)> },
    Served { base_url: String },
}

/// Meetings, codes and keys.
#[derive(Default)]
pub struct Registry {
    keys: Option<Keys>,
    meetings: BTreeMap<String, Meeting>,
    latest: Option<String>,
    base_url: Option<String>,
    codes: HashMap<(String, Option<String>, Role), String>,
    // By digest, so that looking one up takes the same time however much of a guess is right.
    grants: HashMap<[u8; 32], Grant>,
}

impl Registry {
    /// What the journal has; changes nothing.
    pub async fn read(journal: &dyn Journal) -> Result<Self, Fault> {
        Ok(Self::replay(journal).await?.0)
    }

    /// What the journal has, with `meeting` as its file says it now and where the server is reached, and with keys and codes made where there were none.
    pub async fn open(journal: &dyn Journal, meeting: Option<Meeting>, base_url: &str) -> Result<Self, Fault> {
        let (mut registry, seq) = Self::replay(journal).await?;
        let mut news = Vec::new();
        if registry.keys.is_none() {
            news.push(Entry::KeysMade {
                keys: Keys {
                    token: random(),
                    seal: random(),
                },
            });
        }
        if registry.base_url.as_deref() != Some(base_url) {
            news.push(Entry::Served {
                base_url: base_url.to_owned(),
            });
        }
        if let Some(meeting) = meeting {
            let missing = registry.missing_codes(&meeting);
            if registry.meetings.get(&meeting.id) != Some(&meeting) {
                news.push(Entry::MeetingLoaded {
                    meeting: Box::new(meeting),
                });
            }
            if !missing.is_empty() {
                news.push(Entry::CodesMade { codes: missing });
            }
        }
        if !news.is_empty() {
            let records: Result<Vec<Bytes>, _> = news.iter().map(|entry| serde_json::to_vec(entry).map(Bytes::from)).collect();
            let records = records.map_err(|error| Fault::Unreadable(error.to_string()))?;
            journal.append(&Stream::new(STREAM), seq, records).await?;
        }
        news.into_iter().for_each(|entry| registry.apply(entry));
        Ok(registry)
    }

    /// The server's secrets.
    pub fn keys(&self) -> Result<&Keys, Fault> {
        self.keys
            .as_ref()
            .ok_or_else(|| Fault::Unreadable("the data directory holds no keys yet; start the server once".into()))
    }

    /// Where the server was last reached.
    pub fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The meetings by id.
    pub fn meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.values()
    }

    /// The meeting whose file was loaded last.
    pub fn latest_meeting(&self) -> Option<&Meeting> {
        self.meetings.get(self.latest.as_deref()?)
    }

    /// One meeting.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.get(id)
    }

    /// What a room's own journal has to know of it.
    pub fn definition(&self, meeting: &str, room: &str) -> Option<Definition> {
        let join_code = self.code(meeting, Some(room), Role::Participant)?;
        self.meetings.get(meeting)?.definition(room, join_code)
    }

    /// The code that opens a role.
    pub fn code(&self, meeting: &str, room: Option<&str>, role: Role) -> Option<&str> {
        self.codes
            .get(&(meeting.to_owned(), room.map(str::to_owned), role))
            .map(String::as_str)
    }

    /// What a code opens, as somebody typed it.
    pub fn grant(&self, code: &str) -> Option<&Grant> {
        self.grants.get(&digest(&codes::normalise(code)?))
    }

    async fn replay(journal: &dyn Journal) -> Result<(Self, u64), Fault> {
        let mut registry = Self::default();
        let mut seq = 0;
        loop {
            let page = journal.read(&Stream::new(STREAM), seq, PAGE_RECORDS).await?;
            for record in &page {
                let entry = serde_json::from_slice(&record.payload).map_err(|error| Fault::Unreadable(error.to_string()))?;
                registry.apply(entry);
                seq = record.seq;
            }
            if page.len() < PAGE_RECORDS {
                return Ok((registry, seq));
            }
        }
    }

    fn apply(&mut self, entry: Entry) {
        match entry {
            Entry::KeysMade { keys } => self.keys = Some(keys),
            Entry::Served { base_url } => self.base_url = Some(base_url),
            Entry::MeetingLoaded { meeting } => {
                self.latest = Some(meeting.id.clone());
                self.meetings.insert(meeting.id.clone(), *meeting);
            }
            Entry::CodesMade { codes } => {
                for (grant, code) in codes {
                    self.grants.insert(digest(&code), grant.clone());
                    self.codes.insert((grant.meeting, grant.room, grant.role), code);
                }
            }
        }
    }

    fn missing_codes(&self, meeting: &Meeting) -> Vec<(Grant, String)> {
        let organiser = Grant {
            meeting: meeting.id.clone(),
            room: None,
            role: Role::Organiser,
        };
        let of_rooms = meeting.rooms.iter().flat_map(|room| {
            let roles = [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen];
            roles.map(|role| Grant {
                meeting: meeting.id.clone(),
                room: Some(room.id.clone()),
                role,
            })
        });
        let known = |grant: &Grant| {
            self.codes
                .contains_key(&(grant.meeting.clone(), grant.room.clone(), grant.role))
        };
        let mut made = HashMap::new();
        std::iter::once(organiser)
            .chain(of_rooms)
            .filter(|grant| !known(grant))
            .map(|grant| {
                let code = self.fresh_code(grant.role, &made);
                made.insert(code.clone(), ());
                (grant, code)
            })
            .collect()
    }

    fn fresh_code(&self, role: Role, made: &HashMap<String, ()>) -> String {
        let length = if role == Role::Participant {
            codes::PARTICIPANT_CHARACTERS
        } else {
            codes::PRIVILEGED_CHARACTERS
        };
        loop {
            let code = random_text(length);
            if !made.contains_key(&code) && !self.grants.contains_key(&digest(&code)) {
                return code;
            }
        }
    }
}

fn digest(code: &str) -> [u8; 32] {
    Sha256::digest(code.as_bytes()).into()
}

/// Bytes that nobody can foresee. A machine that can't give them can't run a server.
pub fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    #[allow(
        clippy::expect_used,
        reason = "without chance there are no secrets; better no server than a guessable one"
    )]
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// Random characters of the join codes' alphabet.
pub fn random_text(length: usize) -> String {
    loop {
        if let Some(text) = codes::from_random(&random::<64>(), length) {
            return text;
        }
    }
}
