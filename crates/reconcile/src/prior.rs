//! What is believed of a table before it is read: how often each class shows each level. Owns these numbers; they weigh as
//! much as a few dozen pairs and give way to what the table itself shows.

use crate::evidence::{FEATURES, Feature, name};
use crate::model::{CLASSES, Class, Kinship, LEVELS};

/// The least share of a level.
const FLOOR: f32 = 1e-5;
/// Of a thousand candidates, how many are believed to be entered twice.
const TWICE: f64 = 0.005;

type Shares = [f32; LEVELS];

fn table(shares: &[f32]) -> Shares {
    let mut table = [0.0; LEVELS];
    table[..shares.len()].copy_from_slice(shares);
    table
}

fn normal(mut shares: Shares, feature: Feature) -> Shares {
    let count = feature.levels().len();
    shares[..count].iter_mut().for_each(|share| *share = share.max(FLOOR));
    let sum: f32 = shares[..count].iter().sum();
    shares[..count].iter_mut().for_each(|share| *share /= sum);
    shares
}

/// What pairs drawn at random show, as counts become shares.
#[derive(Clone, Debug)]
pub(crate) struct Random {
    pub(crate) shares: [Shares; FEATURES],
}

impl Random {
    pub(crate) fn of(counts: &[[f64; LEVELS]; FEATURES], pairs: f64) -> Random {
        let mut shares = [[0.0; LEVELS]; FEATURES];
        for feature in Feature::ALL {
            let at = feature as usize;
            let levels = feature.levels().len() as f64;
            shares[at] = normal(counts[at].map(|count| ((count + 0.2) / (pairs + 0.2 * levels)) as f32), feature);
        }
        Random { shares }
    }
}

/// How often the same person shows each level.
fn same_person(feature: Feature) -> Shares {
    match feature {
        Feature::Certificate => table(&[0.03, 0.1, 0.6, 0.005, 0.008, 0.05, 0.08, 0.02, 0.01, 0.08, 0.01]),
        Feature::Index => table(&[
            0.02, 0.08, 0.68, 0.003, 0.004, 0.05, 0.05, 0.01, 0.005, 0.04, 0.01, 0.02, 0.002, 0.003, 0.02, 0.02,
        ]),
        Feature::Name => names_of_one_person(),
        Feature::Gender => table(&[0.01, 0.97, 0.02]),
        Feature::BirthYear => table(&[0.02, 0.87, 0.05, 0.03, 0.01, 0.02]),
        Feature::Place => table(&[0.45, 0.25, 0.15, 0.15]),
        Feature::Subjects => table(&[0.02, 0.45, 0.25, 0.15, 0.13]),
        Feature::Phone => table(&[0.7, 0.2, 0.03, 0.07]),
        Feature::Document => table(&[0.9, 0.07, 0.01, 0.02]),
        Feature::LastAttempt => table(&[0.9, 0.08, 0.01, 0.01]),
        Feature::Needs => table(&[0.97, 0.015, 0.01, 0.005]),
        Feature::Standing => table(&[0.02, 0.93, 0.04, 0.01]),
        Feature::Admission => table(&[0.3, 0.3, 0.4]),
    }
}

fn names_of_one_person() -> Shares {
    let mut shares = [0.0; LEVELS];
    shares[usize::from(name::MISSING)] = 0.005;
    for level in 1..LEVELS as u8 {
        let Some((others, weight)) = name::middle(level) else { continue };
        let (share, centre, width) = [(0.12, 15.0, 7.0), (0.012, 7.0, 5.0), (0.003, 2.0, 4.0)][others];
        let distance = (weight - centre) / width;
        shares[usize::from(level)] = share * (-0.5 * distance * distance).exp();
    }
    shares
}

/// By chance, a weight is as many times rarer than with one person as it says.
fn names_by_chance(random: &Shares) -> Shares {
    let mut shares = names_of_one_person();
    for level in 1..Feature::Name.levels().len() as u8 {
        let Some((_, weight)) = name::middle(level) else { continue };
        let at = usize::from(level);
        shares[at] = (shares[at] * (-weight).exp()).max(if weight < 6.0 { random[at] } else { 0.0 });
    }
    shares
}

/// The share of pairs whose names weigh enough for them to be compared at all.
fn compared(shares: &Shares) -> f32 {
    let weighs = |level: &usize| name::middle(*level as u8).is_some_and(|(others, weight)| weight > 4.0 && others < 2);
    (1..Feature::Name.levels().len()).filter(weighs).map(|level| shares[level]).sum()
}

/// Levels of a number that are no slip apart.
const APART: [usize; 6] = [0, 1, 8, 9, 12, 15];

/// Only numbers that are not given, or differ.
fn apart(mut shares: Shares) -> Shares {
    (0..LEVELS).filter(|level| !APART.contains(level)).for_each(|level| shares[level] = 0.0);
    shares
}

/// Only names that agree in every word that both have.
fn whole(mut shares: Shares) -> Shares {
    (0..LEVELS)
        .filter(|level| name::middle(*level as u8).is_none_or(|(others, _)| others > 0))
        .for_each(|level| shares[level] = 0.0);
    shares
}

