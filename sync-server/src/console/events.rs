//! News for pages that are open: a stream that says what changed, never what it is now. Owns the stream's form; the page
//! asks again for what it shows.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use serde_json::json;

use super::state::News;
use crate::http::asked::Asked;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::Scope;

/// Something is said at least so often, so that nobody takes the silence for a dead line.
const QUIET: Duration = Duration::from_secs(20);

/// More centres than these are told as `centres`.
const NAMED: usize = 50;

/// A stream ends after so many words: the page begins another, with its session looked at anew.
const MOST: usize = 90;

pub(super) fn events(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let scope = asked.caller()?.scope.clone();
    let news = office.console.listen();
    let stream = futures_util::stream::unfold((news, scope, 0), |(mut news, scope, said)| async move {
        if said >= MOST {
            return None;
        }
        let text = if said == 0 {
            "retry: 3000\n\n".to_owned()
        } else {
            match tokio::time::timeout(QUIET, news.changed()).await {
                Ok(Ok(())) => written(&news.borrow_and_update().clone(), &scope),
                Ok(Err(_)) => return None,
                Err(_) => ": quiet\n\n".to_owned(),
            }
        };
        Some((Ok::<_, Infallible>(Bytes::from(text)), (news, scope, said + 1)))
    });
    Ok(Reply::of("text/event-stream", Body::from_stream(stream)))
}

fn written(news: &News, scope: &Scope) -> String {
    let mut what: Vec<String> = Vec::new();
    if !news.registers.is_empty() {
        what.push("overview".into());
    }
    what.extend(news.queues.iter().map(|queue| format!("queue:{queue}")));
    // Codes of centres are told to those who see all of them; others ask again for their own.
    let named = news.registers.len() <= NAMED && *scope == Scope::All;
    match named {
        true => what.extend(news.registers.iter().map(|register| format!("centre:{:08}", register.centre))),
        false => what.push("centres".into()),
    }
    format!("event: changed\ndata: {}\n\n", json!({ "version": news.version, "what": what }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sync::RegisterId;

    #[test]
    fn news_name_queues_and_centres_only_to_those_who_see_all() {
        let register = RegisterId { centre: 24_505_105, year: 2026 };
        let news = News { version: 7, registers: vec![register], queues: vec!["conflict".into()] };
        let all = written(&news, &Scope::All);
        assert!(all.starts_with("event: changed\ndata: {") && all.ends_with("\n\n"));
        assert!(all.contains("queue:conflict") && all.contains("centre:24505105"));
        assert!(!written(&news, &Scope::SubCounty(24_505)).contains("24505105"));
    }
}
