//! The public half of the key that outcomes are sealed with, for whoever wants to check one.

use super::App;
use super::error::HttpError;
use super::extract::Json;
use crate::archive;
use axum::extract::State;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// What a seal is checked with.
#[derive(Serialize, ToSchema)]
pub struct SealKey {
    /// How the manifest is signed: `ed25519`, over the bytes of `manifest.json`.
    algorithm: &'static str,
    /// The public key in hexadecimal digits.
    public_key: String,
}

/// The public key of this server's seals.
#[utoipa::path(get, path = "/api/seal-key", responses((status = 200, body = SealKey)))]
pub async fn seal_key(State(app): State<Arc<App>>) -> Result<Json<SealKey>, HttpError> {
    let keys = app.hub.registry.keys()?;
    Ok(Json(SealKey {
        algorithm: "ed25519",
        public_key: archive::public_key_of(&keys.seal),
    }))
}
