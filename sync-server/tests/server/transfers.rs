//! Transfers (2.3.14, 2.11): asked for in the registers of two centres, brought into one case, consented to, moved or
//! refused, and what each side hears of it.

use serde_json::{Value, json};
use sync::authority::folded;
use sync::{About, FieldWrite, Kind, RegisterId, Role, UnixMillis};
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::queues::{at, decide, only_case, operator};
use crate::support::{Device, ELSEWHERE, FOREIGN, OWN, REGISTER, Town, write};

on_both_stores! {
    a_transfer_that_lacks_nothing_moves_the_candidate_and_both_desks_hear_of_it,
    each_centre_hears_what_the_other_asks_and_either_side_consents,
    a_request_that_is_refused_is_told_and_one_that_is_taken_back_is_gone,
    after_the_last_day_only_a_supervisor_moves,
    an_scde_consents_for_centres_of_the_own_sub_county_only,
}

const INDEX: &str = "24505105001";

/// A candidate of one centre, and the heads of both.
async fn town_of_two(town: &Town) -> (About, Device, Device) {
    let mut here = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    let mut there = town.device_at(ELSEWHERE, Role::Head, Scope::Centres(vec![FOREIGN])).await;
    let fields =
        vec![write("state", "entered"), write("candidate_no", "001"), write("name", "MADE UP"), write("gender", "F")];
    let about = here.candidate(1, &fields);
    let named = |name: &str| (About::Centre, Kind::Found, vec![write("name", name), write("kind", "school")]);
    let batch = here.batch_of(&[named("HERE MADE UP"), (about, Kind::Enter, fields)]);
    town.push(&here, batch).await;
    let batch = there.batch_of(&[named("THERE MADE UP")]);
    town.push(&there, batch).await;
    town.catch_up().await;
    (about, here, there)
}

async fn say(town: &Town, device: &mut Device, about: About, fields: &[(&str, &str)]) {
    let register = if device.writes(REGISTER) { REGISTER } else { ELSEWHERE };
    let fold = town.write(move |council| folded(council, register)).await;
    let fields: Vec<FieldWrite> = fields
        .iter()
        .map(|(field, value)| FieldWrite { base: fold.tag(&about, field), ..write(field, value) })
        .collect();
    let kind = if about == About::Centre { Kind::Centre } else { Kind::Change };
    let batch = device.batch_of(&[(about, kind, fields)]);
    town.push(device, batch).await;
    town.catch_up().await;
}

const WHOLE: [(&str, &str); 7] = [
    ("transfer.to", "31101007"),
    ("transfer.reason", "The family moved."),
    ("transfer.head.from", "Head, 3 March"),
    ("transfer.head.to", "Head, 4 March"),
    ("transfer.scde.from", "SCDE, 5 March"),
    ("transfer.scde.to", "SCDE, 6 March"),
    ("transfer.slip", "0012345"),
];

async fn value(town: &Town, register: RegisterId, about: About, field: &'static str) -> Option<String> {
    let fold = town.write(move |council| folded(council, register)).await;
    fold.value(&about, field).filter(|value| !value.is_empty()).map(str::to_owned)
}

async fn notices(town: &Town, register: RegisterId, about: About) -> Vec<Value> {
    let fold = town.write(move |council| folded(council, register)).await;
    let values = fold.values_of(&about).into_iter().filter(|(field, _)| field.starts_with("notice."));
    values.map(|(_, value)| serde_json::from_str(value).unwrap()).collect()
}

async fn waiting(browser: &mut Browser<'_>) -> usize {
    browser.get("api/queues/transfer").await.json()["rows"].as_array().unwrap().len()
}

