//! Cases: found in what came, claimed by one, decided on what is, told to the desks.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sync::authority::folded;
use sync::{About, FieldWrite, Kind, Role, UnixMillis};
use sync_server::stores::Scope;
use sync_server::stores::console::cases::{self, Case};

use crate::console::Browser;
use crate::support::{Device, OWN, REGISTER, Town, write};

on_both_stores! {
    a_conflict_is_claimed_by_one_decided_and_shown_at_the_desk,
    a_decision_on_stale_data_is_refused_with_what_changed,
    operators_who_ask_at_once_are_never_given_the_same_case,
    who_leaves_a_case_is_given_the_one_behind_it_and_after_the_last_the_first,
    operators_who_decide_at_once_never_decide_the_same_case_twice,
    a_late_entry_is_admitted_and_an_amendment_takes_a_second_person,
    a_claim_lasts_while_the_claimer_looks_at_the_case,
    a_list_names_whom_each_case_is_about,
    a_case_of_which_the_centre_was_asked_opens_again_when_what_was_found_changes,
    a_case_that_takes_care_of_itself_is_gone_and_one_decided_stays_decided,
}

/// A candidate whose name two people wrote differently.
async fn conflict(town: &Town, count: u64) -> (Device, Device, Vec<About>) {
    let mut one = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let mut other = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    let fields = vec![write("state", "entered"), write("name", "MADE UP")];
    let entered: Vec<_> =
        (0..count).map(|place| (one.candidate(place, &fields), Kind::Enter, fields.clone())).collect();
    let about: Vec<About> = entered.iter().map(|(about, ..)| *about).collect();
    let batch = one.batch_of(&entered);
    town.push(&one, batch).await;
    let changes: Vec<_> =
        about.iter().map(|about| (*about, Kind::Change, vec![write("name", "MADE UP OTHERWISE")])).collect();
    let batch = other.batch_of(&changes);
    town.push(&other, batch).await;
    town.catch_up().await;
    (one, other, about)
}

async fn operators(town: &Town) -> (Browser<'_>, Browser<'_>) {
    let amina = operator(town, "amina").await;
    let juma = operator(town, "juma").await;
    (amina, juma)
}

/// An operator whose second factor is set up.
pub(crate) async fn operator<'t>(town: &'t Town, name: &str) -> Browser<'t> {
    somebody(town, name, Role::Operator).await
}

/// Somebody at the council whose second factor is set up.
pub(crate) async fn somebody<'t>(town: &'t Town, name: &str, role: Role) -> Browser<'t> {
    town.user(name, role, Scope::All).await;
    let mut browser = Browser::at(town);
    browser.login(name).await;
    crate::console::set_up(town, &mut browser).await;
    browser
}

async fn shown(town: &Town, about: About, field: &'static str) -> Option<String> {
    let fold = town.write(move |council| folded(council, REGISTER)).await;
    fold.value(&about, field).map(str::to_owned)
}

pub(crate) async fn only_case(browser: &mut Browser<'_>, queue: &str) -> Value {
    let listed = browser.get(&format!("api/queues/{queue}")).await.json();
    assert_eq!(listed["rows"].as_array().unwrap().len(), 1, "{listed}");
    let id = listed["rows"][0]["id"].as_str().unwrap();
    browser.get(&format!("api/cases/{id}")).await.json()
}

pub(crate) fn at(case: &Value, what: &str) -> String {
    format!("cases/{}/{what}", case["id"].as_str().unwrap())
}

pub(crate) fn decide(case: &Value, decision: &str) -> Value {
    json!({ "etag": case["etag"], "decision": decision, "reason": "The certificate says so." })
}

