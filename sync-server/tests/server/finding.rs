//! What only the council can find, as registers arrive: one picture for several, series of numbers, centres that cannot stay,
//! what came in vain, differences from results and the heads' answers.

use serde_json::{Value, json};
use sync::authority::folded;
use sync::{About, FieldWrite, Kind, RegisterId, Role, UnixMillis};
use sync_server::stores::Scope;
use sync_server::stores::console::kcpe::{self, Sat};
use sync_server::stores::console::life::{self, Event};

use crate::console::Browser;
use crate::queues::{at, decide, only_case, operator};
use crate::support::{Device, ELSEWHERE, FOREIGN, OWN, REGISTER, Town, write};

on_both_stores! {
    one_picture_for_candidates_of_two_centres_is_a_case_until_one_has_another,
    numbers_counted_up_the_roll_are_a_case_of_the_centre,
    a_centre_under_fifteen_is_a_case_once_its_roll_is_approved,
    a_centre_that_is_no_more_is_a_case_while_its_register_holds_candidates,
    what_came_in_vain_is_returned,
    a_difference_goes_to_the_desk_and_the_heads_answer_comes_back,
    what_was_decided_is_found_again_as_decided_when_all_is_made_anew,
    the_practice_has_a_case_in_every_queue,
}

/// A clerk's computer of a centre.
async fn clerk(town: &Town, register: RegisterId) -> Device {
    town.device_at(register, Role::Clerk, Scope::Centres(vec![register.centre])).await
}

/// Enters candidates, each with fields of their own; tells who they are.
async fn enter(town: &Town, clerk: &mut Device, each: &[Vec<(&str, &str)>]) -> Vec<About> {
    let mut said = Vec::new();
    for (place, own) in each.iter().enumerate() {
        let (number, name) = (format!("{:03}", place + 1), format!("MADE UP {}", char::from(b'A' + place as u8 % 26)));
        let mut fields = vec![write("state", "entered"), write("candidate_no", &number), write("name", &name)];
        fields.extend(own.iter().map(|(field, value)| write(field, value)));
        said.push((clerk.candidate(place as u64, &fields), Kind::Enter, fields));
    }
    let batch = clerk.batch_of(&said);
    town.push(clerk, batch).await;
    town.catch_up().await;
    said.into_iter().map(|(about, ..)| about).collect()
}

async fn change(town: &Town, device: &mut Device, about: About, fields: Vec<FieldWrite>) {
    let batch = device.batch_of(&[(about, if about == About::Centre { Kind::Centre } else { Kind::Change }, fields)]);
    town.push(device, batch).await;
    town.catch_up().await;
}

async fn kinds(browser: &mut Browser<'_>, queue: &str) -> Vec<String> {
    let listed = browser.get(&format!("api/queues/{queue}")).await.json();
    let mut kinds: Vec<String> =
        listed["rows"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect();
    kinds.sort();
    kinds
}

async fn one_picture_for_candidates_of_two_centres_is_a_case_until_one_has_another(town: Town) {
    let (mut here, mut there) = (clerk(&town, REGISTER).await, clerk(&town, ELSEWHERE).await);
    let (picture, other) = ("ab".repeat(32), "cd".repeat(32));
    enter(&town, &mut here, &[vec![("photograph", &picture)], vec![("photograph", &other)]]).await;
    let mut amina = operator(&town, "amina").await;
    assert!(kinds(&mut amina, "duplicate").await.is_empty());
    let about = enter(&town, &mut there, &[vec![("photograph", &picture)]]).await;
    let case = only_case(&mut amina, "duplicate").await;
    assert_eq!((&case["kind"], &case["evidence"]["photograph"]), (&json!("photograph"), &json!(picture)));
    assert_eq!((case["members"].as_array().unwrap().len(), &case["centres"]), (2, &json!(["24505105", "31101007"])));
    assert_eq!(case["decisions"], json!(["same:0", "same:1", "different", "ask"]));
    let fold = town.write(|council| folded(council, ELSEWHERE)).await;
    let base = fold.tag(&about[0], "photograph");
    change(&town, &mut there, about[0], vec![FieldWrite { base, ..write("photograph", &"ef".repeat(32)) }]).await;
    assert!(kinds(&mut amina, "duplicate").await.is_empty(), "it took care of itself");
}

async fn numbers_counted_up_the_roll_are_a_case_of_the_centre(town: Town) {
    let mut clerk = clerk(&town, REGISTER).await;
    let numbers: Vec<String> = (0..7).map(|place| (7_700_101 + place).to_string()).collect();
    let each: Vec<_> = numbers.iter().map(|number| vec![("birth_certificate_no", number.as_str())]).collect();
    enter(&town, &mut clerk, &each).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "centre").await;
    assert_eq!(
        (&case["kind"], &case["evidence"]),
        (
            &json!("series"),
            &json!({ "field": "birth_certificate_no", "how": "rising", "count": 7, "first": "7700101", "last": "7700107" })
        )
    );
    assert_eq!((case["members"].as_array().unwrap().len(), &case["decisions"]), (7, &json!(["seen", "ask"])));
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "ask")).await.json()["state"], "decided");
}

