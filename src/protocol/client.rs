//! What a client sends as text. Notes travel beside it as binary y-protocols messages.

use crate::room::command::Command;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A command with the id that makes its retry harmless: `{"id":"<uuid>","tool":"floor","do":"request"}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct CommandFrame {
    /// Chosen by the client, one for each thing it wants done; a repeat gets the first answer.
    pub id: Uuid,
    /// What is asked.
    #[serde(flatten)]
    pub command: Command,
}

/// What a client says of the connection itself, as `{"type":"ping"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ControlFrame {
    /// Are you there, and what time is it? Clients send it when they heard nothing for a while; the answer is a `pong`.
    Ping,
    /// What I have is not what a `check` says: a `welcome`, and all of the notes where they are read.
    Refresh,
}