async fn a_transfer_that_lacks_nothing_moves_the_candidate_and_both_desks_hear_of_it(town: Town) {
    let (about, mut here, _) = town_of_two(&town).await;
    // Closing is over: that is when transfers are asked for.
    let closes = UnixMillis(town.office().now().0 - 86_400_000);
    town.write(move |council| council.set_closes(2026, Some(closes))).await;
    say(&town, &mut here, about, &WHOLE).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "transfer").await;
    assert_eq!((&case["kind"], &case["score"]), (&json!("asked"), &json!(1.0)));
    let evidence = &case["evidence"];
    assert_eq!((&evidence["missing"], &evidence["late"], &evidence["fee"]), (&json!([]), &json!(false), &json!(1000)));
    assert_eq!((&evidence["from"], &evidence["to"]), (&json!("24505105"), &json!("31101007")));
    assert_eq!(evidence["consents"]["scde.to"]["value"], "SCDE, 6 March");
    assert!(evidence["limit"].as_i64().unwrap() > evidence["closes"].as_i64().unwrap());
    assert_eq!(case["decisions"], json!(["move", "refuse", "ask"]));
    let asked: Value =
        serde_json::from_str(&value(&town, ELSEWHERE, About::Centre, "transfer.asked.24505105001").await.unwrap())
            .unwrap();
    assert_eq!((&asked["name"], &asked["from_name"]), (&json!("MADE UP"), &json!("HERE MADE UP")));

    let decided = amina.post(&at(&case, "decide"), &decide(&case, "move")).await.json();
    assert_eq!((&decided["state"], &decided["undoable"]), (&json!("decided"), &json!(false)), "{decided}");
    assert_eq!(value(&town, REGISTER, about, "state").await.as_deref(), Some("moved"));
    assert_eq!(value(&town, REGISTER, about, "moved_to").await.as_deref(), Some("31101007"));
    assert_eq!(value(&town, ELSEWHERE, about, "state").await.as_deref(), Some("entered"));
    assert_eq!(value(&town, ELSEWHERE, about, "name").await.as_deref(), Some("MADE UP"));
    assert_eq!(value(&town, ELSEWHERE, about, "transfer.to").await, None, "the request stays behind");
    assert_eq!(value(&town, ELSEWHERE, About::Centre, "transfer.asked.24505105001").await, None);
    for register in [REGISTER, ELSEWHERE] {
        let heard = notices(&town, register, about).await;
        assert_eq!((heard.len(), &heard[0]["decision"], &heard[0]["by"]), (1, &json!("move"), &json!("amina")));
    }
    town.catch_up().await;
    assert_eq!(waiting(&mut amina).await, 0, "it stays settled");
}

async fn each_centre_hears_what_the_other_asks_and_either_side_consents(town: Town) {
    let (about, mut here, mut there) = town_of_two(&town).await;
    let wants = json!({ "reason": "She boards here.", "head": "Head, 1 March", "scde": "SCDE, 2 March", "slip": "77" });
    say(&town, &mut there, About::Centre, &[(&format!("transfer.in.{INDEX}"), &wants.to_string())]).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "transfer").await;
    assert_eq!((&case["kind"], &case["evidence"]["missing"]), (&json!("wanted"), &json!(["head.from", "scde.from"])));
    assert_eq!(case["decisions"], json!(["refuse", "ask"]), "it lacks consents");
    let wanted = value(&town, REGISTER, about, "transfer.wanted").await.unwrap();
    let wanted: Value = serde_json::from_str(&wanted).unwrap();
    assert_eq!((&wanted["to"], &wanted["to_name"]), (&json!("31101007"), &json!("THERE MADE UP")));
    say(&town, &mut here, about, &[("transfer.to", "31101007"), ("transfer.head.from", "Head, 3 March")]).await;
    let both = only_case(&mut amina, "transfer").await;
    assert_eq!((&both["kind"], &both["evidence"]["missing"]), (&json!("both"), &json!(["scde.from"])));
    assert_eq!(both["evidence"]["slip"]["value"], "77");
    assert!(value(&town, ELSEWHERE, About::Centre, "transfer.asked.24505105001").await.is_some());
    // Decisions on what changed meanwhile are refused.
    let stale = amina.post(&at(&both, "decide"), &decide(&both, "move")).await;
    assert_eq!(stale.code(), "case.decision");
    say(&town, &mut here, about, &[("transfer.scde.from", "SCDE, 5 March")]).await;
    let whole = only_case(&mut amina, "transfer").await;
    assert_eq!(amina.post(&at(&whole, "decide"), &decide(&whole, "move")).await.json()["state"], "decided");
    assert_eq!(value(&town, REGISTER, about, "transfer.wanted").await, None);
    assert_eq!(value(&town, ELSEWHERE, About::Centre, "transfer.in.24505105001").await, None, "she has come");
}

