//! TLS with the server's own certificate, and who counts behind a proxy.

use crate::support::Town;
use sync_server::settings::{Rate, Tls};

#[tokio::test]
async fn a_certificate_of_its_own_is_served_and_plain_text_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(["council.test".to_owned()]).unwrap();
    let (certificate, key) = (folder.path().join("certificate.pem"), folder.path().join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let town = Town::with(|settings| settings.tls = Some(Tls { certificate, key })).await;
    let root = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let address = town.server.address;
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([root]).resolve("council.test", address);
    let url = |scheme: &str| format!("{scheme}://council.test:{}/healthz", address.port());
    let response = client.build().unwrap().get(url("https")).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let plain = town.client.get(format!("http://{address}/healthz")).send().await;
    assert!(plain.is_err());
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_address_that_it_saw_counts() {
    let rate = Rate { per_second: 1, burst: 2 };
    for (trusted, third) in [(true, 200), (false, 429)] {
        let town = Town::with(|settings| {
            settings.limits.address = rate;
            settings.trusted_proxies = if trusted { vec!["127.0.0.1".parse().unwrap()] } else { Vec::new() };
        })
        .await;
        let ask =
            |from: &'static str| town.client.get(town.server.url() + "/healthz").header("x-forwarded-for", from).send();
        // What the sender itself wrote before the proxy's word counts for nothing.
        for from in ["203.0.113.9, 192.0.2.1", "203.0.113.8, 192.0.2.1"] {
            assert_eq!(ask(from).await.unwrap().status(), 200);
        }
        assert_eq!(ask("192.0.2.2").await.unwrap().status(), third);
        assert_eq!(ask("203.0.113.7, 192.0.2.1").await.unwrap().status(), 429);
    }
}
