//! What is ordered by people with the right, and the audit of it.

use serde_json::{Value, json};
use sync::message::Request;
use sync::{Hash, Role};

use crate::support::{OWN, REGISTER, Town, stored};
use sync_server::audit::{self, Verdict};
use sync_server::stores::{Lane, Scope};

#[tokio::test]
async fn a_short_code_typed_by_the_office_is_a_commitment() {
    let town = Town::new().await;
    let scde = town.device(Role::Scde, Scope::SubCounty(24_505)).await;
    let code = sync::short_code(REGISTER, scde.stream(), 3, Hash([1; 32]));
    let typed = |code: &str| json!({ "register": "24505105-2026", "code": code });
    assert_eq!(town.post("/v1/short-codes", &scde.token, &typed(&code.to_lowercase())).await.code(), "");
    let wrong = typed(&code.replace(&code[..1], if code.starts_with('Z') { "0" } else { "Z" }));
    assert_eq!(town.post("/v1/short-codes", &scde.token, &wrong).await.code(), "short-code.mistyped");
    let kept = town.write(move |council| council.short_codes(REGISTER, sync::UnixMillis(i64::MAX))).await;
    assert_eq!(kept, [code]);
}

#[tokio::test]
async fn a_candidate_moves_once_and_only_who_is_there() {
    let town = Town::new().await;
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let operator = town.device(Role::Operator, Scope::All).await;
    let batch = Request::Push(clerk.batch(1));
    stored(&town.say(&clerk.token, &batch).await);
    let folded = town.write(|council| sync::authority::folded(council, REGISTER)).await;
    let candidate = folded.values().into_keys().find_map(|(about, _)| match about {
        sync::About::Candidate(id) => Some(id),
        _ => None,
    });
    let body = json!({
        "candidate": candidate.unwrap().to_string(), "from": "24505105-2026", "to": "31101007-2026", "reason": "moved",
    });
    let moved: Value = town.post("/v1/transfers", &operator.token, &body).await.json();
    assert_eq!((&moved["departed"], &moved["arrived"]), (&json!(2), &json!(1)));
    assert_eq!(town.post("/v1/transfers", &operator.token, &body).await.code(), "transfer.refused");
}

#[tokio::test]
async fn a_proof_is_signed_and_its_digest_is_the_folds() {
    let town = Town::new().await;
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    assert_eq!(town.get("/v1/proof/24505105", &clerk.token).await.code(), "register.unknown");
    let batch = Request::Push(clerk.batch(2));
    stored(&town.say(&clerk.token, &batch).await);
    let proof: Value = town.get("/v1/proof/24505105", &clerk.token).await.json();
    let folded = town.write(|council| sync::authority::folded(council, REGISTER)).await;
    assert_eq!(proof["digest"], folded.digest().to_string());
    assert_eq!((&proof["register"], &proof["position"]), (&json!("24505105-2026"), &json!(2)));
    assert_eq!(proof["streams"].as_array().unwrap().len(), 1);
    let receipts: Value = town.get("/v1/receipts?register=24505105-2026", &clerk.token).await.json();
    assert_eq!(receipts["receipts"][0]["n"], 2);
    let conflicts: Value = town.get("/v1/conflicts?register=24505105-2026", &clerk.token).await.json();
    assert_eq!(conflicts["conflicts"], json!([]));
}

#[tokio::test]
async fn the_audit_says_who_did_what() {
    let town = Town::new().await;
    let auditor = town.device(Role::Auditor, Scope::All).await;
    let clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let head = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    let id = clerk.key.public().device().to_string();
    town.ask("POST", &format!("/v1/devices/{id}/revoke"), &head.token, Vec::new()).await;
    let told: Value = town.get("/v1/audit", &auditor.token).await.json();
    let lines = told["lines"].as_array().unwrap();
    let revocation = lines.iter().find(|line| line["what"] == "device.revoke").unwrap();
    assert_eq!(revocation["about"], id);
    assert_eq!(revocation["who"], head.key.public().device().to_string());
    assert!(lines.iter().filter(|line| line["what"] == "device.enrol").count() >= 3);
    let verdict = town.office().transact(Lane::Read, |council| audit::verify(council)).await.unwrap();
    let Verdict::Whole(count, _) = verdict else { panic!() };
    assert_eq!(count, lines.len() as u64);
}

/// What somebody with the disk in hand could do, and the line at which it shows.
#[tokio::test]
async fn a_line_of_the_audit_altered_taken_out_or_put_in_shows() {
    for (done, line) in [
        ("UPDATE audit SET who = 'nobody' WHERE n = 2", 2),
        ("UPDATE audit SET about = '' WHERE n = 3", 3),
        ("UPDATE audit SET at = at + 1 WHERE n = 1", 1),
        ("DELETE FROM audit WHERE n = 2", 2),
        ("INSERT INTO audit SELECT max(n) + 1, at, who, what, about, hash FROM audit", 7),
    ] {
        let town = Town::new().await;
        for _ in 0..3 {
            town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
        }
        let folder = town.stop().await;
        let database = rusqlite::Connection::open(folder.path().join("data/database/council.db")).unwrap();
        assert_eq!(database.execute(done, []).unwrap(), 1, "{done}");
        drop(database);
        let town = Town::at(folder, |_| ()).await;
        let verdict = town.office().transact(Lane::Read, |council| audit::verify(council)).await.unwrap();
        assert_eq!(verdict, Verdict::Broken(line), "{done}");
    }
}
