//! What browsers send and get on the live socket. Pure: shapes and codes, no socket.

pub mod client;
pub mod disconnect;
pub mod notes;
pub mod patch;
pub mod server;
pub mod wire;
