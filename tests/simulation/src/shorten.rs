//! Shortens a story that ends with a broken promise: leaves out events, desks, weather and servers as long as the same
//! promise is broken at the end. Owns the search, which is greedy; refuses to change what is left.

use crate::invariant::Invariant;
use crate::plan::{Event, Plan};

/// The shortest plan found that still breaks this promise.
pub fn shorten(plan: &Plan, breaks: impl Fn(&Plan) -> Option<Invariant>) -> Plan {
    let Some(invariant) = breaks(plan) else { return plan.clone() };
    let still = |plan: &Plan| breaks(plan) == Some(invariant);
    let mut shortest = plan.clone();
    loop {
        let before = shortest.clone();
        leave_out_events(&mut shortest, &still);
        calm(&mut shortest, &still);
        make_smaller(&mut shortest, &still);
        if shortest == before {
            return shortest;
        }
    }
}

fn attempt(shortest: &mut Plan, still: &impl Fn(&Plan) -> bool, change: impl FnOnce(&mut Plan)) -> bool {
    let mut shorter = shortest.clone();
    change(&mut shorter);
    let better = shorter != *shortest && still(&shorter);
    if better {
        *shortest = shorter;
    }
    better
}

/// First many at a time, then one by one, from the end on.
fn leave_out_events(shortest: &mut Plan, still: &impl Fn(&Plan) -> bool) {
    let mut many = shortest.events.len().div_ceil(2);
    while many > 0 {
        let mut end = shortest.events.len();
        while end > 0 {
            let start = end.saturating_sub(many);
            attempt(shortest, still, |plan| drop(plan.events.drain(start..end)));
            end = start.min(shortest.events.len());
        }
        many /= 2;
    }
}

/// Takes strokes of weather and crashes out of the events that are left.
fn calm(shortest: &mut Plan, still: &impl Fn(&Plan) -> bool) {
    for index in 0..shortest.events.len() {
        while let Event::Meet(_, weather, _) = &shortest.events[index]
            && let Some(stroke) = (0..weather.len()).find(|stroke| {
                let mut plan = shortest.clone();
                if let Event::Meet(_, weather, _) = &mut plan.events[index] {
                    weather.remove(*stroke);
                }
                still(&plan)
            })
        {
            if let Event::Meet(_, weather, _) = &mut shortest.events[index] {
                weather.remove(stroke);
            }
        }
        attempt(shortest, still, |plan| match &mut plan.events[index] {
            Event::Write(_, writing) => writing.crash = None,
            Event::Meet(_, _, most) => *most = 250,
            Event::Plug(_, _, order) => *order = 0,
            _ => {}
        });
    }
}

/// Fewer desks, servers and centres. Desks are chosen modulo their number: with fewer, others are meant, and the story
/// may still be the same.
fn make_smaller(shortest: &mut Plan, still: &impl Fn(&Plan) -> bool) {
    while shortest.desks.len() > 1 && attempt(shortest, still, |plan| plan.desks.truncate(plan.desks.len() - 1)) {}
    attempt(shortest, still, |plan| plan.servers = vec![0]);
    attempt(shortest, still, |plan| plan.centres -= u8::from(plan.centres > 1));
    attempt(shortest, still, |plan| plan.sticks_last = false);
    attempt(shortest, still, |plan| plan.batch = 200);
}

/// A plan in lines, to be read by a person.
#[must_use]
pub fn story(plan: &Plan) -> Vec<String> {
    let desks = plan.desks.iter().enumerate();
    let desks = desks.map(|(at, (computer, centre, role))| {
        format!("desk {at}: a {} at centre {}, computer {computer}", role.name(), centre % plan.centres)
    });
    desks.chain(plan.events.iter().map(|event| format!("{event:?}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::draw;

    /// "Broken" is here: a restore stands somewhere before a stick is filled.
    fn breaks(plan: &Plan) -> Option<Invariant> {
        let restore = plan.events.iter().position(|event| matches!(event, Event::Restore(..)))?;
        let load = plan.events.iter().rposition(|event| matches!(event, Event::Load(_)))?;
        (restore < load).then_some(Invariant(1))
    }

    #[test]
    fn what_has_no_part_in_the_end_is_left_out() {
        let plan = (0..).map(draw).find(|plan| plan.events.len() > 30 && breaks(plan).is_some()).unwrap();
        let shortest = shorten(&plan, breaks);
        assert!(matches!(shortest.events[..], [Event::Restore(..), Event::Load(_)]), "{shortest:?}");
        assert_eq!((shortest.desks.len(), shortest.servers.len(), shortest.centres), (1, 1, 1));
    }

    #[test]
    fn a_plan_that_breaks_nothing_stays_as_it_is() {
        let plan = draw(3);
        assert_eq!(shorten(&plan, |_| None), plan);
    }
}
