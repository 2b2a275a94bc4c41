//! Rules as sentences: given these events, when this command, then these events or this refusal.

mod access;
mod clock;
mod closing;
mod configuration;
mod corrected_seats;
mod delegation_unit;
mod floor;
mod histories;
mod import;
mod joining;
mod lanes;
mod order;
mod order_properties;
mod polls;
mod random_floor;
mod restore;
mod scene;
mod session;
mod snapshot;
mod stored;
mod stored_floor;
mod stored_polls;
mod touched;
mod undo;
mod views;
mod writers;