async fn a_conflict_is_claimed_by_one_decided_and_shown_at_the_desk(town: Town) {
    let (_, _, about) = conflict(&town, 1).await;
    let (mut amina, mut juma) = operators(&town).await;
    let standing = amina.get("api/queues").await.json();
    assert_eq!(standing["rows"].as_array().unwrap().len(), 9);
    assert_eq!((&standing["rows"][1]["queue"], &standing["rows"][1]["waiting"]), (&json!("conflict"), &json!(1)));

    let case = amina.post("queues/conflict/next", &json!({})).await.json()["case"].clone();
    assert_eq!((&case["claimed_by"], &case["decisions"]), (&json!("amina"), &json!(["choose:0", "choose:1", "ask"])));
    assert_eq!(case["evidence"]["branches"][1]["value"], "MADE UP OTHERWISE");
    assert_eq!(case["members"][0]["values"]["name"], "MADE UP");
    assert_eq!(juma.post("queues/conflict/next", &json!({})).await.json()["case"], Value::Null);
    assert_eq!(juma.post(&at(&case, "claim"), &json!({})).await.code(), "case.claimed");
    assert_eq!(juma.post(&at(&case, "decide"), &decide(&case, "choose:1")).await.code(), "case.claimed");
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "choose:7")).await.code(), "case.decision");
    let no_reason = json!({ "etag": case["etag"], "decision": "choose:1", "reason": " " });
    assert_eq!(amina.post(&at(&case, "decide"), &no_reason).await.code(), "request.invalid");

    let decided = amina.post(&at(&case, "decide"), &decide(&case, "choose:1")).await.json();
    assert_eq!((&decided["state"], &decided["decided_by"]), (&json!("decided"), &json!("amina")));
    assert_eq!(shown(&town, about[0], "name").await.as_deref(), Some("MADE UP OTHERWISE"));
    let fold = town.write(|council| folded(council, REGISTER)).await;
    assert!(fold.conflicts().is_empty());
    let notice = fold.values_of(&about[0]).into_iter().find(|(field, _)| field.starts_with("notice.")).unwrap().1;
    let notice: Value = serde_json::from_str(notice).unwrap();
    assert_eq!((&notice["decision"], &notice["by"]), (&json!("choose:1"), &json!("amina")));
    assert_eq!(juma.post(&at(&case, "decide"), &decide(&case, "choose:0")).await.code(), "case.settled");
    assert_eq!(juma.post(&at(&case, "undo"), &json!({ "reason": "no" })).await.code(), "case.settled");
    let what: Vec<&str> =
        decided["history"].as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["found", "claim", "decide"]);
    let lines = town.write(|council| council.audit_after(0, 1000)).await;
    assert!(lines.iter().any(|line| line.what == "case.choose:1" && line.who == "amina"));
}

async fn a_decision_on_stale_data_is_refused_with_what_changed(town: Town) {
    let (mut clerk, _, about) = conflict(&town, 2).await;
    let mut amina = operator(&town, "amina").await;
    let case = amina.post("queues/conflict/next", &json!({})).await.json()["case"].clone();
    let own = case["members"][0]["candidate"].as_str().unwrap();
    let (mine, other) = if about[0] == About::Candidate(sync::CandidateId::parse(own).unwrap()) {
        (about[0], about[1])
    } else {
        (about[1], about[0])
    };
    let write_to = |about, field: &str, value: &str| vec![(about, Kind::Change, vec![write(field, value)])];
    let batch = clerk.batch_of(&write_to(other, "gender", "M"));
    town.push(&clerk, batch).await;
    let batch = clerk.batch_of(&write_to(mine, "gender", "F"));
    town.push(&clerk, batch).await;
    let refused = amina.post(&at(&case, "decide"), &decide(&case, "choose:1")).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (409, "case.stale".to_owned()));
    assert_eq!(
        refused.json()["changed"],
        json!([{ "what": "gender", "from": "", "to": "F" }]),
        "of the other: nothing"
    );
    let case = amina.get(&format!("api/cases/{}", case["id"].as_str().unwrap())).await.json();
    // What is written to others of the register meanwhile does not matter.
    let batch = clerk.batch_of(&write_to(other, "phone", "0"));
    town.push(&clerk, batch).await;
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "choose:1")).await.json()["state"], "decided");
}

async fn operators_who_ask_at_once_are_never_given_the_same_case(town: Town) {
    conflict(&town, 12).await;
    let (mut amina, mut juma) = operators(&town).await;
    let mut given = BTreeSet::new();
    for _ in 0..4 {
        let (empty, queue) = (json!({}), "queues/conflict/next");
        let (one, other) = tokio::join!(amina.post(queue, &empty), juma.post(queue, &empty));
        let cases = [one.json()["case"].clone(), other.json()["case"].clone()];
        assert_ne!(cases[0]["id"], cases[1]["id"]);
        for (browser, case) in [(&mut amina, &cases[0]), (&mut juma, &cases[1])] {
            assert!(given.insert(case["id"].as_str().unwrap().to_owned()), "given twice");
            let got = browser.post(&at(case, "decide"), &decide(case, "choose:0")).await;
            assert_eq!(got.json()["state"], "decided", "{}", got.code());
        }
    }
    assert_eq!(amina.get("api/queues").await.json()["rows"][1]["waiting"], 4);
}

