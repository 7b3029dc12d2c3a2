//! What only several processes show: one killed at random moments hundreds of times, and two on one register. This
//! program is its own child: with the argument `child` it works on a register until it is killed or told to end.

#![allow(clippy::unwrap_used, clippy::panic)]

mod child;
mod council;
mod killed;
mod two;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("child") => child::work(&arguments[2], arguments[3].parse().unwrap()),
        _ => {
            two::the_second_process_is_told_and_the_first_goes_on();
            killed::what_was_reported_saved_is_there_after_a_kill_at_any_moment();
        }
    }
}
