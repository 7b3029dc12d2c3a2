//! Every role at every address, for its own centre and a foreign one: a table that an address without a row fails.

use sync::Role;
use sync::message::{Hello, Locate, PicturePart, Pull, Request, to_bytes};
use sync::{Hash, RegisterId, SignedHead};

use crate::support::{Device, FOREIGN, OWN, Town};
use sync_server::http::Endpoint;
use sync_server::http::endpoint::{Method, Who};
use sync_server::stores::Scope;

/// For each address: who is let in for the own centre, and who for a foreign one, by the first letters of clerk, head,
/// scde, operator, supervisor (v), auditor. The council's people have every centre.
fn expected(endpoint: Endpoint) -> (&'static str, &'static str) {
    match endpoint {
        // A device's own name is in it, and batches and heads prove themselves: the centre is checked by the signature's.
        Endpoint::Hello | Endpoint::Pull | Endpoint::Locate => ("chsova", "ova"),
        Endpoint::Commit => ("chsova", "ova"),
        // The body is no batch: it gets as far as being read.
        Endpoint::Push => ("chsova", "chsova"),
        Endpoint::PicturesHave | Endpoint::PicturesPart => ("chsova", "ova"),
        Endpoint::PicturesParts | Endpoint::PicturesGet => ("chsova", "ova"),
        Endpoint::Circulars => ("chsova", "chsova"),
        Endpoint::Logout | Endpoint::PasswordChange | Endpoint::Bundles => ("chsova", "chsova"),
        Endpoint::Revoke => ("hsv", "v"),
        Endpoint::Codes => ("hsv", "v"),
        Endpoint::Transfers => ("ov", "ov"),
        Endpoint::ShortCodes => ("sov", "ov"),
        Endpoint::Receipts | Endpoint::Proof | Endpoint::Conflicts => ("chsova", "ova"),
        Endpoint::Quarantine => ("ova", "ova"),
        Endpoint::Audit => ("va", "va"),
        Endpoint::Enrol
        | Endpoint::Challenge
        | Endpoint::Session
        | Endpoint::Refresh
        | Endpoint::Login
        | Endpoint::PasswordReset
        | Endpoint::Healthz
        | Endpoint::Readyz
        | Endpoint::Metrics
        | Endpoint::Openapi => ("everybody", "everybody"),
        // Browsers' are in `console.rs`.
        _ => ("", ""),
    }
}

/// What keeps somebody out: not what is wrong with a body that they were let in with.
const OUT: [&str; 4] = ["session.missing", "role.no-right", "centre.foreign", "device.unknown"];

const ROLES: [(Role, char); 6] = [
    (Role::Clerk, 'c'),
    (Role::Head, 'h'),
    (Role::Scde, 's'),
    (Role::Operator, 'o'),
    (Role::Supervisor, 'v'),
    (Role::Auditor, 'a'),
];

fn scope(role: Role) -> Scope {
    match role {
        Role::Clerk | Role::Head => Scope::Centres(vec![OWN]),
        Role::Scde => Scope::SubCounty(OWN / 1000),
        _ => Scope::All,
    }
}

struct Asking<'a> {
    device: &'a Device,
    register: RegisterId,
    /// A clerk's device of the centre asked about.
    other: String,
}

fn message(endpoint: Endpoint, asking: &Asking<'_>) -> Option<Request> {
    let Asking { device, register, .. } = asking;
    let (register, id) = (*register, device.key.public().device());
    let log = (0, Hash([0; 32]).tag());
    Some(match endpoint {
        Endpoint::Hello => Request::Hello(Hello {
            register,
            device: id,
            streams: Vec::new(),
            lineage: Vec::new(),
            log,
            proof: None,
            circular: 0,
        }),
        Endpoint::Commit => Request::Commit(SignedHead::sign(&device.key, register, 1, 1, Hash([1; 32]))),
        Endpoint::Push => Request::Push(b"no batch".to_vec()),
        Endpoint::Pull => Request::Pull(Pull { register, after: 0, have: Vec::new(), limit: 100 }),
        Endpoint::Locate => {
            Request::Locate(Locate { register, stream: device.stream(), first: 1, tags: vec![Hash([1; 32]).tag()] })
        }
        Endpoint::PicturesHave => Request::PicturesHave(register, Vec::new()),
        Endpoint::PicturesPart => Request::PicturePart(part(register)),
        Endpoint::PicturesParts => Request::PictureParts(vec![part(register)]),
        Endpoint::PicturesGet => Request::PictureGet(register, Hash([1; 32]), 0),
        Endpoint::Circulars => Request::Circulars(0),
        _ => return None,
    })
}

fn part(register: RegisterId) -> PicturePart {
    PicturePart { register, hash: Hash([1; 32]), size: 9, offset: 0, bytes: vec![1] }
}

fn json(endpoint: Endpoint, asking: &Asking<'_>) -> String {
    let (centre, register) = (format!("{:08}", asking.register.centre), asking.register.to_string());
    match endpoint {
        Endpoint::Codes => format!(r#"{{"device":{{"role":"clerk","scope":["{centre}"]}}}}"#),
        Endpoint::Transfers => format!(
            r#"{{"candidate":"{}","from":"{register}","to":"24505106-2026","reason":"moved house"}}"#,
            "0".repeat(32)
        ),
        Endpoint::ShortCodes => {
            let code = sync::short_code(asking.register, asking.device.stream(), 1, Hash([1; 32]));
            format!(r#"{{"register":"{register}","code":"{code}"}}"#)
        }
        _ => "{}".to_owned(),
    }
}

fn path(endpoint: Endpoint, asking: &Asking<'_>) -> String {
    let path =
        endpoint.path().replace("{centre}", &format!("{:08}", asking.register.centre)).replace("{id}", &asking.other);
    match endpoint {
        Endpoint::Receipts | Endpoint::Conflicts => format!("{path}?register={}", asking.register),
        _ => path,
    }
}

async fn is_let_in(town: &Town, endpoint: Endpoint, asking: &Asking<'_>, token: &str) -> bool {
    let method = if endpoint.method() == Method::Get { "GET" } else { "POST" };
    let body =
        message(endpoint, asking).map_or_else(|| json(endpoint, asking).into_bytes(), |message| to_bytes(&message));
    let came = town.ask(method, &path(endpoint, asking), token, body).await;
    let code = came.code();
    // A device has no password to change: let in, and told so.
    !OUT.contains(&code.as_str()) || (endpoint == Endpoint::PasswordChange && code == "role.no-right")
}

#[tokio::test]
async fn every_role_at_every_address_for_its_own_and_a_foreign_centre() {
    let town = Town::new().await;
    let mut wrong = Vec::new();
    for endpoint in Endpoint::ALL.iter().copied().filter(|endpoint| matches!(endpoint.who(), Who::Session(_))) {
        let (own, foreign) = expected(endpoint);
        for (centre, allowed) in [(OWN, own), (FOREIGN, foreign)] {
            let register = RegisterId { centre, year: 2026 };
            for (role, letter) in ROLES {
                let device = town.device(role, scope(role)).await;
                let clerk = town.device(Role::Clerk, Scope::Centres(vec![centre])).await;
                let asking = Asking { device: &device, register, other: clerk.key.public().device().to_string() };
                let is = is_let_in(&town, endpoint, &asking, &device.token).await;
                if is != allowed.contains(letter) {
                    wrong.push(format!("{endpoint:?} {} {centre}: let in {is}", role.name()));
                }
                assert!(!is_let_in(&town, endpoint, &asking, "").await, "{endpoint:?} without a session");
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
