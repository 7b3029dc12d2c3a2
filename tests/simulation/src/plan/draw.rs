//! A plan from a seed. Owns how likely everything is; refuses all chance but the seed's.

use sync::Role;

use super::{Event, Forgery, Plan, Port, Weather, What, Writing};
use crate::dice::Dice;

/// What kind of event comes next.
#[derive(Clone, Copy)]
enum Next {
    Write,
    Meet,
    Load,
    Plug,
    Again,
    Forge,
    Pass,
    Jump,
    Closes,
    ShortCode,
    Restore,
    Copy,
    RestoreCouncil,
    LoseParts,
    Revoke,
    Transfer,
    Circular,
}

/// The plan of a seed.
#[must_use]
pub fn draw(seed: u64) -> Plan {
    let mut dice = Dice::of(seed);
    let centres = dice.weighted(&[(6, 1), (3, 2), (1, 3)]).unwrap_or(1);
    let count = 1 + dice.below(6) as u8;
    let desks = (0..count).map(|computer| desk(&mut dice, computer, centres)).collect();
    let servers = (0..=dice.below(3)).map(|_| dice.below(3_000) as i64 - 1_500).collect();
    let batch = dice.weighted(&[(3, 1), (3, 2), (2, 4), (2, 200)]).unwrap_or(4);
    let length = 10 + dice.below(dice.clone().below(70) + 1);
    let table = tempers(&mut dice, centres);
    // In a narrow world everybody writes about one candidate, and mostly to one field.
    let narrow = dice.percent(30);
    let events = (0..length).filter_map(|_| event(&mut dice, &table)).map(|one| narrowed(one, narrow)).collect();
    Plan { centres, desks, servers, batch, events, sticks_last: dice.percent(40) }
}

/// A desk: mostly of a computer of its own, at times of the one before, at another centre.
fn desk(dice: &mut Dice, computer: u8, centres: u8) -> (u8, u8, Role) {
    let role = [(4, Role::Clerk), (5, Role::Head), (1, Role::Scde), (2, Role::Operator), (1, Role::Auditor)];
    let role = if computer == 0 { Role::Head } else { dice.weighted(&role).unwrap_or(Role::Clerk) };
    let shared = computer > 0 && centres > 1 && dice.percent(20);
    let centre = if shared { computer % centres } else { dice.below(u64::from(centres)) as u8 };
    (computer - u8::from(shared), centre, role)
}

/// Worlds differ in what is frequent, so that rare things meet each other too.
fn tempers(dice: &mut Dice, centres: u8) -> Vec<(u64, Next)> {
    let mut often = |weight: u64| {
        if dice.percent(30) {
            weight * 3
        } else if dice.percent(40) {
            0
        } else {
            weight
        }
    };
    vec![
        (34, Next::Write),
        (26, Next::Meet),
        (often(4), Next::Load),
        (often(5), Next::Plug),
        (often(2), Next::Again),
        (often(2), Next::Forge),
        (3, Next::Pass),
        (often(1), Next::Jump),
        (often(2), Next::Closes),
        (often(2), Next::ShortCode),
        (often(3), Next::Restore),
        (often(1), Next::Copy),
        (often(2), Next::RestoreCouncil),
        (often(1), Next::LoseParts),
        (often(1), Next::Revoke),
        (if centres > 1 { often(4) } else { 0 }, Next::Transfer),
        (often(1), Next::Circular),
    ]
}

fn narrowed(mut event: Event, narrow: bool) -> Event {
    if let (Event::Write(_, writing), true) = (&mut event, narrow) {
        writing.whom = 0;
        writing.what = match writing.what {
            What::Import | What::Bulk | What::Undo | What::Reinstate | What::Enter | What::Renumber => What::Centre,
            What::Photograph | What::Amend => What::Resolve,
            what => what,
        };
    }
    event
}

