//! The part of `cargo xtask run` that needs more than one computer: a council, two desks of one centre and the sub-county's
//! office, over a line that is cut in the middle, with a conflict that is decided. Owns the story; every word of it is
//! what the programs really said.

use anyhow::{Context, ensure};
use crash::proxy::{Proxy, Way};
use serde_json::Value;

use super::Centre;
use super::council::Council;
use super::desk::Desk;

/// The centre's first desk meets its second one and the sub-county's office at the council.
pub(super) fn meet(council: &Council, centre: &Centre, desks: [&Desk<'_>; 3]) -> anyhow::Result<()> {
    println!("\n=== Three computers and the council ({}, {})", centre.name, centre.centre);
    let address = council.url.trim_start_matches("http://").parse()?;
    let line = Proxy::to(address).context("no line to the council")?;
    let url = format!("http://{}", line.address);
    let [first, second, scde] = desks;
    for desk in [second, scde] {
        desk.found(centre)?;
    }
    for (desk, role) in [(first, "head"), (second, "clerk"), (scde, "scde")] {
        desk.enrol(&url, &council.code(role, &centre.centre)?)?;
        desk.says(&["sync"], 0)?;
    }
    cut_in_the_middle(&line, first)?;
    disagree(first, second)?;
    for desk in [first, scde] {
        desk.says(&["sync"], 0)?;
    }
    first.says(&["status"], 0)?;
    same_everywhere(council, &centre.centre, &desks)
}

fn cut_in_the_middle(line: &Proxy, desk: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- The network goes in the middle of sending, and comes back");
    let number = desk.someone(0)?;
    desk.says(&["set", &number, "phone=0700000000"], 0)?;
    line.cut_after(Way::Up, 700);
    desk.says(&["sync"], 5)?;
    line.heal();
    desk.says(&["sync"], 0)
}

fn disagree(first: &Desk<'_>, second: &Desk<'_>) -> anyhow::Result<()> {
    println!("\n--- Two people write one field without knowing of each other, and a head decides");
    second.says(&["sync"], 0)?;
    let number = first.someone(1)?;
    first.says(&["set", &number, "admission_no=7001"], 0)?;
    second.says(&["set", &number, "admission_no=7010"], 0)?;
    first.says(&["sync"], 0)?;
    second.says(&["sync"], 0)?;
    first.says(&["sync"], 0)?;
    first.says(&["conflicts"], 1)?;
    let because = "as in the school's admission book";
    first.says(&["conflicts", "resolve", &number, "admission_no", "--value", "7010", "--reason", because], 0)?;
    first.says(&["sync"], 0)?;
    second.says(&["sync"], 0)
}

fn same_everywhere(council: &Council, centre: &str, desks: &[&Desk<'_>]) -> anyhow::Result<()> {
    println!("\n--- Digests of the state on all sides");
    let proof = council.order(&["proof", centre])?;
    let of_council = digest(&proof).context("the council gave no digest")?;
    println!("{:<12} {of_council}", "council");
    for desk in desks {
        let verified = desk.run(&["verify", "--json"])?;
        let own = digest(&String::from_utf8_lossy(&verified.stdout)).context("no digest")?;
        println!("{:<12} {own}", desk.name);
        ensure!(own == of_council, "the {} does not hold what the council holds", desk.name);
    }
    println!("All hold the same.");
    Ok(())
}

fn digest(json: &str) -> Option<String> {
    let facts: Value = serde_json::from_str(json).ok()?;
    Some(facts["digest"].as_str()?.to_owned())
}
