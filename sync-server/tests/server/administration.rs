//! Administration: people, codes, circulars, announcements, the life of centres, the audit, files, and results of the
//! primary examination.

use serde_json::{Value, json};
use sync::{Kind, Role};
use sync_server::stores::Scope;

use crate::console::{Browser, set_up};
use crate::overview::enter;
use crate::support::{OWN, PASSWORD, Town, write};

on_both_stores! {
    a_supervisor_makes_users_who_set_their_password_and_are_disabled,
    circulars_close_registration_and_announcements_reach_every_register,
    a_centre_lives_in_order_and_the_audit_tells_who_said_so,
    files_hold_what_the_council_has,
    entries_are_confirmed_against_results_and_differences_go_to_the_desk,
}

async fn supervisor(town: &Town) -> Browser<'_> {
    town.user("wanjiru", Role::Supervisor, Scope::All).await;
    let mut browser = Browser::at(town);
    browser.login("wanjiru").await;
    set_up(town, &mut browser).await;
    browser
}

fn rows(said: &Value) -> &Vec<Value> {
    said["rows"].as_array().unwrap()
}

async fn a_supervisor_makes_users_who_set_their_password_and_are_disabled(town: Town) {
    let mut wanjiru = supervisor(&town).await;
    let added = json!({ "name": "otieno.scde", "role": "scde", "scope": ["24505"] });
    let code = wanjiru.post("users/add", &added).await.json()["code"].as_str().unwrap().to_owned();
    assert_eq!(wanjiru.post("users/add", &added).await.code(), "request.invalid");
    let wide = json!({ "name": "too.wide", "role": "scde", "scope": [""] });
    assert_eq!(wanjiru.post("users/add", &wide).await.code(), "request.invalid");
    let reset = json!({ "name": "otieno.scde", "code": code, "password": PASSWORD });
    assert_eq!(town.post("/v1/password/reset", "", &reset).await.code(), "");
    let mut otieno = Browser::at(&town);
    assert_eq!(otieno.login("otieno.scde").await.json()["stage"], "full");
    let listed = wanjiru.get("api/users").await.json();
    assert_eq!(rows(&listed).len(), 2);
    assert_eq!((&rows(&listed)[0]["name"], &rows(&listed)[0]["factors"]), (&json!("otieno.scde"), &json!([])));
    let made = otieno.post("codes", &json!({ "role": "head", "scope": ["24505105"] })).await.json();
    assert!(sync::enrolment::EnrolmentCode::parse(made["code"].as_str().unwrap()).is_some());
    let foreign = json!({ "role": "head", "scope": ["31101007"] });
    assert_eq!(otieno.post("codes", &foreign).await.code(), "centre.foreign");
    assert_eq!(wanjiru.post("users/disable", &json!({ "name": "wanjiru" })).await.code(), "role.no-right");
    assert_eq!(wanjiru.post("users/disable", &json!({ "name": "otieno.scde" })).await.code(), "");
    assert_eq!(otieno.get("api/sessions").await.code(), "session.missing");
    assert_eq!(otieno.login("otieno.scde").await.code(), "login.wrong");
}

async fn circulars_close_registration_and_announcements_reach_every_register(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut wanjiru = supervisor(&town).await;
    let broken = json!({ "year": 2026, "text": "nonsense = [" });
    assert_eq!(wanjiru.post("circulars", &broken).await.code(), "request.invalid");
    assert_eq!(wanjiru.post("circulars/check", &broken).await.code(), "request.invalid");
    let reads = json!({ "year": 2026, "text": "[calendar.closes]\nvalue = \"2026-03-31\"\nsource = \"circular 1\"\n" });
    assert_eq!(wanjiru.post("circulars/check", &reads).await.json()["number"], 1);
    assert!(rows(&wanjiru.get("api/circulars").await.json()).is_empty(), "what is checked is not issued");
    let closes = town.office().now().0 + 1_000_000;
    let issued = json!({ "year": 2026, "text": "[calendar.closes]\nvalue = \"2026-03-31\"\nsource = \"circular 1\"\n", "closes": closes });
    let got = wanjiru.post("circulars", &issued).await;
    assert_eq!((got.code().as_str(), &got.json()["number"]), ("", &json!(1)), "{}", got.json());
    assert_eq!(rows(&wanjiru.get("api/circulars").await.json())[0]["number"], 1);
    town.catch_up().await;
    assert_eq!(wanjiru.get("api/overview").await.json()["totals"]["closes"], closes);

    let words = json!({ "year": 2026, "text_en": "The portal closes early.", "text_sw": "Usajili utafungwa mapema.", "until": closes });
    let told = wanjiru.post("announcements", &words).await.json();
    assert_eq!((&told["n"], &told["centres"]), (&json!(1), &json!(1)));
    let fold = town.write(|council| sync::authority::folded(council, crate::support::REGISTER)).await;
    let heard = fold.value(&sync::About::Centre, "announcement.1").unwrap();
    assert!(heard.contains("Usajili utafungwa mapema."));
}

