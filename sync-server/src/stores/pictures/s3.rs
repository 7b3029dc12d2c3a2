//! Pictures in a bucket of an S3 server.

use std::time::Duration;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::{ClientOptions, RetryConfig};

use crate::stores::StoreError;
use crate::stores::open::S3;

/// A request that takes longer than this is given up; the school sends the part again.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn open(s3: &S3) -> Result<AmazonS3, StoreError> {
    // Another part of the program may have chosen it already; it is the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = ClientOptions::new().with_timeout(PATIENCE).with_connect_timeout(PATIENCE / 4);
    let retry = RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() };
    let mut builder = AmazonS3Builder::new()
        .with_region(&s3.region)
        .with_bucket_name(&s3.bucket)
        .with_access_key_id(&s3.key_id)
        .with_secret_access_key(&s3.secret)
        .with_client_options(client)
        .with_retry(retry);
    if let Some(endpoint) = &s3.endpoint {
        builder = builder.with_endpoint(endpoint).with_allow_http(is_loopback(endpoint));
    }
    builder.build().map_err(|e| StoreError::Unavailable(format!("the S3 server: {e}")))
}

/// Whether plain HTTP stays on this computer.
fn is_loopback(endpoint: &str) -> bool {
    let host = endpoint.strip_prefix("http://").unwrap_or_default();
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|own| host.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_only() {
        for (endpoint, expected) in [
            ("http://127.0.0.1:9000", true),
            ("http://localhost", true),
            ("http://[::1]:1/", true),
            ("http://127.0.0.1.example.org", false),
            ("http://example.org", false),
            ("https://example.org", false),
        ] {
            assert_eq!(is_loopback(endpoint), expected, "{endpoint}");
        }
    }
}
