//! Every role at every address of the console, for its own centre and a foreign one: a table that an address without a row
//! fails.

use serde_json::json;
use sync::{CandidateId, Kind, Role};
use sync_server::http::Endpoint;
use sync_server::http::endpoint::{Method, Who};
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::support::{FOREIGN, OWN, Town, write};

/// For each address: who is let in for the own centre, and who for a foreign one, by the first letters of scde, operator,
/// supervisor (v), auditor. The council's people have every centre.
fn expected(endpoint: Endpoint) -> (&'static str, &'static str) {
    match endpoint {
        // One's own sessions, and tables of one's own scope: nothing foreign can be asked for.
        Endpoint::ConsoleSessions | Endpoint::ConsoleEndSession | Endpoint::ConsolePassword => ("sova", "sova"),
        Endpoint::ConsoleFactors | Endpoint::ConsoleFactorRemove => ("sova", "sova"),
        Endpoint::ConsoleOverview | Endpoint::ConsolePart | Endpoint::ConsoleEvents => ("sova", "sova"),
        Endpoint::ConsoleCentres | Endpoint::ConsoleSearch => ("sova", "sova"),
        Endpoint::ConsoleQueues | Endpoint::ConsoleQueue => ("sova", "sova"),
        Endpoint::ConsoleCentre | Endpoint::ConsoleCandidate | Endpoint::ConsolePhotograph => ("sova", "ova"),
        Endpoint::ConsoleCase => ("sova", "ova"),
        Endpoint::ConsoleNext => ("ov", "ov"),
        Endpoint::ConsoleClaim | Endpoint::ConsoleRelease | Endpoint::ConsoleUndo => ("ov", "ov"),
        // An SCDE's officer consents to transfers (`transfers.rs`): an empty body tells nothing of that.
        Endpoint::ConsoleDecide => ("sov", "sov"),
        Endpoint::ConsoleUsers | Endpoint::ConsoleUserAdd => ("v", "v"),
        Endpoint::ConsoleUserDisable | Endpoint::ConsoleUserFactor => ("v", "v"),
        // Who is let in may still stand over nobody: an empty body tells nothing of that.
        Endpoint::ConsoleUserReset | Endpoint::ConsoleCodes => ("sov", "sov"),
        Endpoint::ConsoleDevices | Endpoint::ConsoleExport => ("sova", "sova"),
        Endpoint::ConsoleRevoke => ("sv", "v"),
        Endpoint::ConsoleCirculars | Endpoint::ConsoleAnnouncements | Endpoint::ConsoleKcpe => ("sova", "sova"),
        Endpoint::ConsoleCircular | Endpoint::ConsoleCircularCheck | Endpoint::ConsoleAnnounce => ("v", "v"),
        Endpoint::ConsoleLife | Endpoint::ConsoleRoll => ("sova", "ova"),
        Endpoint::ConsoleHappens => ("ov", "ov"),
        Endpoint::ConsoleSubCounty | Endpoint::ConsoleKcpeImport => ("v", "v"),
        Endpoint::ConsoleKcpeCompare => ("ov", "ov"),
        Endpoint::ConsoleAuditSearch | Endpoint::ConsoleAuditVerify => ("va", "va"),
        other => panic!("{other:?} has no row"),
    }
}

/// What keeps somebody out, or tells nothing of what there is: not what is wrong with what they asked when let in.
const OUT: [&str; 6] =
    ["session.missing", "role.no-right", "centre.foreign", "case.unknown", "request.not-found", "device.unknown"];

const ROLES: [(Role, char); 4] =
    [(Role::Scde, 's'), (Role::Operator, 'o'), (Role::Supervisor, 'v'), (Role::Auditor, 'a')];

struct Asked {
    candidate: String,
    case: String,
    device: String,
    centre: u32,
}

