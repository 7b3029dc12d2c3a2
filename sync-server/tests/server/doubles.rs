//! People entered twice: found among others, decided, and shown to each sub-county as far as it is theirs.

use serde_json::{Value, json};
use sync::authority::{Here, Own, folded, write_own};
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId, Role};
use sync_server::stores::Scope;

use crate::console::Browser;
use crate::queues::{at, decide, only_case, operator};
use crate::support::{ELSEWHERE, FOREIGN, OWN, REGISTER, Town, write};

on_both_stores! {
    a_candidate_of_two_centres_is_a_case_that_both_desks_hear_of,
    of_a_case_of_two_sub_counties_each_is_shown_its_own_candidate,
}

/// A candidate as two centres entered them, names in another order.
fn double(name: &str, centre_index: &str) -> Vec<FieldWrite> {
    [
        ("state", "entered"),
        ("name", name),
        ("gender", "F"),
        ("year_of_birth", "2008"),
        ("birth_certificate_no", "482915337"),
        ("citizenship", "C"),
        ("entry_code", "1"),
        ("qualification", "KCPE"),
        ("qualifying_index", centre_index),
        ("qualifying_year", "2021"),
        ("subjects", "101 102 121 231 232 233 311"),
    ]
    .map(|(field, value)| write(field, value))
    .to_vec()
}

/// So many others, each with numbers and names of their own.
async fn others(town: &Town, count: u64) {
    const FIRST: [&str; 9] = ["MARY", "JOHN", "PETER", "FAITH", "GRACE", "BRIAN", "KEVIN", "MERCY", "JAMES"];
    const LAST: [&str; 11] =
        ["KAMAU", "OTIENO", "CHEBET", "MUTUA", "WAFULA", "HASSAN", "KIPROP", "MORAA", "NJERI", "BARASA", "LETING"];
    let mut clerk = town.device(Role::Clerk, Scope::Centres(vec![OWN])).await;
    let of = |place: u64| {
        let name =
            format!("{} {} {}", FIRST[place as usize % 9], LAST[place as usize % 11], LAST[(place as usize / 3) % 11]);
        let mut fields = double(&name, &format!("{:011}", 20_700_100_000 + place * 977));
        fields[3] = write("year_of_birth", &format!("{}", 2005 + place % 5));
        fields[4] = write("birth_certificate_no", &format!("{}", 300_000_000 + place * 123_457));
        fields
    };
    let said: Vec<_> = (0..count).map(|place| (clerk.candidate(place, &of(place)), Kind::Enter, of(place))).collect();
    for part in said.chunks(100) {
        let batch = clerk.batch_of(part);
        town.push(&clerk, batch).await;
    }
}

const REGISTERS: [RegisterId; 2] = [REGISTER, ELSEWHERE];
const IDS: [CandidateId; 2] = [CandidateId([1; 16]), CandidateId([2; 16])];

/// One person on the rolls of two centres, among others.
async fn entered_twice(town: &Town) {
    let (key, now) = (town.office().keys.signing.clone(), town.office().now());
    others(town, 300).await;
    town.write(move |council| {
        let here = Here { epoch: council.epoch()?, now, key: &key };
        let names = ["WANJIKU MARY ACHIENG", "ACHIENG MARY WANJIKU"];
        for ((register, id), name) in REGISTERS.into_iter().zip(IDS).zip(names) {
            let (about, fields) = (About::Candidate(id), double(name, "11200105003"));
            let own = Own { about, kind: Kind::Enter, fields, actor: "server".into() };
            assert!(write_own(council, &here, register, own)?.is_some());
        }
        Ok(())
    })
    .await;
    town.catch_up().await;
}

async fn a_candidate_of_two_centres_is_a_case_that_both_desks_hear_of(town: Town) {
    entered_twice(&town).await;
    let mut amina = operator(&town, "amina").await;
    let case = only_case(&mut amina, "duplicate").await;
    assert!(case["score"].as_f64().unwrap() > 0.5, "{}", case["evidence"]);
    assert!(!case["reasons"].as_array().unwrap().is_empty());
    assert_eq!((case["members"].as_array().unwrap().len(), &case["differs"]), (2, &json!(["name"])));
    assert_eq!(case["kind"], "centres");
    assert_eq!(case["decisions"], json!(["same:0", "same:1", "different", "ask"]));
    // Decided in favour of one, the desk of the other is told whom to withdraw; undone, it is decided anew.
    let same = amina.post(&at(&case, "decide"), &decide(&case, "same:0")).await.json();
    for (register, id) in REGISTERS.into_iter().zip(IDS) {
        let fold = town.write(move |council| folded(council, register)).await;
        let field = format!("notice.{}", case["id"].as_str().unwrap());
        let notice: Value = serde_json::from_str(fold.value(&About::Candidate(id), &field).unwrap()).unwrap();
        let own = case["members"][0]["candidate"] == id.to_string();
        assert_eq!((&notice["keep"], notice["kept"].is_string()), (&json!(own), true), "{notice}");
    }
    let case = amina.post(&at(&case, "undo"), &json!({ "reason": "Twins.", "etag": same["etag"] })).await.json();
    let decided = amina.post(&at(&case, "decide"), &decide(&case, "different")).await.json();
    assert_eq!((&decided["state"], &decided["undoable"]), (&json!("decided"), &json!(true)));
    for (register, id) in REGISTERS.into_iter().zip(IDS) {
        let fold = town.write(move |council| folded(council, register)).await;
        let heard = fold.values_of(&About::Candidate(id)).into_keys().any(|field| field.starts_with("notice."));
        assert!(heard, "{register}");
    }
    // The notices made both registers longer: looked at again, the case stays settled.
    town.catch_up().await;
    assert!(amina.get("api/queues/duplicate").await.json()["rows"].as_array().unwrap().is_empty());
}

async fn of_a_case_of_two_sub_counties_each_is_shown_its_own_candidate(town: Town) {
    entered_twice(&town).await;
    for (centre, own, foreign) in [(OWN, 0, 1), (FOREIGN, 1, 0)] {
        let name = format!("of-{centre}");
        let mut browser = Browser::of(&town, &name, Role::Scde, Scope::SubCounty(centre / 1000)).await;
        let listed = browser.get("api/queues/duplicate").await.json();
        let names = ["WANJIKU MARY ACHIENG", "ACHIENG MARY WANJIKU"];
        let row = &listed["rows"][0];
        assert_eq!((&row["names"], &row["others"]), (&json!([names[own]]), &json!(1)), "{listed}");
        let case = only_case(&mut browser, "duplicate").await;
        let member = |at: usize| {
            let id = IDS[at].to_string();
            case["members"].as_array().unwrap().iter().find(|one| one["candidate"] == id).unwrap()
        };
        assert_eq!(member(own)["values"]["name"], names[own]);
        for hidden in ["values", "findings", "history", "photograph"] {
            assert_eq!(member(foreign)[hidden], Value::Null, "{hidden}");
        }
        assert_eq!(case["differs"], json!([]), "what is hidden is compared with nothing");
    }
}
