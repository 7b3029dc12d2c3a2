//! What nobody honest sends: nothing of it is taken in, and each is named by its code.

use sync::Role;
use sync::frame::{Frame, MOST_BYTES};
use sync::message::{Request, to_bytes};
use sync::{RegisterId, SecretKey, WriterId, chain_start};

use crate::support::{Device, ELSEWHERE, OWN, REGISTER, Town, stored};
use sync_server::stores::Scope;

/// Nothing stands in any log but what the test put there.
async fn taken(town: &Town) -> u64 {
    let registers = town.write(|council| council.registers(None, 100)).await;
    registers.iter().map(|end| end.log.position).sum()
}

fn sealed(key: &SecretKey, register: RegisterId, records: &[Vec<u8>]) -> Vec<u8> {
    let before = chain_start(WriterId::of(key.public().device(), register), 1);
    Frame::seal(key, register, 1, 1, before, records).unwrap()
}

#[tokio::test]
async fn of_bad_batches_none_is_taken_and_each_has_its_code() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let good = device.batch(2);
    let records: Vec<Vec<u8>> = Frame::open(&good).unwrap().operations.into_iter().map(|one| one.bytes).collect();
    let (stranger, own) = (Device::new().key, device.key.public().device());
    let mut forged = sealed(&stranger, REGISTER, &records);
    // The device's name over a stranger's signature.
    let theirs = stranger.public().device().0;
    let place = forged.windows(16).position(|bytes| bytes == theirs).unwrap();
    forged[place..place + 16].copy_from_slice(&own.0);
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("a stranger's", sealed(&Device::new().key, REGISTER, &records), &["device.unknown"]),
        ("forged", forged, &["batch.signature", "batch.malformed"]),
        ("of a foreign centre", sealed(&device.key, ELSEWHERE, &records), &["centre.foreign"]),
        ("cut short", good[..good.len() - 1].to_vec(), &["batch.malformed", "batch.signature"]),
        ("nothing", Vec::new(), &["batch.malformed"]),
        ("noise", vec![0xa5; 900], &["batch.malformed"]),
        ("too large", vec![1; MOST_BYTES + 1], &["request.too-large"]),
    ];
    for (what, batch, codes) in cases {
        let code = town.say(&device.token, &Request::Push(batch)).await.code();
        assert!(codes.contains(&code.as_str()), "{what}: {code}");
    }
    assert_eq!(taken(&town).await, 0);
    let receipt = stored(&town.say(&device.token, &Request::Push(good.clone())).await);
    assert_eq!(stored(&town.say(&device.token, &Request::Push(good.clone())).await), receipt);
    for place in 0..good.len() {
        let mut altered = good.clone();
        altered[place] ^= 0x10;
        let came = town.say(&device.token, &Request::Push(altered)).await;
        // A bit that packs the same operations otherwise alters nothing that was signed.
        assert!(!came.code().is_empty() || stored(&came) == receipt, "altered at {place}");
    }
    assert_eq!(taken(&town).await, 2, "replayed, it is there once");
    let refusals = town.write(|council| council.audit_after(0, 1000)).await;
    for code in ["device.unknown", "centre.foreign", "batch.malformed", "batch.signature", "request.too-large"] {
        let what = format!("refused.{code}");
        assert!(refusals.iter().any(|line| line.what == what), "{code} is in the audit");
    }
    let metrics = String::from_utf8(town.get("/metrics", "").await.body).unwrap();
    assert!(metrics.contains(r#"daftari_refusals_total{code="centre.foreign"}"#));
}

#[tokio::test]
async fn a_bomb_is_named_and_not_unpacked() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let sound = sealed(&device.key, REGISTER, &[vec![0; 400]]);
    // The frame's body is the last part; a frame of zstd that grows to 256 MB in its place.
    let bomb = zstd::bulk::compress(&vec![0; 256 << 20], 3).unwrap();
    let head = sound.len().saturating_sub(40);
    let mut batch = sound[..head].to_vec();
    batch.extend(bomb);
    batch.truncate(MOST_BYTES);
    let code = town.say(&device.token, &Request::Push(batch)).await.code();
    assert!(["batch.bomb", "batch.malformed"].contains(&code.as_str()), "{code}");
    assert_eq!(taken(&town).await, 0);
}

#[tokio::test]
async fn messages_that_do_not_read_are_named() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let circulars = to_bytes(&Request::Circulars(0));
    let trailing = [&circulars[..], &[0]].concat();
    for (path, body, code) in [
        ("/v1/push", Vec::new(), "request.malformed"),
        ("/v1/push", vec![9, 1, 2], "request.protocol"),
        ("/v1/push", circulars.clone(), "request.malformed"),
        ("/v1/circulars", trailing, "request.malformed"),
        ("/v1/hello", vec![1; 72_001], "request.too-large"),
        ("/v1/enrol", b"{".to_vec(), "request.invalid"),
        ("/v1/codes", b"[]".to_vec(), "role.no-right"),
        ("/v1/nothing", Vec::new(), "request.not-found"),
        ("/healthz", Vec::new(), "request.method"),
    ] {
        assert_eq!(town.ask("POST", path, &device.token, body).await.code(), code, "{path}");
    }
}

#[tokio::test]
async fn a_body_without_a_stated_length_is_bounded_too() {
    let town = Town::new().await;
    let device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let address = town.server.address;
    let token = device.token.clone();
    let answered = tokio::task::spawn_blocking(move || {
        use std::io::{Read as _, Write as _};
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let head = format!(
            "POST /v1/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nTransfer-Encoding: chunked\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        for _ in 0..20 {
            // The server may have answered and closed already.
            if stream.write_all(format!("1000\r\n{}\r\n", "x".repeat(0x1000)).as_bytes()).is_err() {
                break;
            }
        }
        let mut answer = vec![0; 4096];
        let size = stream.read(&mut answer).unwrap_or(0);
        String::from_utf8_lossy(&answer[..size]).into_owned()
    });
    assert!(answered.await.unwrap().starts_with("HTTP/1.1 413"));
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_again() {
    use sync_server::settings::Rate;
    let town = Town::with(|settings| settings.limits.device = Rate { per_second: 1, burst: 3 }).await;
    let (one, other) = (
        town.device(Role::Clerk, Scope::Centres(vec![OWN])).await,
        town.device(Role::Clerk, Scope::Centres(vec![OWN])).await,
    );
    let circulars = Request::Circulars(0);
    for _ in 0..3 {
        assert_eq!(town.say(&one.token, &circulars).await.code(), "");
    }
    let came = town.say(&one.token, &circulars).await;
    assert_eq!((came.code().as_str(), came.retry_after), ("request.too-many", Some(1)));
    assert_eq!(town.say(&other.token, &circulars).await.code(), "");
}
