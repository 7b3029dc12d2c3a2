//! What the console shows of what came: the overview, lists, search, a centre, a candidate.

use serde_json::{Value, json};
use sync::{Kind, Role};
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::support::{Device, FOREIGN, OWN, Town, write};

on_both_stores! {
    what_came_is_counted_found_and_shown,
    a_register_that_grows_is_projected_again_and_pages_hear_of_it,
    values_as_long_as_a_record_takes_are_kept_and_found_by_their_beginning,
    somebody_of_a_sub_county_sees_its_centres_only,
    a_name_that_nobody_bears_finds_those_that_resemble_it,
    centres_are_found_by_words_of_their_name_in_any_order_or_by_their_code,
    of_many_silent_centres_the_overview_has_the_first_and_the_part_has_all,
}

const NAMES: [&str; 4] = ["WANJIKU MARY NJERI", "OTIENO PETER", "NG'ANG'A JOHN KAMAU", "NJERI MARTHA"];

/// Enters four candidates and the centre's details.
pub(crate) async fn enter(town: &Town, clerk: &mut Device) {
    let mut said = vec![(
        sync::About::Centre,
        Kind::Found,
        vec![write("name", "MADE UP SECONDARY"), write("kind", "school"), write("code", "24505105")],
    )];
    for (place, name) in NAMES.iter().enumerate() {
        let fields = vec![
            write("state", "entered"),
            write("name", name),
            write("gender", if place == 1 { "M" } else { "F" }),
            write("candidate_no", &format!("00{}", place + 1)),
            write("year_of_birth", "2008"),
            write("birth_certificate_no", &format!("12345678{place}")),
            write("citizenship", "C"),
            write("entry_code", "1"),
            write("qualification", "KCPE"),
            write("qualifying_index", &format!("1120010500{place}")),
            write("qualifying_year", "2021"),
            write("subjects", "101 102 121 231 232 233 311"),
        ];
        said.push((clerk.candidate(place as u64 + 1, &fields), Kind::Enter, fields));
    }
    let batch = clerk.batch_of(&said);
    town.push(clerk, batch).await;
    town.catch_up().await;
}

fn rows(part: &Value) -> &Vec<Value> {
    part["rows"].as_array().unwrap()
}

