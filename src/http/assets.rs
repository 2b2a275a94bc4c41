//! The web client's pages, embedded in the binary and compressed when it was built. Every page of the client is the same
//! document; the address tells it what to show.

use super::entity_tag;
use super::error::HttpError;
use super::extract::Path;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::borrow::Cow;

/// What a server shows that was built without the web client.
const PLACEHOLDER: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Roundtable</title>\
<h1>Roundtable is running, but was built without its pages</h1>\
<p>Build them with <code>cargo xtask run</code>, which needs Node, or run <code>npm ci &amp;&amp; npm run build</code> in <code>web/</code> and build again.</p></html>";
/// Scripts, styles and sockets come from this server alone; nothing is inline, nobody may frame it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

#[derive(RustEmbed)]
#[folder = "web/dist"]
struct Pages;

/// Any page of the client.
pub async fn page(headers: HeaderMap) -> Response {
    file("index.html", &headers, "no-cache").unwrap_or_else(|| {
        let found = Found {
            content_type: content_type("index.html"),
            tag: "\"placeholder\"".into(),
            encoding: None,
            bytes: PLACEHOLDER.as_bytes().into(),
        };
        answer(found, &headers, "no-cache")
    })
}

/// A script, style or picture of the client; its name holds its hash, so it never changes.
pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let found = file(&format!("assets/{path}"), &headers, "public, max-age=31536000, immutable");
    found.unwrap_or_else(|| HttpError::not_found().into_response())
}

/// The picture beside the title.
pub async fn icon(headers: HeaderMap) -> Response {
    file("favicon.svg", &headers, "public, max-age=86400").unwrap_or_else(|| HttpError::not_found().into_response())
}

fn file(path: &str, headers: &HeaderMap, cache: &'static str) -> Option<Response> {
    let plain = Pages::get(path)?;
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (content, encoding) = best(path, accepted).unwrap_or((plain, None));
    let found = Found {
        content_type: content_type(path),
        tag: format!("\"{}\"", base64_of(&content.metadata.sha256_hash()[..12])),
        encoding,
        bytes: content.data,
    };
    Some(answer(found, headers, cache))
}

/// What there is to send.
struct Found {
    content_type: &'static str,
    tag: String,
    encoding: Option<&'static str>,
    bytes: Cow<'static, [u8]>,
}

/// The file, or that the client has it already; caches are told the same either way.
fn answer(found: Found, headers: &HeaderMap, cache: &'static str) -> Response {
    let known = entity_tag::is_known(headers, &found.tag);
    let mut response = Response::new(if known {
        Body::empty()
    } else {
        Body::from(found.bytes.into_owned())
    });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let out = response.headers_mut();
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.extend(HeaderValue::from_str(&found.tag).map(|tag| (header::ETAG, tag)));
    if !known {
        out.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.content_type));
        out.extend(
            found
                .encoding
                .map(|encoding| (header::CONTENT_ENCODING, HeaderValue::from_static(encoding))),
        );
    }
    response
}

fn best(path: &str, accepted: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepts = |name: &str| {
        accepted
            .split(',')
            .any(|part| part.split(';').next().is_some_and(|token| token.trim() == name))
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(name, _)| accepts(name))
        .find_map(|(name, ending)| Some((Pages::get(&format!("{path}.{ending}"))?, Some(name))))
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
