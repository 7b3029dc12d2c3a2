//! What browsers need beside: the cookie, where a request comes from, and headers that bind the page. Owns these; refuses
//! to know what a session may do.

use axum::http::header::{COOKIE, HOST, HeaderName, ORIGIN, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, Response};
use sync::Hash;

use super::endpoint::Method;
use super::reply::Reply;
use crate::access::caller::hash_of;
use crate::problem::{Code, Problem};
use crate::settings::Console;

/// The header that only the page's own script can send.
const OWN: &str = "x-daftari-console";

/// What the page may load: its own scripts, styles and pictures, and nothing else.
const PAGE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'";

/// What an answer that is no page may load.
const DATA: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

const fn cookie_name(rules: &Console) -> &'static str {
    if rules.relaxed { "daftari-dev" } else { "__Host-daftari" }
}

/// The hash of the token in the cookie.
pub(super) fn token(headers: &HeaderMap, rules: &Console) -> Option<Hash> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|list| list.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == cookie_name(rules)).and_then(|(_, token)| hash_of(token))
}

impl Reply {
    /// Gives the browser a token, or takes it away.
    pub(crate) fn cookie(self, rules: &Console, token: Option<&str>) -> Reply {
        let (name, secure) = (cookie_name(rules), if rules.relaxed { "" } else { "; Secure" });
        let (value, age) = token.map_or(("", 0), |token| (token, rules.longest));
        self.with(SET_COOKIE, &format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict{secure}"))
    }
}

/// Whether a request comes from the console's own page. What changes something has to prove it; what only reads is
/// refused when the browser says that another page asks.
pub(super) fn must_be_own(method: Method, headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text("sec-fetch-site");
    let origin = text(ORIGIN.as_str());
    let own_site = site.is_none_or(|site| site == "same-origin");
    let own_origin = origin.is_none_or(|origin| text(HOST.as_str()).is_some_and(|host| is_at(origin, host)));
    let may = match method {
        Method::Get => site.is_none_or(|site| matches!(site, "same-origin" | "none")),
        Method::Post => {
            let told = site.is_some() || origin.is_some();
            told && own_site && own_origin && text(OWN) == Some("1")
        }
    };
    if may { Ok(()) } else { Err(Code::Foreign.into()) }
}

fn is_at(origin: &str, host: &str) -> bool {
    origin.split_once("://").is_some_and(|(scheme, at)| matches!(scheme, "https" | "http") && at == host)
}

/// Binds what is shown: a page to its own origin, anything else to nothing.
pub(super) fn bind(response: &mut Response<axum::body::Body>, is_page: bool, is_secure: bool) {
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    set("content-security-policy", if is_page { PAGE } else { DATA });
    set("referrer-policy", "no-referrer");
    set("x-frame-options", "DENY");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if is_secure {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
}

/// Browser and system in words, for the list of sessions.
pub(super) fn agent(headers: &HeaderMap) -> String {
    let told = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let named = |known: &[(&'static str, &'static str)], other| {
        known.iter().find(|(sign, _)| told.contains(sign)).map_or(other, |(_, name)| *name)
    };
    let browser = named(
        &[("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")],
        "Browser",
    );
    let system = named(
        &[
            ("Windows", "Windows"),
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("Mac OS", "macOS"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ],
        "a computer",
    );
    format!("{browser} on {system}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    #[test]
    fn what_changes_something_proves_that_it_comes_from_the_page() {
        let host = ("host", "console.example:7420");
        let own = ("x-daftari-console", "1");
        for (asked, allowed) in [
            (vec![host, own, ("origin", "https://console.example:7420")], true),
            (vec![host, own, ("sec-fetch-site", "same-origin")], true),
            (vec![host, own, ("origin", "https://console.example:7420"), ("sec-fetch-site", "same-origin")], true),
            (vec![host, own], false),
            (vec![host, ("origin", "https://console.example:7420")], false),
            (vec![host, own, ("origin", "https://console.example")], false),
            (vec![host, own, ("origin", "null")], false),
            (vec![host, own, ("origin", "https://evil.example"), ("sec-fetch-site", "same-origin")], false),
            (vec![host, own, ("origin", "https://console.example:7420"), ("sec-fetch-site", "same-site")], false),
            (vec![own, ("origin", "https://console.example:7420")], false),
        ] {
            assert_eq!(must_be_own(Method::Post, &headers(&asked)).is_ok(), allowed, "{asked:?}");
        }
        for (site, allowed) in [("same-origin", true), ("none", true), ("cross-site", false), ("same-site", false)] {
            assert_eq!(must_be_own(Method::Get, &headers(&[("sec-fetch-site", site)])).is_ok(), allowed, "{site}");
        }
        assert!(must_be_own(Method::Get, &headers(&[])).is_ok());
    }

    #[test]
    fn the_cookie_is_read_among_others_under_its_own_name_only() {
        let (strict, token_text) = (Console { idle: 1, longest: 1, doubles: false, relaxed: false }, "ab".repeat(32));
        let with = |text: String| token(&headers(&[("cookie", text.as_str())]), &strict);
        assert!(with(format!("a=b; __Host-daftari={token_text}; c=d")).is_some());
        assert!(with(format!("daftari-dev={token_text}")).is_none());
        assert!(with("__Host-daftari=short".into()).is_none());
    }

    #[test]
    fn a_browser_is_told_in_words() {
        let agent_of = |text: &str| agent(&headers(&[("user-agent", text)]));
        assert_eq!(
            agent_of("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
            "Firefox on Linux"
        );
        assert_eq!(agent_of("curl/8"), "Browser on a computer");
    }
}