fn path(endpoint: Endpoint, asked: &Asked) -> String {
    let id = match endpoint {
        Endpoint::ConsoleRevoke => &asked.device,
        _ if endpoint.path().contains("/cases/") => &asked.case,
        _ => &asked.candidate,
    };
    let path = endpoint.path().trim_start_matches("/console/").replace("{id}", id);
    let path = path.replace("{centre}", &format!("{:08}", asked.centre)).replace("{queue}", "conflict");
    path.replace("{part}", "counties")
}

/// A photograph that has not come is not found by those who may look: it tells nothing.
fn is_out(endpoint: Endpoint, code: &str, role: Role, own: bool) -> bool {
    let nothing_there = matches!(endpoint, Endpoint::ConsolePhotograph | Endpoint::ConsoleEndSession);
    match code == "request.not-found" && nothing_there {
        true => endpoint == Endpoint::ConsolePhotograph && role == Role::Scde && !own,
        false => OUT.contains(&code),
    }
}

/// A centre with a candidate and a case.
async fn centre(town: &Town, centre: u32) -> Asked {
    let register = sync::RegisterId { centre, year: 2026 };
    let key = town.office().keys.signing.clone();
    let id = CandidateId([centre as u8; 16]);
    let about = sync::About::Candidate(id);
    let fields = vec![write("state", "entered"), write("name", "MADE UP")];
    let own = sync::authority::Own { about, kind: Kind::Enter, fields, actor: "server".into() };
    let again =
        sync::authority::Own { kind: Kind::Change, fields: vec![write("name", "MADE UP OTHERWISE")], ..own.clone() };
    let now = town.office().now();
    town.write(move |council| {
        let here = sync::authority::Here { epoch: council.epoch()?, now, key: &key };
        for own in [own.clone(), again.clone()] {
            assert!(sync::authority::write_own(council, &here, register, own)?.is_some());
        }
        Ok(())
    })
    .await;
    town.catch_up().await;
    let case = town
        .write(move |council| sync_server::stores::console::cases::of(council, register, "conflict"))
        .await
        .remove(0);
    let device = town.device(Role::Clerk, Scope::Centres(vec![centre])).await.key.public().device().to_string();
    Asked { candidate: id.to_string(), case: CandidateId(case.id).to_string(), device, centre }
}

#[tokio::test]
async fn every_role_at_every_page_for_its_own_and_a_foreign_centre() {
    let town = Town::with(|settings| settings.console.relaxed = true).await;
    let asked = [(centre(&town, OWN).await, true), (centre(&town, FOREIGN).await, false)];
    let mut wrong = Vec::new();
    for (role, letter) in ROLES {
        let scope = if role == Role::Scde { Scope::SubCounty(OWN / 1000) } else { Scope::All };
        let mut browser = Browser::of(&town, role.name(), role, scope).await;
        for endpoint in Endpoint::ALL.iter().copied().filter(|one| matches!(one.who(), Who::Browser(_))) {
            let (own_letters, foreign_letters) = expected(endpoint);
            for (asked, own) in &asked {
                let path = path(endpoint, asked);
                let got = match endpoint.method() {
                    // The stream goes on: its head says enough.
                    Method::Get if endpoint == Endpoint::ConsoleEvents => continue,
                    Method::Get => browser.get(&path).await,
                    Method::Post => browser.post(path.trim_start_matches("api/"), &json!({})).await,
                };
                let is = !is_out(endpoint, &got.code(), role, *own);
                let allowed = if *own { own_letters } else { foreign_letters };
                if is != allowed.contains(letter) {
                    wrong.push(format!("{endpoint:?} {} own {own}: {}", role.name(), got.code()));
                }
            }
        }
    }
    let mut nobody = Browser::at(&town);
    for endpoint in Endpoint::ALL.iter().copied().filter(|one| matches!(one.who(), Who::Browser(_) | Who::Halfway)) {
        let path = path(endpoint, &asked[0].0);
        let got = match endpoint.method() {
            Method::Get => nobody.get(&path).await,
            Method::Post => nobody.post(path.trim_start_matches("api/"), &json!({})).await,
        };
        assert_eq!(got.code(), "session.missing", "{endpoint:?}");
    }
    assert_eq!(wrong, Vec::<String>::new());
}
