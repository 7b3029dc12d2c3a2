//! What watches the server: health, metrics, the document of addresses.

use serde_json::Value;

use crate::support::Town;
use sync_server::http::{Endpoint, document};

#[tokio::test]
async fn the_committed_document_is_the_servers_and_has_every_address() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
    let made = serde_json::to_string_pretty(&document()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == made, "openapi.json drifted: run this test with UPDATE=1");
    let town = Town::new().await;
    let served: Value = town.get("/openapi.json", "").await.json();
    assert_eq!(served, document());
    let operations = served["paths"].as_object().unwrap().values().map(|methods| methods.as_object().unwrap().len());
    assert_eq!(operations.sum::<usize>(), Endpoint::ALL.len());
}

#[tokio::test]
async fn every_documented_address_answers() {
    let town = Town::new().await;
    for (path, operations) in document()["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys() {
            let came = town.ask(&method.to_uppercase(), path, "", Vec::new()).await;
            assert!(!["request.not-found", "request.method"].contains(&came.code().as_str()), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn health_readiness_and_counters_are_told_to_whoever_asks() {
    let town = Town::new().await;
    assert_eq!(town.get("/healthz", "").await.code(), "");
    assert_eq!(town.get("/readyz", "").await.code(), "");
    let text = String::from_utf8(town.get("/metrics", "").await.body).unwrap();
    assert!(text.contains(r#"daftari_requests_total{endpoint="/readyz",status="200"} 1"#), "{text}");
    town.office().stores.database.close();
    assert_eq!(town.get("/readyz", "").await.code(), "store.failed");
    assert_eq!(town.get("/healthz", "").await.code(), "");
}