async fn a_centre_lives_in_order_and_the_audit_tells_who_said_so(town: Town) {
    let mut wanjiru = supervisor(&town).await;
    let event = |event: &str| json!({ "event": event, "on": "2026-02-01", "reason": "The board asked for it." });
    let path = "centres/24505111/life";
    assert_eq!(wanjiru.post(path, &event("approve")).await.code(), "request.invalid");
    for next in ["apply", "inspect", "approve", "deregister"] {
        assert_eq!(wanjiru.post(path, &event(next)).await.code(), "", "{next}");
    }
    let merge = json!({ "event": "merge", "on": "2026-02-01", "reason": "x", "to": "24505111" });
    assert_eq!(wanjiru.post(path, &merge).await.code(), "request.invalid", "a centre does not join itself");
    let life = wanjiru.get(&format!("api/{path}")).await.json();
    assert_eq!((rows(&life).len(), &life["next"]), (4, &json!(["apply"])));
    wanjiru.post("centres/24505111/sub-county", &json!({ "sub_county": "31101" })).await;
    assert_eq!(wanjiru.get(&format!("api/{path}")).await.json()["sub_county"], "31101");
    let found = wanjiru.post("audit/search", &json!({ "what": "centre.", "who": "wanjiru" })).await.json();
    let what: Vec<&str> = rows(&found).iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["centre.sub-county", "centre.deregister", "centre.approve", "centre.inspect", "centre.apply"]);
    assert_eq!(wanjiru.get("api/audit/verify").await.json()["whole"], true);
}

async fn files_hold_what_the_council_has(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut auditor = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    let csv = auditor.post("exports", &json!({ "what": "candidates", "format": "csv" })).await;
    let text = String::from_utf8(csv.body).unwrap();
    assert!(text.starts_with("\u{feff}id,state,centre,candidate_no,admission_no,name"), "{text}");
    assert_eq!((text.lines().count(), text.matches("NJERI MARTHA").count()), (5, 1));
    for what in ["candidates", "centres", "fees", "cases"] {
        let book = auditor.post("exports", &json!({ "what": what, "format": "xlsx" })).await;
        assert!(book.body.starts_with(b"PK"), "{what}");
    }
    let roll = auditor.get("api/centres/24505105/roll.pdf").await;
    assert!(roll.body.starts_with(b"%PDF"));
    let foreign = json!({ "what": "candidates", "format": "csv", "centre": "24505105" });
    let mut chebet = Browser::of(&town, "chebet", Role::Scde, Scope::SubCounty(31_101)).await;
    assert_eq!(chebet.post("exports", &foreign).await.code(), "centre.foreign");
    assert_eq!(chebet.get("api/centres/24505105/roll.pdf").await.code(), "centre.foreign");
}

async fn entries_are_confirmed_against_results_and_differences_go_to_the_desk(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut wanjiru = supervisor(&town).await;
    let results = "INDEX NO,NAME,GENDER,YEAR OF BIRTH\n11200105000,NJERI WANJIKU MARY,F,2008\n\
        11200105001,OTIENO PETER,F,2008\n11200105002,NGANGA JOHN KAMAU,F,2008\n";
    let sent = wanjiru.send_table("kcpe/import?year=2021", results.as_bytes()).await;
    assert_eq!((&sent["results"], &sent["refused"]), (&json!(3), &json!(0)));
    assert_eq!(rows(&wanjiru.get("api/kcpe").await.json())[0], json!({ "year": 2021, "results": 3 }));
    let compared = wanjiru.post("kcpe/compare", &json!({})).await.json();
    assert_eq!(compared, json!({ "confirmed": 2, "differ": 1, "unknown": 1 }));
    let listed = wanjiru.get("api/queues/kcpe").await.json();
    assert_eq!(rows(&listed).len(), 2);
    let differs = rows(&listed).iter().find(|case| case["kind"] == "differs").unwrap();
    let case = wanjiru.get(&format!("api/cases/{}", differs["id"].as_str().unwrap())).await.json();
    assert_eq!(case["evidence"]["differences"], json!([{ "field": "gender", "entered": "M", "result": "F" }]));
    let path = format!("cases/{}/decide", case["id"].as_str().unwrap());
    let back = json!({ "etag": case["etag"], "decision": "send-back", "reason": "The result says F." });
    assert_eq!(wanjiru.post(&path, &back).await.json()["state"], "decided");
    let id = case["members"][0]["candidate"].as_str().unwrap();
    let candidate = wanjiru.get(&format!("api/candidates/{id}")).await.json();
    assert_eq!(candidate["notices"][0]["says"]["decision"], "send-back");
    // Compared again: what was decided stays, what was mended at the desk is gone.
    let unknown = rows(&listed).iter().find(|case| case["kind"] == "unknown").unwrap();
    let about = wanjiru.get(&format!("api/cases/{}", unknown["id"].as_str().unwrap())).await.json();
    let about = sync::CandidateId::parse(about["members"][0]["candidate"].as_str().unwrap()).unwrap();
    let withdrawn = vec![write("state", "withdrawn"), write("withdrawn_because", "moved abroad")];
    let fold = town.write(|council| sync::authority::folded(council, crate::support::REGISTER)).await;
    let about = sync::About::Candidate(about);
    let withdrawn: Vec<_> =
        withdrawn.into_iter().map(|one| sync::FieldWrite { base: fold.tag(&about, &one.field), ..one }).collect();
    let batch = clerk.batch_of(&[(about, Kind::Withdraw, withdrawn)]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    assert_eq!(wanjiru.post("kcpe/compare", &json!({})).await.json()["unknown"], 0);
    assert!(rows(&wanjiru.get("api/queues/kcpe").await.json()).is_empty());
}