async fn a_centre_under_fifteen_is_a_case_once_its_roll_is_approved(town: Town) {
    let mut head = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut head, &vec![Vec::new(); 9]).await;
    let mut amina = operator(&town, "amina").await;
    assert!(kinds(&mut amina, "centre").await.is_empty(), "until then a roll grows");
    change(&town, &mut head, About::Centre, vec![write("approved_by", "head")]).await;
    let case = only_case(&mut amina, "centre").await;
    let evidence = json!({ "candidates": 9, "least": 15, "paragraph": "2.3.7" });
    assert_eq!((&case["kind"], &case["evidence"]), (&json!("few"), &evidence));
    change(&town, &mut head, About::Centre, vec![write("kind", "prison")]).await;
    assert!(kinds(&mut amina, "centre").await.is_empty(), "prisons may be small");
    // Closing is found without anything having come.
    let mut there = clerk(&town, ELSEWHERE).await;
    enter(&town, &mut there, &[Vec::new()]).await;
    assert!(kinds(&mut amina, "centre").await.is_empty());
    town.write(|council| council.set_closes(2026, Some(UnixMillis(1)))).await;
    town.catch_up().await;
    assert_eq!(kinds(&mut amina, "centre").await, ["few"]);
}

async fn a_centre_that_is_no_more_is_a_case_while_its_register_holds_candidates(town: Town) {
    let (mut here, mut there) = (clerk(&town, REGISTER).await, clerk(&town, ELSEWHERE).await);
    enter(&town, &mut here, &[Vec::new(), Vec::new()]).await;
    let left = enter(&town, &mut there, &[Vec::new()]).await;
    let event = |event: &str, other| Event {
        event: event.into(),
        day: "2026-02-01".into(),
        reason: "No longer there.".into(),
        other,
        at: UnixMillis(1),
        by: "wanjiru".into(),
    };
    let (gone, joined) = (event("deregister", 0), event("merge", OWN));
    town.write(move |council| {
        life::add(council, OWN, &gone)?;
        life::add(council, FOREIGN, &joined)
    })
    .await;
    town.catch_up().await;
    let mut amina = operator(&town, "amina").await;
    assert_eq!(kinds(&mut amina, "centre").await, ["deregistered", "merged"]);
    let rows = amina.get("api/queues/centre").await.json()["rows"].clone();
    let merged = rows.as_array().unwrap().iter().find(|row| row["kind"] == "merged").unwrap().clone();
    let case = amina.get(&format!("api/cases/{}", merged["id"].as_str().unwrap())).await.json();
    assert_eq!((&case["evidence"]["to"], &case["evidence"]["candidates"]), (&json!("24505105"), &json!(1)));
    // The last candidate withdraws: nothing is left to settle.
    let fold = town.write(|council| folded(council, ELSEWHERE)).await;
    let state = FieldWrite { base: fold.tag(&left[0], "state"), ..write("state", "withdrawn") };
    change(&town, &mut there, left[0], vec![state]).await;
    assert_eq!(kinds(&mut amina, "centre").await, ["deregistered"]);
    // A centre that is applied for again lives.
    let applied = event("apply", 0);
    town.write(move |council| life::add(council, OWN, &applied)).await;
    town.catch_up().await;
    assert!(kinds(&mut amina, "centre").await.is_empty());
}

async fn what_came_in_vain_is_returned(town: Town) {
    let mut clerk = clerk(&town, REGISTER).await;
    let about = enter(&town, &mut clerk, &[Vec::new()]).await;
    let approval = (About::Centre, Kind::Approve, vec![write("approved_by", "clerk")]);
    let moved = (about[0], Kind::Change, vec![write("moved_to", "31101007")]);
    let batch = clerk.batch_of(&[approval, moved]);
    town.push(&clerk, batch).await;
    town.write(|council| council.set_closes(2026, Some(UnixMillis(1)))).await;
    change(&town, &mut clerk, about[0], vec![write("phone", "0700000000")]).await;
    let mut amina = operator(&town, "amina").await;
    assert_eq!(kinds(&mut amina, "returned").await, ["invalid", "no-right", "unsigned"]);
    let rows = amina.get("api/queues/returned").await.json()["rows"].clone();
    let unsigned = rows.as_array().unwrap().iter().find(|row| row["kind"] == "unsigned").unwrap().clone();
    let case = amina.get(&format!("api/cases/{}", unsigned["id"].as_str().unwrap())).await.json();
    assert_eq!(case["evidence"]["writes"], json!([{ "field": "phone", "value": "0700000000" }]));
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "ask")).await.json()["state"], "decided");
    let fold = town.write(|council| folded(council, REGISTER)).await;
    assert!(fold.values_of(&about[0]).into_keys().any(|field| field.starts_with("notice.")));
}

fn sat(name: &str, year: &str) -> Sat {
    Sat { number: "11200105003".into(), name: name.into(), gender: "F".into(), birth_year: year.into() }
}

