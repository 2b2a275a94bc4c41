//! The web client's pages, embedded in the binary and compressed when it was built. Every page of the client is the same
//! document; the address tells it what to show.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

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
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        ([(header::CONTENT_TYPE, html)], PLACEHOLDER).into_response()
    })
}

/// A script, style or picture of the client; its name holds its hash, so it never changes.
pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let found = file(&format!("assets/{path}"), &headers, "public, max-age=31536000, immutable");
    found.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// The picture beside the title.
pub async fn icon(headers: HeaderMap) -> Response {
    file("favicon.svg", &headers, "public, max-age=86400").unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

fn file(path: &str, headers: &HeaderMap, cache: &'static str) -> Option<Response> {
    let plain = Pages::get(path)?;
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (content, encoding) = best(path, accepted).unwrap_or((plain, None));
    let tag = format!("\"{}\"", base64_of(&content.metadata.sha256_hash()[..12]));
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return Some(StatusCode::NOT_MODIFIED.into_response());
    }
    let mut response = Response::new(Body::from(content.data.into_owned()));
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, tag);
    }
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
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
