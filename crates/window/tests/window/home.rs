//! The first page.

use serde_json::{Value, json};

use crate::room::Room;

fn summary_of_practice() -> Value {
    let room = Room::new();
    let centre = room.call("practice.begin", json!({"task": "t", "year": 2026}));
    assert_eq!(centre["practice"], true);
    room.call("home.summary", json!({}))
}

#[test]
fn the_practice_centre_shows_what_is_left_with_whom_it_concerns() {
    let home = summary_of_practice();
    assert_eq!(home["candidates"], 36);
    let left = home["left"].as_array().expect("a list");
    let missing = left.iter().find(|left| left["finding"]["rule"] == "photo.missing").expect("some have no photograph");
    assert_eq!((missing["count"].as_u64(), missing["condition"].as_str()), (Some(5), Some("photograph")));
    assert!(missing["candidates"][0]["name"].as_str().is_some_and(|name| !name.is_empty()));
    let weights: Vec<&str> = left.iter().filter_map(|left| left["finding"]["weight"].as_str()).collect();
    let mut sorted = weights.clone();
    sorted.sort_by_key(|weight| ["error", "warning", "notice"].iter().position(|known| known == weight));
    assert_eq!(weights, sorted, "errors first");
}

#[test]
fn all_six_conditions_are_shown_in_the_manuals_order_and_a_draft_says_so() {
    let home = summary_of_practice();
    let conditions = home["conditions"].as_array().expect("a list");
    let paragraphs: Vec<&str> = conditions.iter().filter_map(|condition| condition["paragraph"].as_str()).collect();
    let wanted = ["2.3.12(i)", "2.3.12(ii)", "2.3.12(iii)", "2.3.12(iv)", "2.3.12(v)", "2.3.12(vi)"];
    assert_eq!(paragraphs, wanted);
    assert_eq!((&home["draft"], &home["approved"]), (&json!(true), &Value::Null));
    assert!(home["fees"]["owed"].as_u64().is_some_and(|owed| owed > 0), "who repeats pays");
}

#[test]
fn the_words_follow_the_language_chosen() {
    let room = Room::with_register();
    let first = |room: &Room| room.call("home.summary", json!({}))["left"][0]["finding"]["what"].clone();
    let english = first(&room);
    room.call("settings.change", json!({"language": "sw"}));
    assert_ne!(english, first(&room));
}

#[test]
fn a_second_practice_centre_of_the_year_is_refused_and_the_first_stays() {
    let room = Room::new();
    room.call("practice.begin", json!({"task": "t", "year": 2026}));
    assert_eq!(room.refused("practice.begin", json!({"task": "t", "year": 2026})).code, "register.already-exists");
    assert_eq!(room.call("home.summary", json!({}))["candidates"], 36);
}