/// Names that agree in some words: of the weights that lead to a comparison.
fn names_in_part(by_chance: &Shares, random: &Shares) -> Shares {
    let mut shares = [0.0; LEVELS];
    for level in 1..Feature::Name.levels().len() {
        if name::middle(level as u8).is_some_and(|(others, weight)| others > 0 && weight > -4.0) {
            shares[level] = by_chance[level].max(random[level]);
        }
    }
    shares
}

/// Only these levels.
fn of_levels(levels: &[(usize, f32)]) -> Shares {
    let mut shares = [0.0; LEVELS];
    levels.iter().for_each(|(level, share)| shares[*level] = *share);
    shares
}

fn twins(feature: Feature, random: &Random) -> Shares {
    match feature {
        Feature::Certificate => table(&[0.03, 0.08, 0.001, 0.001, 0.6, 0.02, 0.1, 0.001, 0.05, 0.12]),
        Feature::Index => {
            table(&[0.02, 0.06, 0.001, 0.001, 0.5, 0.01, 0.02, 0.001, 0.01, 0.1, 0.0001, 0.001, 0.1, 0.01, 0.15, 0.02])
        }
        Feature::Name => twins_names(),
        Feature::Gender => table(&[0.01, 0.64, 0.35]),
        Feature::BirthYear => table(&[0.01, 0.95, 0.03, 0.001, 0.005, 0.001]),
        Feature::Place => table(&[0.03, 0.03, 0.06, 0.88]),
        _ => random.shares[feature as usize],
    }
}

fn twins_names() -> Shares {
    let mut shares = [0.0; LEVELS];
    for level in 1..Feature::Name.levels().len() as u8 {
        let Some((others, weight)) = name::middle(level) else { continue };
        let (share, centre, width) = [(0.004, 5.0, 5.0), (0.18, 4.0, 5.0), (0.05, -1.0, 4.0)][others];
        let distance = (weight - centre) / width;
        shares[usize::from(level)] = share * (-0.5 * distance * distance).exp();
    }
    shares
}

/// The classes of a table of so many people, before it is read; `random` is what pairs drawn from it show.
pub(crate) fn classes(random: &Random, people: f64) -> Vec<Class> {
    let by_chance = names_by_chance(&random.shares[Feature::Name as usize]);
    let partly = names_in_part(&by_chance, &random.shares[Feature::Name as usize]);
    let pairs = people * (people - 1.0) / 2.0;
    let sizes: [f64; CLASSES] = [
        TWICE * people,
        pairs * f64::from(compared(&by_chance)),
        people.min(pairs * 0.01),
        0.0005 * people,
        0.0005 * people,
        0.01 * people.min(pairs * 0.01),
        0.01 * people.min(pairs * 0.01),
        people.min(pairs * 0.01),
        0.2 * people.min(pairs * 0.01),
        0.01 * people.min(pairs * 0.01),
    ];
    let shares = |kinship: Kinship, feature: Feature| {
        let shares = match (kinship, feature) {
            (Kinship::Same, _) => same_person(feature),
            (Kinship::Namesakes, Feature::Name) => whole(by_chance),
            (Kinship::PartlyNamesakes, Feature::Name) => partly,
            (Kinship::Namesakes | Kinship::PartlyNamesakes, Feature::Certificate | Feature::Index) => {
                apart(random.shares[feature as usize])
            }
            (Kinship::SharedCertificate, Feature::Certificate) => of_levels(&[(2, 0.9), (10, 0.1)]),
            (Kinship::SharedIndex, Feature::Index) => of_levels(&[(2, 0.9), (10, 0.1)]),
            (Kinship::RecurringIndex, Feature::Index) => of_levels(&[(11, 0.9), (13, 0.1)]),
            (Kinship::Twins, _) => twins(feature, random),
            (Kinship::Schoolmates, Feature::Index) => {
                of_levels(&[(4, 0.3), (5, 0.05), (6, 0.1), (7, 0.01), (8, 0.1), (12, 0.24), (14, 0.2)])
            }
            (Kinship::NearCertificates, Feature::Certificate) => {
                of_levels(&[(4, 0.2), (5, 0.1), (6, 0.6), (7, 0.05), (8, 0.05)])
            }
            (Kinship::Strangers, Feature::Phone | Feature::LastAttempt | Feature::Document) => {
                of_levels(&[(0, 0.6), (1, 0.3), (3, 0.1)])
            }
            _ => random.shares[feature as usize],
        };
        normal(shares, feature)
    };
    let class = |kinship: Kinship| Class {
        size: sizes[kinship as usize].max(1e-3),
        shares: Feature::ALL.iter().map(|feature| shares(kinship, *feature)).collect(),
        rests_on: [0.0; FEATURES],
    };
    Kinship::ALL.map(class).to_vec()
}

/// How much of a class's habit is held to what was believed of it before: by this it stays the class that it is.
pub(crate) const fn held(kinship: Kinship, feature: Feature) -> f64 {
    match (kinship, feature) {
        (Kinship::Twins, Feature::Certificate | Feature::Index) => 0.7,
        (Kinship::Twins, Feature::Name) => 0.3,
        _ => 0.0,
    }
}

/// Whether a level belongs to a class at all, or only happens to be shown once in a hundred thousand times.
pub(crate) fn allowed(share: f32, kinship: Kinship, feature: Feature) -> bool {
    let structural = matches!(feature, Feature::Certificate | Feature::Index | Feature::Name);
    share > 3.0 * FLOOR || !structural || matches!(kinship, Kinship::Twins | Kinship::Same)
}