async fn a_request_that_is_refused_is_told_and_one_that_is_taken_back_is_gone(town: Town) {
    let (about, mut here, _) = town_of_two(&town).await;
    say(&town, &mut here, about, &WHOLE).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "transfer").await;
    let refused = amina.post(&at(&case, "decide"), &decide(&case, "refuse")).await.json();
    assert_eq!((&refused["state"], &refused["undoable"]), (&json!("decided"), &json!(true)));
    for (register, about) in [(REGISTER, about), (ELSEWHERE, About::Centre)] {
        assert_eq!(notices(&town, register, about).await[0]["decision"], "refuse");
    }
    assert_eq!(value(&town, ELSEWHERE, About::Centre, "transfer.asked.24505105001").await, None);
    town.catch_up().await;
    assert_eq!(waiting(&mut amina).await, 0, "it stays refused");
    // Taken back and asked again it is another request.
    say(&town, &mut here, about, &[("transfer.to", "")]).await;
    say(&town, &mut here, about, &[("transfer.to", "31101007")]).await;
    let again = only_case(&mut amina, "transfer").await;
    assert_ne!(again["id"], case["id"]);
    say(&town, &mut here, about, &[("transfer.to", "")]).await;
    assert_eq!(waiting(&mut amina).await, 0);
    assert_eq!(amina.post(&at(&again, "claim"), &json!({})).await.code(), "case.settled");
}

async fn after_the_last_day_only_a_supervisor_moves(town: Town) {
    let (about, mut here, _) = town_of_two(&town).await;
    let closes = UnixMillis(town.office().now().0 - 100 * 86_400_000);
    town.write(move |council| council.set_closes(2026, Some(closes))).await;
    say(&town, &mut here, about, &WHOLE).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "transfer").await;
    assert_eq!((&case["evidence"]["late"], &case["decisions"]), (&json!(true), &json!(["refuse", "ask"])));
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "move")).await.code(), "case.decision");
    let mut wanjiru = crate::queues::somebody(&town, "wanjiru", Role::Supervisor).await;
    let case = only_case(&mut wanjiru, "transfer").await;
    assert_eq!(wanjiru.post(&at(&case, "decide"), &decide(&case, "move")).await.json()["state"], "decided");
    assert_eq!(value(&town, ELSEWHERE, about, "state").await.as_deref(), Some("entered"));
}

async fn an_scde_consents_for_centres_of_the_own_sub_county_only(town: Town) {
    let (about, mut here, _) = town_of_two(&town).await;
    say(&town, &mut here, about, &WHOLE[..4]).await;
    let mut own = Browser::of(&town, "own.scde", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let mut other = Browser::of(&town, "other.scde", Role::Scde, Scope::SubCounty(11_111)).await;
    let case = only_case(&mut own, "transfer").await;
    assert_eq!(case["decisions"], json!(["consent"]));
    let path = at(&case, "decide");
    assert_eq!(other.post(&path, &decide(&case, "consent")).await.code(), "case.unknown");
    assert_eq!(own.post(&path, &decide(&case, "refuse")).await.code(), "role.no-right");
    let consented = own.post(&path, &decide(&case, "consent")).await.json();
    assert_eq!((&consented["state"], &consented["decisions"]), (&json!("open"), &json!([])), "{consented}");
    assert_eq!(consented["evidence"]["missing"], json!(["scde.to", "slip"]));
    assert_eq!(value(&town, REGISTER, about, "transfer.scde.from").await.as_deref(), Some("own.scde"));
    assert!(consented["history"].as_array().unwrap().iter().any(|line| line["decision"] == "consent"), "{consented}");
    assert_eq!(own.post(&path, &decide(&consented, "consent")).await.code(), "case.decision", "it is given");
}