async fn search(browser: &mut Browser<'_>, text: &str) -> Vec<String> {
    let found = browser.post("candidates/search", &json!({ "text": text })).await.json();
    rows(&found).iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

async fn what_came_is_counted_found_and_shown(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;

    let seen = browser.get("api/overview").await.json();
    assert_eq!(
        (&seen["year"], &seen["totals"]["candidates"], &seen["totals"]["centres"]),
        (&json!(2026), &json!(4), &json!(1))
    );
    assert_eq!(seen["totals"]["photographs_missing"], 4);
    let parts = seen["parts"].as_object().unwrap();
    assert_eq!(parts.len(), 13);
    assert!(parts.values().all(|part| {
        rows(part).iter().all(|row| row.as_array().unwrap().len() == part["columns"].as_array().unwrap().len())
    }));
    assert_eq!(
        rows(&parts["counties"])[0].as_array().unwrap()[..4],
        [json!("24"), json!("West Pokot"), json!(1), json!(4)]
    );
    assert!(rows(&parts["subjects"]).contains(&json!(["101", "English", 4, 1, 4])), "{}", parts["subjects"]);
    assert!(rows(&parts["paragraphs"]).iter().any(|row| row[1] == "photo.missing" && row[3] == 4));
    assert_eq!(rows(&parts["funnel"])[2], json!(["entered", 1, 4]));
    assert_eq!(rows(&parts["burn-up"])[0][1], 4);
    assert_eq!(rows(&parts["uploads"])[0][2], 5);
    let csv = browser.get("api/overview/counties?format=csv").await;
    assert!(csv.headers["content-disposition"].to_str().unwrap().contains("counties-2026.csv"));
    assert!(String::from_utf8(csv.body).unwrap().contains("24,West Pokot,1,4"));

    for (text, found) in [
        ("njeri", vec!["NJERI MARTHA", "WANJIKU MARY NJERI"]),
        ("mary wan", vec!["WANJIKU MARY NJERI"]),
        ("nganga", vec!["NG'ANG'A JOHN KAMAU"]),
        ("Ng'ang'a kam", vec!["NG'ANG'A JOHN KAMAU"]),
        ("24505105002", vec!["OTIENO PETER"]),
        ("123456783", vec!["NJERI MARTHA"]),
        ("nobody", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(search(&mut browser, text).await, found, "{text}");
    }

    let listed = browser.get("api/centres?state=entered").await.json();
    assert_eq!((rows(&listed).len(), &rows(&listed)[0]["name"]), (1, &json!("MADE UP SECONDARY")));
    assert!(rows(&browser.get("api/centres?state=ready").await.json()).is_empty());
    let centre = browser.get("api/centres/24505105").await.json();
    assert_eq!((centre["roll"].as_array().unwrap().len(), &centre["devices"][0]["role"]), (4, &json!("clerk")));
    let id = centre["roll"][0]["id"].as_str().unwrap().to_owned();
    let candidate = browser.get(&format!("api/candidates/{id}")).await.json();
    assert_eq!(candidate["values"]["name"], "WANJIKU MARY NJERI");
    assert!(candidate["findings"].as_array().unwrap().iter().any(|one| one["rule"] == "photo.missing"));
    assert!(
        candidate["history"].as_array().unwrap().iter().any(|line| line["field"] == "name" && line["actor"] == "clerk")
    );
    assert_eq!(browser.get(&format!("api/candidates/{id}/photograph")).await.status.as_u16(), 404);
}

async fn a_register_that_grows_is_projected_again_and_pages_hear_of_it(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    let before = browser.get("api/overview").await.json()["version"].as_i64().unwrap();
    let url = format!("{}/console/api/events", town.server.url());
    let mut stream = town.client.get(url).header("cookie", &browser.cookie).send().await.unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let renamed = vec![write("name", "OTIENO PETER ODUYA")];
    let fields = vec![write("state", "entered"), write("name", "ACHIENG ROSE")];
    let batch = clerk.batch_of(&[(clerk.candidate(0, &fields), Kind::Enter, fields)]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    let mut heard = String::new();
    while !heard.contains("event: changed") || !heard.contains("centre:24505105") {
        heard += std::str::from_utf8(&stream.chunk().await.unwrap().unwrap()).unwrap();
    }
    let after = browser.get("api/overview").await.json();
    assert!(after["version"].as_i64().unwrap() > before);
    assert_eq!(after["totals"]["candidates"], 5);
    assert_eq!(search(&mut browser, "achieng").await, ["ACHIENG ROSE"]);

    // A name that changes leaves none of its old words behind.
    let centre = browser.get("api/centres/24505105").await.json();
    let otieno = centre["roll"].as_array().unwrap().iter().find(|one| one["name"] == "OTIENO PETER").unwrap();
    let about = sync::About::Candidate(sync::CandidateId::parse(otieno["id"].as_str().unwrap()).unwrap());
    let fold = town.write(move |council| sync::authority::folded(council, crate::support::REGISTER)).await;
    let renamed: Vec<_> = renamed
        .into_iter()
        .map(|one| sync::FieldWrite { base: fold.tag(&about, "name"), value: "ODUYA PAUL".into(), ..one })
        .collect();
    let batch = clerk.batch_of(&[(about, Kind::Change, renamed)]);
    town.push(&clerk, batch).await;
    town.catch_up().await;
    assert!(search(&mut browser, "otieno").await.is_empty());
    assert_eq!(search(&mut browser, "oduya").await, ["ODUYA PAUL"]);
}

async fn values_as_long_as_a_record_takes_are_kept_and_found_by_their_beginning(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    // Letters and figures that no index can press together.
    let drawn = |from: u64, of: &[u8]| -> String {
        let mut state = from;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(of[(state >> 33) as usize % of.len()])
        };
        (0..6_000).map(|_| next()).collect()
    };
    let (word, digits) = (drawn(7, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"), drawn(11, b"0123456789"));
    let fields = vec![
        write("state", "entered"),
        write("name", &format!("{word} {}", drawn(13, b"KLMN PQR"))),
        write("qualifying_index", &digits),
        write("birth_certificate_no", &digits),
    ];
    let batch = clerk.batch_of(&[(clerk.candidate(0, &fields), Kind::Enter, fields)]);
    town.push(&clerk, batch).await;
    enter(&town, &mut clerk).await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    assert_eq!(browser.get("api/overview").await.json()["totals"]["candidates"], 5);
    for asked in [&word, &word[..20]] {
        let found = search(&mut browser, asked).await;
        assert!(found.len() == 1 && found[0].starts_with(&word[..100]), "{found:?}");
    }
    assert_eq!(search(&mut browser, "otieno").await, ["OTIENO PETER"]);
}

async fn somebody_of_a_sub_county_sees_its_centres_only(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut own = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let mut other = Browser::of(&town, "chebet", Role::Scde, Scope::SubCounty(FOREIGN / 1000)).await;
    for (browser, candidates) in [(&mut own, 4), (&mut other, 0)] {
        let seen = browser.get("api/overview").await.json();
        assert_eq!(seen["totals"]["candidates"], candidates);
        assert_eq!(search(browser, "njeri").await.len(), candidates / 2);
        assert_eq!(search(browser, "24505105002").await.len(), candidates / 4);
        let listed = browser.get("api/centres").await.json();
        assert_eq!(rows(&listed).len(), candidates / 4);
    }
    let id = own.get("api/centres/24505105").await.json()["roll"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(other.get("api/centres/24505105").await.code(), "centre.foreign");
    assert_eq!(other.get(&format!("api/candidates/{id}")).await.status.as_u16(), 404);
    // A centre listed in another sub-county is seen there from then on.
    town.write(|council| council.set_sub_county(OWN, FOREIGN / 1000)).await;
    town.catch_up().await;
    assert_eq!(other.get("api/overview").await.json()["totals"]["candidates"], 4);
    assert_eq!(own.get("api/overview").await.json()["totals"]["candidates"], 0);
}

async fn a_name_that_nobody_bears_finds_those_that_resemble_it(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let mut own = Browser::of(&town, "otieno", Role::Scde, Scope::SubCounty(OWN / 1000)).await;
    let mut other = Browser::of(&town, "chebet", Role::Scde, Scope::SubCounty(FOREIGN / 1000)).await;
    for (typed, first, alike) in [
        ("wanjiku", "WANJIKU MARY NJERI", false),
        ("Wanjikku Meri", "WANJIKU MARY NJERI", true),
        ("peter otyeno", "OTIENO PETER", true),
        ("qqqq", "", false),
    ] {
        let answer = own.post("candidates/search", &json!({ "text": typed })).await.json();
        let name = rows(&answer).first().map_or("", |row| row["name"].as_str().unwrap());
        assert_eq!((name, &answer["alike"]), (first, &json!(alike)), "{typed}");
        assert!(rows(&other.post("candidates/search", &json!({ "text": typed })).await.json()).is_empty(), "{typed}");
    }
}

async fn centres_are_found_by_words_of_their_name_in_any_order_or_by_their_code(town: Town) {
    let mut head = town.device(Role::Head, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut head).await;
    town.device(Role::Clerk, Scope::Centres(vec![24_505_777])).await;
    town.catch_up().await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    for (asked, found) in [
        ("name=secondary%20made", vec!["24505105"]),
        ("name=Up+24505", vec!["24505105"]),
        ("name=24505", vec!["24505105", "24505777"]),
        ("name=24505777", vec!["24505777"]),
        ("name=boys", vec![]),
        // As a browser escapes what stands between several states.
        ("state=ready%2Centered", vec!["24505105"]),
        ("state=ready%2Capproved", vec![]),
    ] {
        let listed = browser.get(&format!("api/centres?{asked}")).await.json();
        let codes: Vec<&Value> = rows(&listed).iter().map(|row| &row["centre"]).collect();
        assert_eq!(codes, found, "{asked}");
    }
}

async fn of_many_silent_centres_the_overview_has_the_first_and_the_part_has_all(town: Town) {
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    enter(&town, &mut clerk).await;
    let enrolled: Vec<u32> = (1..=230).map(|place| 24_505_200 + place).collect();
    town.device(Role::Clerk, Scope::Centres(enrolled)).await;
    let mut browser = Browser::of(&town, "auditor", Role::Auditor, Scope::All).await;
    let silent = browser.get("api/overview").await.json()["parts"]["silent"].clone();
    assert_eq!((rows(&silent).len(), &silent["all"]), (200, &json!(230)));
    let part = browser.get("api/overview/silent").await.json();
    assert_eq!((rows(&part).len(), &part["all"]), (230, &Value::Null));
}
