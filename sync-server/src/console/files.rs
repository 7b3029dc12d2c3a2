//! The console's files, embedded when the server was built. Owns which file answers a path, its kind, and how long it may be
//! kept; refuses to make the page (`ui/` does).

use axum::http::StatusCode;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, IF_NONE_MATCH, VARY};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::problem::{Code, Problem};

/// What `npm run build` in `ui/` made. In a debug build it is read anew at each request.
#[derive(RustEmbed)]
#[folder = "../ui/dist/console"]
#[allow_missing = true]
struct Built;

const PAGE: &str = "index.html";

/// What is shown before the page was built.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Daftari: the console</title>\
    <h1>The console is not built into this server</h1>\
    <p>Run <code>npm ci &amp;&amp; npm run build</code> in <code>ui/</code>, then build the server again.</p>";

/// A file, or the page for every address that is the page's own.
pub(super) fn file(asked: &Asked) -> Result<Reply, Problem> {
    let path = asked.part("file");
    if path.starts_with("api/") {
        return Err(Code::NotFound.into());
    }
    let is_asset = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let path = if path.is_empty() || !is_asset { PAGE } else { path };
    match packed(asked, path) {
        Some(reply) => Ok(reply),
        None if path == PAGE => Ok(Reply::of("text/html; charset=utf-8", NOT_BUILT)),
        None => Err(Code::NotFound.into()),
    }
}

/// The file, packed as the browser takes it where it lies so beside.
fn packed(asked: &Asked, path: &str) -> Option<Reply> {
    let plain = Built::get(path)?;
    let takes = asked.headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let beside = [("br", ".br"), ("gzip", ".gz")].into_iter().filter(|(name, _)| accepts(takes, name));
    let found = beside.filter_map(|(name, end)| Some((name, Built::get(&format!("{path}{end}"))?))).next();
    let etag = tag(&plain);
    let keep = if is_named_by_its_contents(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = kind_of(path);
    let reply = match found {
        Some((name, file)) => Reply::of(kind, file.data.into_owned()).with(CONTENT_ENCODING, name),
        None => Reply::of(kind, plain.data.into_owned()),
    };
    let reply = reply.with(CACHE_CONTROL, keep).with(VARY, "accept-encoding").with(ETAG, &etag);
    let known = asked.headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(etag.as_str());
    Some(if known { Reply { status: StatusCode::NOT_MODIFIED, body: "".into(), ..reply } } else { reply })
}

fn accepts(takes: &str, name: &str) -> bool {
    let mut codings = takes.split(',').map(|coding| coding.trim().split(';').next().unwrap_or_default());
    codings.any(|coding| coding.eq_ignore_ascii_case(name))
}

fn tag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let digits: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digits}\"")
}

/// Vite puts what it named by its contents into `assets/`.
fn is_named_by_its_contents(path: &str) -> bool {
    path.starts_with("assets/")
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_taken_by_its_whole_name() {
        for (takes, name, taken) in [
            ("gzip, deflate, br;q=0.8", "br", true),
            ("gzip, deflate", "br", false),
            ("brotli", "br", false),
            ("GZIP", "gzip", true),
            ("", "gzip", false),
        ] {
            assert_eq!(accepts(takes, name), taken, "{takes}");
        }
    }

    #[test]
    fn only_what_is_named_by_its_contents_is_kept_for_ever() {
        assert!(is_named_by_its_contents("assets/console-B1x.js") && !is_named_by_its_contents(PAGE));
        assert_eq!(kind_of("assets/a.b.css"), "text/css; charset=utf-8");
    }
}