/// Both see every case before anybody claims one, and go down the queue side by side, claiming and deciding otherwise.
async fn operators_who_decide_at_once_never_decide_the_same_case_twice(town: Town) {
    const CASES: usize = 20;
    conflict(&town, CASES as u64).await;
    let (mut amina, mut juma) = operators(&town).await;
    let listed = amina.get("api/queues/conflict").await.json();
    let mut cases = Vec::new();
    for row in listed["rows"].as_array().unwrap() {
        cases.push(amina.get(&format!("api/cases/{}", row["id"].as_str().unwrap())).await.json());
    }
    let (one, other) =
        tokio::join!(decide_all(&mut amina, cases.iter(), "choose:0"), decide_all(&mut juma, cases.iter(), "choose:1"));
    assert_eq!((cases.len(), one.len() + other.len()), (CASES, CASES), "{one:?} {other:?}");
    assert_eq!(one.union(&other).count(), CASES, "each by one of the two");
    for (decided, decision, who) in [(&one, "choose:0", "amina"), (&other, "choose:1", "juma")] {
        for id in decided {
            let case = amina.get(&format!("api/cases/{id}")).await.json();
            let history = case["history"].as_array().unwrap();
            let made: Vec<&Value> = history.iter().filter(|line| line["what"] == "decide").collect();
            assert_eq!((made.len(), &made[0]["decision"], &made[0]["who"]), (1, &json!(decision), &json!(who)));
        }
    }
    let lines = town.write(|council| council.audit_after(0, 10_000)).await;
    assert_eq!(lines.iter().filter(|line| line.what.starts_with("case.choose:")).count(), CASES);
    let fold = town.write(|council| folded(council, REGISTER)).await;
    assert!(fold.conflicts().is_empty());
}

/// Decides what can be had of these cases: whoever comes second is told who was first.
async fn decide_all(
    browser: &mut Browser<'_>,
    cases: impl Iterator<Item = &Value>,
    decision: &str,
) -> BTreeSet<String> {
    let mut decided = BTreeSet::new();
    for case in cases {
        let got = browser.post(&at(case, "decide"), &decide(case, decision)).await;
        match got.code().as_str() {
            "" => assert!(decided.insert(case["id"].as_str().unwrap().to_owned())),
            code => assert!(["case.settled", "case.claimed", "case.stale"].contains(&code), "{code}"),
        }
    }
    decided
}

async fn who_leaves_a_case_is_given_the_one_behind_it_and_after_the_last_the_first(town: Town) {
    conflict(&town, 3).await;
    let mut amina = operator(&town, "amina").await;
    let (mut given, mut body) = (Vec::new(), json!({}));
    for _ in 0..4 {
        let next = amina.post("queues/conflict/next", &body).await.json();
        let id = next["case"]["id"].as_str().unwrap().to_owned();
        amina.post(&format!("cases/{id}/release"), &json!({})).await;
        body = json!({ "after": id });
        given.push(id);
    }
    assert_eq!(given[..3].iter().collect::<BTreeSet<_>>().len(), 3, "{given:?}");
    assert_eq!(given[0], given[3]);
}

async fn a_late_entry_is_admitted_and_an_amendment_takes_a_second_person(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let fields = vec![write("state", "entered"), write("name", "MADE UP")];
    let early = clerk.candidate(0, &fields);
    let batch = clerk.batch_of(&[(early, Kind::Enter, fields.clone())]);
    town.push(&clerk, batch).await;
    let fold = town.write(|council| folded(council, REGISTER)).await;
    town.write(|council| council.set_closes(2026, Some(UnixMillis(1)))).await;
    let late = clerk.candidate(0, &fields);
    let amended = vec![
        FieldWrite { base: fold.tag(&early, "name"), ..write("name", "MADE UP BETTER") },
        write("amendment_reason", "The certificate came."),
    ];
    let batch = clerk.batch_of(&[(late, Kind::Enter, fields), (early, Kind::Change, amended)]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    assert_eq!(shown(&town, late, "state").await, None);
    let mut amina = operator(&town, "amina").await;
    for (queue, decision, about, field, value) in
        [("late", "admit", late, "state", "entered"), ("amendment", "stand", early, "name", "MADE UP BETTER")]
    {
        let case = only_case(&mut amina, queue).await;
        assert!(case["decisions"].as_array().unwrap().contains(&json!(decision)), "{case}");
        assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, decision)).await.json()["state"], "decided");
        assert_eq!(shown(&town, about, field).await.as_deref(), Some(value));
    }
    town.catch_up().await;
    assert_eq!(amina.get("api/overview").await.json()["totals"]["candidates"], 2);
}

