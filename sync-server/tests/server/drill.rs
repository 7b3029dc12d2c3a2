//! The drill of docs/how-to-run-the-council-server.md: a copy while schools write, the computer lost, the copy put back,
//! and the devices send again what came after it.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use sync::Role;
use sync::message::{Answer, Hello, Request};
use sync::{Hash, Passage};

use crate::support::{Device, OWN, REGISTER, Town, stored};
use sync_server::stores::Scope;

fn order(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sync-server"));
    command.args(arguments).arg("--data").arg(data).env_remove("SYNC_SERVER_DATA").output().unwrap()
}

fn hello(device: &Device, log: (u64, Hash), epoch: sync::Epoch) -> Request {
    Request::Hello(Hello {
        register: REGISTER,
        device: device.key.public().device(),
        streams: Vec::new(),
        lineage: vec![Passage { epoch, until: log.0 }],
        log: (log.0, log.1.tag()),
        proof: None,
        circular: 0,
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_while_schools_write_is_put_back_and_nothing_is_lost() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let batches: Vec<Vec<u8>> = (0..30).map(|_| device.batch(5)).collect();
    let copy = town.folder.path().join("copy");
    let mut receipts = Vec::new();
    for (at, batch) in batches.iter().enumerate() {
        receipts.push(stored(&town.say(&device.token, &Request::Push(batch.clone())).await));
        if at == 14 {
            let backup = sync_server::command::Order::Backup { to: copy.clone() };
            sync_server::command::carry_out(town.office(), backup).await.unwrap();
        }
    }
    let (council, token) = (town.office().keys.signing.public(), device.token.clone());
    let last = receipts.last().unwrap().received;
    // The computer is lost; another folder stands for another computer.
    let folder: Arc<_> = town.stop().await;
    let data = folder.path().join("another");
    let put_back = order(&data, &["restore", copy.to_str().unwrap()]);
    assert_eq!(put_back.status.code(), Some(0), "{put_back:?}");
    let town = Town::at(folder.clone(), |settings| settings.data = data.clone()).await;
    assert_eq!(town.office().keys.signing.public(), council, "devices have pinned it");
    // Sessions go on; the device is told of another life, and what stands in common.
    let Answer::Welcome(welcome) =
        town.say(&token, &hello(&device, (last.log.position, last.log.l), last.epoch)).await.answer()
    else {
        panic!()
    };
    assert_ne!(welcome.epoch, last.epoch);
    assert_eq!((welcome.log.position, welcome.common), (75, 75));
    for batch in &batches {
        receipts.push(stored(&town.say(&token, &Request::Push(batch.clone())).await));
    }
    let again = receipts.last().unwrap().received;
    assert_eq!((again.n, again.h, again.epoch), (last.n, last.h, welcome.epoch));
    assert_eq!(order(&data, &["restore", copy.to_str().unwrap()]).status.code(), Some(3), "nothing is written over");
    town.stop().await;
    let verified = order(&data, &["audit", "verify"]);
    assert_eq!(verified.status.code(), Some(0), "{verified:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_in_the_middle_answers_what_it_took_and_keeps_what_it_answered() {
    let town = Town::new().await;
    let mut device = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let batches: Vec<Vec<u8>> = (0..200).map(|_| device.batch(1)).collect();
    let (client, url, token) = (town.client.clone(), town.server.url() + "/v1/push", device.token.clone());
    let (first, begun) = tokio::sync::oneshot::channel();
    let sending = tokio::spawn(async move {
        let (mut first, mut acknowledged) = (Some(first), 0);
        for batch in batches {
            let body = sync::message::to_bytes(&Request::Push(batch));
            // The listener is gone: the desk would come again later.
            let Ok(response) = client.post(&url).bearer_auth(&token).body(body).send().await else { break };
            assert_eq!(response.status(), 200, "what was taken is answered");
            let Ok(body) = response.bytes().await else { break };
            let Ok(Answer::Stored(receipt)) = sync::message::from_bytes(&body) else { panic!() };
            acknowledged = receipt.received.n;
            first.take().map(|first| first.send(()));
        }
        acknowledged
    });
    begun.await.unwrap();
    let folder = town.stop().await;
    let acknowledged = sending.await.unwrap();
    let town = Town::at(folder, |_| ()).await;
    let end = town.write(|council| council.log_end(REGISTER)).await;
    assert!(acknowledged >= 1 && end.position >= acknowledged, "{acknowledged} acknowledged, {} kept", end.position);
}
