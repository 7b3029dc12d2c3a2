//! Does it bite: every planted fault has to be caught. Owns the table of what caught which, and after how many seeds;
//! refuses to know the faults (`sync::fault` has them).

use std::thread;

use sync::fault::Fault;

use crate::invariant::Violation;
use crate::seeds::run_seed;

/// Seeds within which each fault has to be caught.
pub const WITHIN: u64 = 1_000;

/// What came of a planted fault.
#[derive(Clone, Debug)]
pub struct Bite {
    /// The fault.
    pub fault: Fault,
    /// The first broken promise and how many seeds it took; `None`: it was not caught.
    pub caught: Option<(u64, Violation)>,
}

/// Runs seeds with a fault planted until a promise is broken.
#[must_use]
pub fn bite(fault: Fault) -> Bite {
    let caught = (0..WITHIN).find_map(|seed| Some((seed + 1, run_seed(seed, Some(fault), false).violation?)));
    Bite { fault, caught }
}

/// All faults, on so many threads, in the order of their list.
#[must_use]
pub fn bite_all(jobs: usize) -> Vec<Bite> {
    let share = |job: usize| Fault::ALL.iter().skip(job).step_by(jobs).map(|fault| bite(*fault)).collect::<Vec<_>>();
    let mut all = thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs).map(|job| scope.spawn(move || share(job))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect::<Vec<Bite>>()
    });
    all.sort_by_key(|bite| bite.fault);
    all
}

/// The table in Markdown.
#[must_use]
pub fn table(bites: &[Bite]) -> String {
    let mut out = String::from("| fault planted | what is wrong | caught by | seeds needed |\n|---|---|---|---:|\n");
    for Bite { fault, caught } in bites {
        let (by, seeds) = match caught {
            Some((seeds, violation)) => (violation.invariant.to_string(), seeds.to_string()),
            None => ("**not caught**".into(), format!("over {WITHIN}")),
        };
        out += &format!("| `{}` | {} | {by} | {seeds} |\n", fault.name(), fault.sentence());
    }
    out
}

/// The page with the table between its two marks in place of the one that is there. `None`: it has no such marks.
#[must_use]
pub fn into_page(page: &str, table: &str) -> Option<String> {
    let (before, rest) = page.split_once("<!-- faults -->")?;
    let (_, after) = rest.split_once("<!-- /faults -->")?;
    Some(format!("{before}<!-- faults -->\n{table}<!-- /faults -->{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let page = "a <!-- faults -->old<!-- /faults --> z";
        assert_eq!(into_page(page, "new\n").unwrap(), "a <!-- faults -->\nnew\n<!-- /faults --> z");
        assert_eq!(into_page("no marks", "new"), None);
    }

    #[test]
    fn a_fault_that_was_not_caught_stands_out() {
        let bite = Bite { fault: Fault::NoRewind, caught: None };
        assert!(table(&[bite]).contains("**not caught**"));
    }
}
