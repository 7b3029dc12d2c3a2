//! What the council decides, asks and announces, as the desks concerned show it and answer it.

use serde_json::{Value, json};
use sync::{About, CandidateId, Role};

use crate::CENTRE;
use crate::council::Council;
use crate::room::Room;

const ROW: &str = "24505105,001,AKINYI JANE,2008,1";

/// A centre's head with one candidate who is at KNEC.
fn head(council: &mut Council) -> (Room, CandidateId) {
    let head = Room::enrolled(council, Role::Head);
    head.import(&[ROW]);
    head.sync();
    head.sits_down("Mwalimu Achieng", "head");
    let id = head.call("candidates.list", json!({}))["rows"][0]["id"].as_str().unwrap().to_owned();
    (head, CandidateId::parse(&id).unwrap())
}

fn news(room: &Room) -> Value {
    room.call("news.list", json!({}))
}

fn name(room: &Room) -> Value {
    room.call("candidates.list", json!({}))["rows"][0]["fields"]["name"].clone()
}

fn differs() -> Value {
    let differences = json!([{"field": "name", "entered": "AKINYI JANE", "result": "AKINYI JANET"}]);
    json!({"queue": "kcpe", "decision": "differs", "reason": "", "by": "server", "differences": differences})
}

#[test]
fn an_announcement_and_a_decision_come_with_a_sync_and_are_new_until_somebody_has_read_them() {
    let mut council = Council::start();
    let (head, id) = head(&mut council);
    assert_eq!(news(&head)["unread"], 0);
    let until = council.office().now().0 + 86_400_000;
    let words = json!({"en": "Bring the forms.", "sw": "Leteni fomu.", "until": until});
    let past = json!({"en": "Yesterday", "sw": "Jana", "until": until - 2 * 86_400_000});
    council.says(CENTRE, About::Centre, &[("announcement.1", words), ("announcement.2", past)]);
    let decided = json!({"queue": "duplicate", "decision": "different", "reason": "two people", "by": "amina.w"});
    council.says(CENTRE, About::Candidate(id), &[("notice.9f2c", decided)]);
    head.sync();
    let told = news(&head);
    assert_eq!(told["unread"], 2, "what is past is not new: {told}");
    let shown = told["announcements"].as_array().unwrap().iter().find(|one| one["holds"] == true).unwrap();
    assert_eq!((&shown["text"], &shown["language"]), (&json!("Bring the forms."), &json!("en")));
    let decision = &told["decisions"][0];
    assert_eq!(decision["subject"]["called"], "001 AKINYI JANE");
    let told_so = (&decision["decision"], &decision["reason"], &decision["by"], &decision["asks"]);
    assert_eq!(told_so, (&json!("different"), &json!("two people"), &json!("amina.w"), &json!("nothing")));

    head.call("settings.change", json!({"language": "sw", "theme": "system", "text_size": 100, "sync": "off"}));
    let in_swahili = news(&head);
    let texts: Vec<_> = in_swahili["announcements"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert!(texts.contains(&&json!("Leteni fomu.")), "{texts:?}");

    let keys = json!([decision["key"], shown["key"]]);
    head.call("news.read", json!({ "keys": keys }));
    assert_eq!(news(&head)["unread"], 0);
    let head = head.started_again();
    head.call("people.unlock", json!({"name": "Mwalimu Achieng", "password": "kalamu nyekundu"}));
    head.call("registers.open", json!({"name": "24505105-2026"}));
    assert_eq!(news(&head)["unread"], 0, "what was read stays read");
    assert_eq!(news(&head)["decisions"].as_array().unwrap().len(), 1, "and stays to be looked up");
}

#[test]
fn a_difference_from_the_results_is_accepted_as_an_edit_that_one_undo_takes_back() {
    let mut council = Council::start();
    let (head, id) = head(&mut council);
    council.says(CENTRE, About::Candidate(id), &[("notice.1c", differs())]);
    head.sync();
    let asked = news(&head)["decisions"][0].clone();
    assert_eq!((&asked["asks"], &asked["differences"][0]["result"]), (&json!("answer"), &json!("AKINYI JANET")));
    let accept = |reason: &str| json!({"case": "1c", "id": id.to_string(), "accepts": true, "reason": reason});
    assert_eq!(head.refused("news.answer", accept(" ")).code, "register.reason-missing");
    head.call("news.answer", accept("as on the certificate"));
    assert_eq!(name(&head), "AKINYI JANET");
    let answered = news(&head)["decisions"][0].clone();
    assert_eq!((&answered["asks"], &answered["answer"]["accepts"]), (&json!("nothing"), &json!(true)));
    let history = head.call("candidates.history", json!({"id": id.to_string()}));
    let fields: Vec<_> = history[0]["writes"].as_array().unwrap().iter().map(|write| &write["field"]).collect();
    assert!(fields.contains(&&json!("name")) && fields.contains(&&json!("notice.1c.answer")), "{fields:?}");
    head.call("candidates.undo", json!({}));
    assert_eq!(name(&head), "AKINYI JANE");
    assert_eq!(news(&head)["decisions"][0]["asks"], "answer", "the answer is taken back with the values");
}

#[test]
fn the_answer_of_one_desk_is_shown_on_the_others_and_a_clerk_gives_none() {
    let mut council = Council::start();
    let (head, id) = head(&mut council);
    let clerk = Room::enrolled(&mut council, Role::Clerk);
    council.says(CENTRE, About::Candidate(id), &[("notice.1c", differs())]);
    clerk.sync();
    head.sync();
    let object = json!({"case": "1c", "id": id.to_string(), "accepts": false, "reason": "as in the Gazette"});
    assert!(!news(&clerk)["may_answer"].as_bool().unwrap());
    assert_eq!(clerk.refused("news.answer", object.clone()).code, "desk.not-allowed");
    head.call("news.answer", object);
    assert_eq!(name(&head), "AKINYI JANE", "who objects changes nothing");
    head.sync();
    clerk.sync();
    let shown = news(&clerk)["decisions"][0]["answer"].clone();
    assert_eq!((&shown["accepts"], &shown["reason"]), (&json!(false), &json!("as in the Gazette")));
    assert_eq!(shown["by"], "Mwalimu Achieng");
}

#[test]
fn who_is_asked_to_withdraw_a_double_is_asked_until_it_is_withdrawn_and_that_counts_after_closing() {
    let mut council = Council::start();
    let (head, id) = head(&mut council);
    let same = |keep: bool| {
        let (decision, kept) = ("same:1", "24505106001");
        json!({"queue": "duplicate", "decision": decision, "reason": "one person", "by": "amina.w", "kept": kept, "keep": keep})
    };
    council.says(CENTRE, About::Candidate(id), &[("notice.7a", same(true))]);
    head.sync();
    assert_eq!(news(&head)["decisions"][0]["asks"], "nothing", "this one is kept");
    council.says(CENTRE, About::Candidate(id), &[("notice.7a", same(false))]);
    council.closes_in(-60);
    head.sync();
    let asked = news(&head)["decisions"][0].clone();
    assert_eq!((&asked["asks"], &asked["kept"]), (&json!("withdraw"), &json!("24505106001")));
    head.call("candidates.withdraw", json!({"id": id.to_string(), "reason": "entered twice"}));
    assert_eq!(news(&head)["decisions"][0]["asks"], "nothing");
    head.sync();
    assert_eq!(head.call("conflicts.list", json!({}))["held"], json!([]), "it has its reason with it");
}
