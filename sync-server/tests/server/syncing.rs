//! Devices send, pull, carry and show pictures, over HTTP.

use sync::message::{Answer, Hello, PicturePart, Pull, Request};
use sync::{Hash, Role, SignedHead};

use crate::support::{Came, Device, ELSEWHERE, OWN, REGISTER, Town, stored};
use sync_server::stores::Scope;

async fn clerk(town: &Town) -> Device {
    town.device(Role::Clerk, Scope::Centres(vec![OWN])).await
}

fn hello(device: &Device) -> Request {
    let log = (0, Hash([0; 32]).tag());
    Request::Hello(Hello {
        register: REGISTER,
        device: device.key.public().device(),
        streams: Vec::new(),
        lineage: Vec::new(),
        log,
        proof: None,
        circular: 0,
    })
}

#[tokio::test]
async fn a_batch_is_answered_with_a_receipt_of_the_council_and_a_repeat_with_the_same() {
    let town = Town::new().await;
    let mut device = clerk(&town).await;
    let batch = device.batch(3);
    let receipt = stored(&town.say(&device.token, &Request::Push(batch.clone())).await);
    assert!(receipt.is_of(&town.office().keys.signing.public()));
    assert_eq!((receipt.received.n, receipt.received.log.position), (3, 3));
    assert_eq!(stored(&town.say(&device.token, &Request::Push(batch)).await), receipt);
    let Answer::Welcome(welcome) = town.say(&device.token, &hello(&device)).await.answer() else { panic!() };
    assert_eq!(welcome.log.position, 3);
}

#[tokio::test]
async fn what_one_device_sent_another_pulls() {
    let town = Town::new().await;
    let (mut one, other) = (clerk(&town).await, clerk(&town).await);
    let batch = Request::Push(one.batch(2));
    stored(&town.say(&one.token, &batch).await);
    let pull = Request::Pull(Pull { register: REGISTER, after: 0, have: Vec::new(), limit: 1 << 16 });
    let Answer::Pulled(pulled) = town.say(&other.token, &pull).await.answer() else { panic!() };
    assert_eq!((pulled.log.position, pulled.more, pulled.runs.len()), (2, false, 1));
}

#[tokio::test]
async fn a_batch_is_taken_from_whoever_carries_it() {
    let town = Town::new().await;
    let (mut one, carrier) = (clerk(&town).await, town.device(Role::Scde, Scope::SubCounty(31_101)).await);
    let receipt = stored(&town.say(&carrier.token, &Request::Push(one.batch(1))).await);
    assert_eq!(receipt.received.stream, one.stream());
}

#[tokio::test]
async fn a_head_is_kept_as_a_commitment() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    let head = SignedHead::sign(&device.key, REGISTER, 1, 9, Hash([3; 32]));
    assert!(matches!(town.say(&device.token, &Request::Commit(head)).await.answer(), Answer::Committed(_)));
}

#[tokio::test]
async fn a_revoked_devices_batch_is_refused_and_kept_aside() {
    let town = Town::new().await;
    let mut device = clerk(&town).await;
    let head = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    let path = format!("/v1/devices/{}/revoke", device.key.public().device());
    assert_eq!(town.ask("POST", &path, &head.token, Vec::new()).await.code(), "");
    let batch = Request::Push(device.batch(1));
    assert_eq!(town.say(&device.token, &batch).await.code(), "device.revoked");
    assert_eq!(town.say(&device.token, &hello(&device)).await.code(), "device.revoked");
    assert_eq!(town.sign_in(&device).await.code(), "device.revoked");
    let kept = town.write(|council| council.quarantined(0, 10)).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].1.device, device.key.public().device());
}

fn jpeg(side: u16) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, high, low, high, low, 1, 1, 0x11, 0];
    bytes.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
    bytes.extend((0..9_000).map(|at| (at % 251) as u8));
    bytes
}

fn part_of(picture: &[u8], from: usize, to: usize) -> PicturePart {
    PicturePart {
        register: REGISTER,
        hash: Hash(*blake3::hash(picture).as_bytes()),
        size: picture.len() as u32,
        offset: from as u32,
        bytes: picture[from..to].to_vec(),
    }
}

async fn part(town: &Town, device: &Device, picture: &[u8], from: usize, to: usize) -> Came {
    town.say(&device.token, &Request::PicturePart(part_of(picture, from, to))).await
}

