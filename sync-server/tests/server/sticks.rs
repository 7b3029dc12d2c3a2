//! Bundles on sticks: packed by a device, brought by anybody, answered for the packer alone.

use std::io::Read as _;

use sync::bundle::{self, Homeward, Outward, Picture};
use sync::message::{Hello, Request};
use sync::{DeviceId, Hash, Role, SignedHead};

use crate::support::{Device, OWN, REGISTER, Town, stored};
use sync_server::stores::Scope;

fn packed(device: &mut Device, frames: Vec<Vec<u8>>, pictures: Vec<Picture>) -> Outward {
    let id = device.key.public().device();
    let hello = Hello {
        register: REGISTER,
        device: id,
        streams: Vec::new(),
        lineage: Vec::new(),
        log: (0, Hash([0; 32]).tag()),
        proof: None,
        circular: 0,
    };
    let head = SignedHead::sign(&device.key, REGISTER, 1, 9, Hash([3; 32]));
    Outward { device: id, hellos: vec![hello], heads: vec![head], frames, pictures }
}

fn sealed(town: &Town, outward: &Outward) -> Vec<u8> {
    let recipient = town.office().keys.identity.to_public();
    age::encrypt(&recipient, &bundle::to_bytes(outward).unwrap()).unwrap()
}

fn opened(town: &Town, device: &Device, reply: &[u8]) -> Homeward {
    let plain = age::decrypt(&device.identity, reply).unwrap();
    bundle::open_homeward(&plain, &town.office().keys.signing.public()).unwrap()
}

#[tokio::test]
async fn what_a_stranger_brings_is_taken_and_answered_for_the_packer() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let carrier = town.device(Role::Scde, Scope::SubCounty(31_101)).await;
    let frames = vec![device.batch(2), device.batch(1)];
    let outward = packed(&mut device, frames.clone(), Vec::new());
    let came = town.ask("POST", "/v1/bundles", &carrier.token, sealed(&town, &outward)).await;
    assert_eq!((came.code().as_str(), came.kind.as_str()), ("", "application/age"));
    assert!(age::decrypt(&carrier.identity, &came.body).is_err());
    let home = opened(&town, &device, &came.body);
    let last = home.receipts.last().unwrap().received;
    assert_eq!((home.receipts.len(), last.n, last.log.position), (2, 3, 3));
    assert_eq!((home.logs.len(), home.logs[0].1.log.position), (1, 3));
    // By network too, in whatever order: the same.
    assert_eq!(stored(&town.say(&device.token, &Request::Push(frames[1].clone())).await).received, last);
    let again = town.ask("POST", "/v1/bundles", &carrier.token, sealed(&town, &outward)).await;
    assert_eq!(opened(&town, &device, &again.body).logs[0].1.log.position, 3);
}

#[tokio::test]
async fn what_is_no_bundle_for_this_council_is_named() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let outward = packed(&mut device, Vec::new(), Vec::new());
    let sound = sealed(&town, &outward);
    let elsewhere = age::encrypt(&age::x25519::Identity::generate().to_public(), b"x").unwrap();
    let noise = age::encrypt(&town.office().keys.identity.to_public(), b"no bundle").unwrap();
    let stranger = Outward { device: DeviceId([7; 16]), hellos: Vec::new(), ..outward };
    for (what, bytes, code) in [
        ("nothing", Vec::new(), "bundle.malformed"),
        ("noise", noise, "bundle.malformed"),
        ("another's", elsewhere, "bundle.malformed"),
        ("cut", sound[..sound.len() - 9].to_vec(), "bundle.malformed"),
        ("of a stranger", sealed(&town, &stranger), "device.unknown"),
    ] {
        assert_eq!(town.ask("POST", "/v1/bundles", &device.token, bytes).await.code(), code, "{what}");
    }
}

#[tokio::test]
async fn the_order_at_the_server_does_the_same() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let frames = vec![device.batch(1)];
    let (bundle, reply) = (town.folder.path().join("in"), town.folder.path().join("out"));
    std::fs::write(&bundle, sealed(&town, &packed(&mut device, frames, Vec::new()))).unwrap();
    let order = sync_server::command::Order::Bundle {
        order: sync_server::command::BundleOrder::Import { bundle, reply: reply.clone() },
    };
    let outcome = sync_server::command::carry_out(town.office(), order).await.unwrap();
    assert!(outcome.out.starts_with("1 batches are durable"), "{}", outcome.out);
    let mut bytes = Vec::new();
    std::fs::File::open(&reply).unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(opened(&town, &device, &bytes).receipts.len(), 1);
}
