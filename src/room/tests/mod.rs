//! Rules as sentences: given these events, when this command, then these events or this refusal.

mod access;
mod closing;
mod configuration;
mod floor;
mod histories;
mod import;
mod joining;
mod order_properties;
mod polls;
mod random_floor;
mod scene;
mod session;
mod snapshot;
mod stored;
mod stored_floor;
mod touched;
mod views;
mod writers;