#[tokio::test]
async fn a_picture_goes_in_parts_and_comes_back_from_any_byte() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    let picture = jpeg(300);
    let hash = Hash(*blake3::hash(&picture).as_bytes());
    assert_eq!(part(&town, &device, &picture, 0, 4_000).await.answer(), Answer::PictureTaken(4_000));
    let have = Request::PicturesHave(REGISTER, vec![hash, Hash([1; 32])]);
    assert_eq!(town.say(&device.token, &have).await.answer(), Answer::PicturesHad(vec![4_000, 0]));
    let get = Request::PictureGet(REGISTER, hash, 5);
    assert_eq!(town.say(&device.token, &get).await.answer(), Answer::Picture(None));
    let last = part(&town, &device, &picture, 4_000, picture.len()).await;
    assert_eq!(last.answer(), Answer::PictureTaken(u32::MAX));
    let whole = Answer::Picture(Some((picture.len() as u32, picture[5..].to_vec())));
    assert_eq!(town.say(&device.token, &get).await.answer(), whole);
}

#[tokio::test]
async fn a_picture_beyond_measure_is_refused_at_its_first_part() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    for side in [299, 1025, 65_535] {
        let picture = jpeg(side);
        assert_eq!(part(&town, &device, &picture, 0, 4_000).await.code(), "picture.malformed", "{side}");
    }
}

#[tokio::test]
async fn of_several_parts_each_is_answered_and_the_first_that_is_refused_refuses_what_follows() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    let (one, two, wide) = (jpeg(300), jpeg(301), jpeg(65_535));
    let parts = vec![part_of(&one, 0, 4_000), part_of(&two, 0, two.len()), part_of(&one, 4_000, 5_000)];
    let came = town.say(&device.token, &Request::PictureParts(parts)).await;
    assert_eq!(came.answer(), Answer::PicturesTaken(vec![4_000, u32::MAX, 5_000]));
    let parts = vec![part_of(&one, 5_000, 6_000), part_of(&wide, 0, wide.len()), part_of(&one, 6_000, one.len())];
    let came = town.say(&device.token, &Request::PictureParts(parts)).await;
    assert_eq!(came.code(), "picture.malformed");
    let names = [&one, &two, &wide].map(|picture| Hash(*blake3::hash(picture).as_bytes())).to_vec();
    let had = town.say(&device.token, &Request::PicturesHave(REGISTER, names)).await.answer();
    assert_eq!(had, Answer::PicturesHad(vec![6_000, u32::MAX, 0]));
    let foreign = PicturePart { register: ELSEWHERE, ..part_of(&one, 6_000, 7_000) };
    let parts = Request::PictureParts(vec![part_of(&one, 6_000, 6_500), foreign]);
    assert_eq!(town.say(&device.token, &parts).await.code(), "centre.foreign");
}

/// The line dies in the middle of a part: the parts before it are there, and the school goes on from them.
#[tokio::test]
async fn what_came_whole_before_the_line_was_cut_stays() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    let (one, two) = (jpeg(300), jpeg(301));
    let parts = vec![part_of(&one, 0, one.len()), part_of(&two, 0, 4_000), part_of(&two, 4_000, two.len())];
    let body = sync::message::to_bytes(&Request::PictureParts(parts));
    town.send_half("/v1/pictures/parts", &device.token, &body, body.len() - 1_000).await;
    let names = [&one, &two].map(|picture| Hash(*blake3::hash(picture).as_bytes())).to_vec();
    let have = Request::PicturesHave(REGISTER, names);
    let mut had = town.say(&device.token, &have).await.answer();
    for _ in 0..1_000 {
        if had == Answer::PicturesHad(vec![u32::MAX, 4_000]) {
            return;
        }
        had = town.say(&device.token, &have).await.answer();
    }
    panic!("{had:?}");
}

#[tokio::test]
async fn nobody_asks_about_a_centre_that_is_not_theirs() {
    let town = Town::new().await;
    let device = clerk(&town).await;
    let Request::Hello(own) = hello(&device) else { panic!() };
    let asked = [
        Request::Hello(Hello { register: ELSEWHERE, ..own }),
        Request::Pull(Pull { register: ELSEWHERE, after: 0, have: Vec::new(), limit: 1000 }),
        Request::PicturesHave(ELSEWHERE, Vec::new()),
        Request::PictureGet(ELSEWHERE, Hash([0; 32]), 0),
    ];
    for request in &asked {
        assert_eq!(town.say(&device.token, request).await.code(), "centre.foreign", "{request:?}");
    }
    // Nor in another device's name.
    let another = clerk(&town).await;
    assert_eq!(town.say(&another.token, &hello(&device)).await.code(), "role.no-right");
}
