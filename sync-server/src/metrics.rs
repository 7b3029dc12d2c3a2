//! What is counted, in Prometheus' text: requests, refusals, bytes, waiting. Owns the names, which dashboards know;
//! refuses labels that name a person, a device or a centre.

use std::time::Duration;

use prometheus::{Encoder as _, HistogramOpts, HistogramVec, IntCounterVec, IntGaugeVec, Opts, Registry, TextEncoder};

use crate::stores::{Database, Lane};

/// What is counted.
pub struct Metrics {
    registry: Registry,
    requests: Option<IntCounterVec>,
    seconds: Option<HistogramVec>,
    refusals: Option<IntCounterVec>,
    bytes: Option<IntCounterVec>,
    waiting: Option<IntGaugeVec>,
}

/// Seconds at which the histogram is cut.
const CUTS: [f64; 9] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 10.0];

impl Default for Metrics {
    fn default() -> Metrics {
        Metrics::new()
    }
}

impl Metrics {
    /// Begins at zero.
    #[must_use]
    pub fn new() -> Metrics {
        let registry = Registry::new();
        let counter = |name: &str, help: &str, labels: &[&str]| {
            let counter = IntCounterVec::new(Opts::new(name, help), labels).ok()?;
            registry.register(Box::new(counter.clone())).ok().map(|()| counter)
        };
        let requests = counter("daftari_requests_total", "Requests answered.", &["endpoint", "status"]);
        let refusals = counter("daftari_refusals_total", "Requests refused, by stable code.", &["code"]);
        let bytes = counter("daftari_bytes_total", "Bytes of bodies.", &["endpoint", "direction"]);
        let options =
            HistogramOpts::new("daftari_request_seconds", "Time from request to answer.").buckets(CUTS.into());
        let seconds = HistogramVec::new(options, &["endpoint"]).ok();
        let waiting = IntGaugeVec::new(Opts::new("daftari_waiting", "Jobs that wait for the store."), &["lane"]).ok();
        for collector in seconds.iter() {
            let _ = registry.register(Box::new(collector.clone()));
        }
        for collector in waiting.iter() {
            let _ = registry.register(Box::new(collector.clone()));
        }
        Metrics { registry, requests, seconds, refusals, bytes, waiting }
    }

    /// Counts an answered request.
    pub fn answered(&self, endpoint: &str, status: u16, took: Duration, (received, sent): (usize, usize)) {
        if let Some(requests) = &self.requests {
            requests.with_label_values(&[endpoint, &status.to_string()]).inc();
        }
        if let Some(seconds) = &self.seconds {
            seconds.with_label_values(&[endpoint]).observe(took.as_secs_f64());
        }
        if let Some(bytes) = &self.bytes {
            bytes.with_label_values(&[endpoint, "in"]).inc_by(received as u64);
            bytes.with_label_values(&[endpoint, "out"]).inc_by(sent as u64);
        }
    }

    /// Counts a refusal.
    pub fn refused(&self, code: &str) {
        if let Some(refusals) = &self.refusals {
            refusals.with_label_values(&[code]).inc();
        }
    }

    /// All of it, as text.
    #[must_use]
    pub fn written(&self, database: &dyn Database) -> String {
        for (lane, name) in [(Lane::Urgent, "urgent"), (Lane::Write, "write"), (Lane::Read, "read")] {
            if let Some(waiting) = &self.waiting {
                waiting.with_label_values(&[name]).set(i64::try_from(database.waiting(lane)).unwrap_or(i64::MAX));
            }
        }
        let mut text = Vec::new();
        let written = TextEncoder::new().encode(&self.registry.gather(), &mut text);
        written.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
    }
}