fn qualified(name: &'static str) -> Vec<(&'static str, &'static str)> {
    let own = [("gender", "F"), ("year_of_birth", "2008"), ("qualification", "KCPE"), ("qualifying_year", "2021")];
    own.into_iter().chain([("qualifying_index", "11200105003"), ("admission_no", name)]).collect()
}

/// The notice that a desk has of a case.
async fn notice(town: &Town, about: About, case: &Value) -> Value {
    let fold = town.write(|council| folded(council, REGISTER)).await;
    let field = format!("notice.{}", case["id"].as_str().unwrap());
    serde_json::from_str(fold.value(&about, &field).unwrap()).unwrap()
}

async fn a_difference_goes_to_the_desk_and_the_heads_answer_comes_back(town: Town) {
    town.write(|council| kcpe::put(council, 2021, &[sat("MADE UP ACHIENG", "2007")])).await;
    let mut head = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    let about = enter(&town, &mut head, &[qualified("1")]).await[0];
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "kcpe").await;
    assert_eq!(case["kind"], "differs");
    let told = notice(&town, about, &case).await;
    assert_eq!((&told["decision"], &told["by"]), (&json!("differs"), &json!("server")));
    let differences = json!([
        { "field": "name", "entered": "MADE UP A", "result": "MADE UP ACHIENG" },
        { "field": "year_of_birth", "entered": "2008", "result": "2007" },
    ]);
    assert_eq!((&told["differences"], &case["evidence"]["differences"]), (&differences, &differences));
    // The head objects: it stays open, says so, and comes first.
    let field = format!("notice.{}.answer", case["id"].as_str().unwrap());
    let objection = json!({ "answer": "object", "reason": "As on the certificate." }).to_string();
    change(&town, &mut head, about, vec![write(&field, &objection)]).await;
    let objected = only_case(&mut amina, "kcpe").await;
    assert_eq!((&objected["state"], &objected["score"]), (&json!("open"), &json!(1.0)));
    assert_eq!(objected["evidence"]["answer"]["reason"], "As on the certificate.");
    // The operator insists, and the head accepts with the result's values: answered.
    let sent = amina.post(&at(&objected, "decide"), &decide(&objected, "send-back")).await.json();
    assert_eq!(sent["state"], "decided");
    assert_eq!(notice(&town, about, &case).await["differences"], differences);
    let fold = town.write(|council| folded(council, REGISTER)).await;
    let set = |field: &str, value: &str| FieldWrite { base: fold.tag(&about, field), ..write(field, value) };
    let accepted = json!({ "answer": "accept", "reason": "The certificate was read wrongly." }).to_string();
    let first = vec![set(&field, &accepted), set("name", "ACHIENG MADE UP")];
    change(&town, &mut head, about, first).await;
    let open = only_case(&mut amina, "kcpe").await;
    assert_eq!((&open["state"], open["evidence"]["differences"].as_array().unwrap().len()), (&json!("open"), 1));
    change(&town, &mut head, about, vec![set("year_of_birth", "2007")]).await;
    assert!(kinds(&mut amina, "kcpe").await.is_empty());
    let answered = amina.get(&format!("api/cases/{}", case["id"].as_str().unwrap())).await.json();
    assert_eq!((&answered["state"], &answered["decision"]["decision"]), (&json!("decided"), &json!("answered")));
    assert_eq!((&answered["undoable"], &answered["decided_by"]), (&json!(false), &json!("clerk")));
}

async fn what_was_decided_is_found_again_as_decided_when_all_is_made_anew(town: Town) {
    let mut clerk = clerk(&town, REGISTER).await;
    let numbers: Vec<String> = (0..7).map(|place| (7_700_101 + place).to_string()).collect();
    let picture = "ab".repeat(32);
    let each: Vec<_> = numbers
        .iter()
        .map(|number| vec![("birth_certificate_no", number.as_str()), ("photograph", &picture)])
        .collect();
    enter(&town, &mut clerk, &each).await;
    let mut amina = operator(&town, "amina").await;
    for (queue, decision) in [("centre", "seen"), ("duplicate", "different")] {
        let case = only_case(&mut amina, queue).await;
        assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, decision)).await.json()["state"], "decided");
    }
    town.write(|council| sync_server::stores::console::projected::forget_all(council)).await;
    town.catch_up().await;
    for queue in ["centre", "duplicate"] {
        assert!(kinds(&mut amina, queue).await.is_empty(), "{queue}");
        let decided = amina.get(&format!("api/queues/{queue}?state=decided")).await.json();
        assert_eq!(decided["rows"].as_array().unwrap().len(), 1, "{queue}");
    }
}

async fn the_practice_has_a_case_in_every_queue(town: Town) {
    assert!(sync_server::console::practice::fill(town.office()).await.unwrap());
    assert!(!sync_server::console::practice::fill(town.office()).await.unwrap(), "what is there is left alone");
    let mut amina = operator(&town, "amina").await;
    let standing = amina.get("api/queues").await.json();
    for row in standing["rows"].as_array().unwrap() {
        assert!(row["waiting"].as_i64() > Some(0), "{row}");
    }
}