fn event(dice: &mut Dice, table: &[(u64, Next)]) -> Option<Event> {
    Some(match dice.weighted(table)? {
        Next::Write => Event::Write(dice.byte(), writing(dice)?),
        Next::Meet => Event::Meet(dice.byte(), weather(dice), if dice.percent(25) { dice.below(8) as u8 } else { 250 }),
        Next::Load => Event::Load(dice.byte()),
        Next::Plug => {
            let port = if dice.percent(55) { Port::Council } else { Port::Desk(dice.byte()) };
            Event::Plug(dice.byte(), port, dice.byte())
        }
        Next::Again => Event::Again(dice.byte()),
        Next::Forge => Event::Forge(dice.byte(), forgery(dice)?),
        Next::Pass => Event::Pass(dice.below(4_000) as u32),
        Next::Jump => Event::Jump(dice.byte(), dice.below(2_000_000) as i32 - 1_000_000),
        Next::Closes => Event::Closes(dice.below(3_000) as u32),
        Next::ShortCode => Event::ShortCode(dice.byte()),
        Next::Restore => Event::Restore(dice.byte(), ago(dice), dice.percent(50)),
        Next::Copy => Event::Copy(dice.byte()),
        Next::RestoreCouncil => Event::RestoreCouncil(ago(dice), dice.percent(50)),
        Next::LoseParts => Event::LoseParts,
        Next::Revoke => Event::Revoke(dice.byte()),
        Next::Transfer => Event::Transfer(dice.byte(), dice.byte(), crash(dice, 20)),
        Next::Circular => Event::Circular,
    })
}

fn ago(dice: &mut Dice) -> u8 {
    let longest = 1 + dice.below(20);
    dice.below(longest) as u8
}

fn crash(dice: &mut Dice, percent: u64) -> Option<bool> {
    dice.percent(percent).then(|| dice.percent(50))
}

fn writing(dice: &mut Dice) -> Option<Writing> {
    let what = dice.weighted(&[
        (16, What::Enter),
        (26, What::Change),
        (3, What::Renumber),
        (4, What::Bulk),
        (4, What::Import),
        (5, What::Withdraw),
        (3, What::Reinstate),
        (3, What::Undo),
        (7, What::Photograph),
        (6, What::Centre),
        (12, What::Resolve),
        (3, What::Amend),
        (3, What::Countersign),
        (3, What::Admit),
        (3, What::Foul),
    ])?;
    // Few values and few candidates: so that people meet in the same cell, and now and then with the same value.
    Some(Writing { what, whom: dice.below(16) as u8, value: dice.below(5) as u8, crash: crash(dice, 5) })
}

fn weather(dice: &mut Dice) -> Vec<(u8, Weather)> {
    if dice.percent(45) {
        return Vec::new();
    }
    (0..=dice.below(4)).filter_map(|_| Some((dice.below(12) as u8, stroke(dice)?))).collect()
}

fn stroke(dice: &mut Dice) -> Option<Weather> {
    let (after, steps, desk) = (dice.percent(50), dice.below(6) as u8, dice.byte());
    dice.weighted(&[
        (4, Weather::RequestLost),
        (2, Weather::RequestCut(steps)),
        (7, Weather::AnswerLost),
        (3, Weather::AnswerLate),
        (3, Weather::Twice),
        (4, Weather::CouncilCrash(after)),
        (6, Weather::DeskCrash(steps, after)),
        (1, Weather::Busy),
        (3, Weather::Lie),
        (2, Weather::Smudge),
        (4, Weather::Meanwhile(desk)),
    ])
}

fn forgery(dice: &mut Dice) -> Option<Forgery> {
    let number = dice.byte();
    dice.weighted(&[
        (3, Forgery::Signature),
        (3, Forgery::Chain),
        (3, Forgery::Centre),
        (2, Forgery::Altered(number)),
        (2, Forgery::Commitment),
        (1, Forgery::Stranger),
        (1, Forgery::Noise(number)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_has_one_plan_and_worlds_are_small_and_different() {
        let plans: Vec<Plan> = (0..300).map(draw).collect();
        assert!(plans.iter().zip(0..).all(|(plan, seed)| *plan == draw(seed)));
        assert!(plans.iter().all(|plan| (1..=6).contains(&plan.desks.len()) && (10..=80).contains(&plan.events.len())));
        for computers in 1..=6 {
            assert!(plans.iter().any(|plan| plan.desks.len() == computers), "{computers}");
        }
        for centres in 1..=3 {
            assert!(plans.iter().any(|plan| plan.centres == centres), "{centres}");
        }
    }
}