async fn a_case_that_takes_care_of_itself_is_gone_and_one_decided_stays_decided(town: Town) {
    let (_, mut head, about) = conflict(&town, 2).await;
    let mut amina = operator(&town, "amina").await;
    let first = amina.get("api/queues/conflict").await.json()["rows"][0].clone();
    let own = amina.get(&format!("api/cases/{}", first["id"].as_str().unwrap())).await.json();
    assert_eq!(amina.post(&at(&own, "decide"), &decide(&own, "ask")).await.json()["state"], "decided");
    let undone = amina.post(&at(&own, "undo"), &json!({ "reason": "Too early." })).await.json();
    assert_eq!((&undone["state"], &undone["history"][2]["what"]), (&json!("open"), &json!("undo")));
    assert_eq!(amina.post(&at(&own, "decide"), &decide(&undone, "ask")).await.json()["state"], "decided");
    // The head settles both: of the one still open nothing is left.
    let fold = town.write(|council| folded(council, REGISTER)).await;
    let said: Vec<_> = about
        .iter()
        .map(|about| {
            let open = fold.conflicts().into_iter().find(|one| one.about == *about).unwrap();
            let base = |place: usize| open.branches[place].tags.last().copied();
            let own = FieldWrite { base: base(0), ..write("name", "MADE UP") };
            let other = FieldWrite { base: base(1), ..write("resolved.name", "MADE UP") };
            (*about, Kind::Resolve, vec![own, other, write("reason", "asked the family")])
        })
        .collect();
    let batch = head.batch_of(&said);
    town.push(&head, batch).await;
    town.catch_up().await;
    assert!(amina.get("api/queues/conflict").await.json()["rows"].as_array().unwrap().is_empty());
    for (state, count) in [("gone", 1), ("decided", 1)] {
        let listed = amina.get(&format!("api/queues/conflict?state={state}")).await.json();
        assert_eq!(listed["rows"].as_array().unwrap().len(), count, "{state}");
    }
    assert_eq!(amina.post(&at(&own, "undo"), &json!({ "reason": "x" })).await.code(), "case.settled", "the head acted");
}

async fn a_claim_lasts_while_the_claimer_looks_at_the_case(town: Town) {
    conflict(&town, 1).await;
    let (mut amina, mut juma) = operators(&town).await;
    let case = amina.post("queues/conflict/next", &json!({})).await.json()["case"].clone();
    let path = format!("api/cases/{}", case["id"].as_str().unwrap());
    // As if most of a quarter of an hour had passed.
    let soon = UnixMillis(town.office().now().0 + 60_000);
    let id = sync::CandidateId::parse(case["id"].as_str().unwrap()).unwrap().0;
    town.write(move |council| {
        let case = cases::by_id(council, id)?.unwrap();
        cases::put(council, &Case { claimed_until: soon, ..case })
    })
    .await;
    assert_eq!(juma.get(&path).await.json()["claimed_until"], soon.0, "another's look renews nothing");
    let renewed = amina.get(&path).await.json();
    assert!(renewed["claimed_until"].as_i64().unwrap() > soon.0 + 600_000, "{renewed}");
    let what: Vec<&Value> = renewed["history"].as_array().unwrap().iter().map(|line| &line["what"]).collect();
    assert_eq!(what, ["found", "claim"], "to go on is nothing that happened");
}

async fn a_list_names_whom_each_case_is_about(town: Town) {
    let (mut clerk, _, _) = conflict(&town, 1).await;
    let fields = vec![write("name", "A MADE-UP SCHOOL"), write("kind", "school")];
    let batch = clerk.batch_of(&[(About::Centre, Kind::Found, fields)]);
    town.push(&clerk, batch).await;
    town.write(|council| council.set_closes(2026, Some(UnixMillis(1)))).await;
    let late = vec![write("state", "entered"), write("name", "LATE MADE UP")];
    let batch = clerk.batch_of(&[(clerk.candidate(0, &late), Kind::Enter, late)]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    let mut amina = operator(&town, "amina").await;
    for (queue, names) in [
        ("conflict", json!(["MADE UP"])),
        // What is held has no effect: its name is in no row.
        ("late", json!(["LATE MADE UP"])),
        // One candidate is too few for a centre, once registration closed.
        ("centre", json!(["A MADE-UP SCHOOL"])),
    ] {
        let listed = amina.get(&format!("api/queues/{queue}")).await.json();
        assert_eq!(listed["rows"][0]["names"], names, "{listed}");
    }
    let cases = amina.get("api/centres/24505105").await.json()["cases"].clone();
    assert!(cases.as_array().unwrap().iter().all(|case| case["names"][0].is_string()), "{cases}");
}

async fn a_case_of_which_the_centre_was_asked_opens_again_when_what_was_found_changes(town: Town) {
    let (mut clerk, _, about) = conflict(&town, 1).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "conflict").await;
    assert_eq!(amina.post(&at(&case, "decide"), &decide(&case, "ask")).await.json()["state"], "decided");
    town.catch_up().await;
    assert!(amina.get("api/queues/conflict").await.json()["rows"].as_array().unwrap().is_empty());
    let batch = clerk.batch_of(&[(about[0], Kind::Change, vec![write("name", "A THIRD NAME")])]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    let again = only_case(&mut amina, "conflict").await;
    assert_eq!((&again["id"], again["evidence"]["branches"].as_array().unwrap().len()), (&case["id"], 3));
}
