//! Learning a table's weights from the table. Owns the order of steps: how people write one name twice and how often the
//! same person's fields agree comes from pairs that share a whole number, each number judged by the pairs that share the
//! other; then expectation and maximisation over everything that was compared sets the sizes and habits of the classes
//! that are not one person. Refuses labels: nobody says who is who.

use rustc_hash::FxHashMap;

use crate::evidence::{FEATURES, Feature, Levels, certificate};
use crate::index::Index;
use crate::keys::Kind;
use crate::model::{CLASSES, Class, Kinship, LEVELS, Logarithms, Model};
use crate::naming::{LIKENESSES, Likeness, Naming, Spelling};
use crate::prior::{self, Random};
use crate::shelf::{key, row};
use crate::spelling::mixed;

/// How many pairs the prior weighs as: of the same person's levels, of the other classes' levels.
const PRIOR_SAME: f64 = 40.0;
const PRIOR_OTHER: f64 = 400.0;
const PRIOR_WORDS: f32 = 150.0;
/// Pairs drawn at random.
const DRAWN: usize = 60_000;
const ROUNDS: usize = 25;

/// How many pairs show the same levels.
pub(crate) type Counts = FxHashMap<Levels, u32>;

/// What is known before the pairs are compared.
pub(crate) struct Ground {
    pub(crate) spelling: Spelling,
    pub(crate) classes: Vec<Class>,
}

/// Learns how names are written twice, and how often the same person's fields agree.
pub(crate) fn ground(index: &Index) -> Ground {
    let people = index.len() as f64;
    let (random, chance) = drawn(index, &Spelling::default());
    let anchored = anchored(index);
    let first = Model::new(chance, prior::classes(&random, people));
    let spelling = spelling(index, &anchored, &first);
    let (random, _) = drawn(index, &spelling);
    let mut classes = prior::classes(&random, people);
    classes[0] = same_person(index, &anchored, &spelling, &classes);
    Ground { spelling, classes }
}

/// Pairs drawn at random: what they show, and how words agree by chance.
fn drawn(index: &Index, spelling: &Spelling) -> (Random, Spelling) {
    let rows = index.in_order();
    let mut counts = [[0.0; LEVELS]; FEATURES];
    let (mut pairs, mut answers, mut left_out) = (0.0, [0_u32; LIKENESSES], 0_u32);
    let wanted = DRAWN.min(index.len() * 4) as u64;
    for draw in 0..wanted {
        let place = |salt: u64| ((u128::from(mixed(draw * 2 + salt)) * rows.len() as u128) >> 64) as usize;
        let (one, two) = (rows[place(0)], rows[place(1)]);
        if one == two {
            continue;
        }
        let evidence = index.compare(one, two, spelling);
        pairs += 1.0;
        for feature in Feature::ALL {
            counts[feature as usize][evidence.levels.of(feature)] += 1.0;
        }
        for (sum, more) in answers.iter_mut().zip(evidence.naming.answers) {
            *sum += u32::from(more);
        }
        left_out += u32::from(evidence.naming.left_out > 0);
    }
    let words = answers.iter().sum::<u32>() as f32 + 20.0;
    let share = |likeness: Likeness, of_20: f32| (answers[likeness as usize] as f32 + of_20) / words;
    let chance = Spelling {
        near_by_chance: share(Likeness::Near, 0.1),
        stem_by_chance: share(Likeness::Stem, 0.05),
        left_out: [spelling.left_out[0], ((left_out as f32 + 4.0) / (pairs as f32 + 10.0)).clamp(0.02, 0.9)],
        ..*spelling
    };
    (Random::of(&counts, pairs), chance)
}

/// Two rows that share a whole number, and which.
struct Anchored {
    rows: (u32, u32),
}

fn anchored(index: &Index) -> Vec<Anchored> {
    let mut anchored = Vec::new();
    let runs = index.shelf.sorted().chunk_by(|a, b| key(*a) == key(*b));
    for run in runs.take_while(|run| matches!(Kind::of(run[0]), Kind::Certificate | Kind::Index)) {
        if (2..=3).contains(&run.len()) {
            for (at, one) in run.iter().enumerate() {
                anchored.extend(run[at + 1..].iter().map(|two| Anchored { rows: (row(*one), row(*two)) }));
            }
        }
    }
    anchored.sort_unstable_by_key(|pair| pair.rows);
    anchored.dedup_by_key(|pair| pair.rows);
    anchored
}

/// How people write one name twice, from pairs that are one person beyond doubt without their names' help alone.
fn spelling(index: &Index, anchored: &[Anchored], model: &Model) -> Spelling {
    let prior = model.spelling;
    let mut answers = prior.kept.map(|share| share * PRIOR_WORDS);
    let (mut left_out, mut pairs) = (prior.left_out[0] * PRIOR_WORDS, PRIOR_WORDS);
    for pair in anchored {
        let evidence = index.compare(pair.rows.0, pair.rows.1, &prior);
        let (probability, _) = model.judge(&evidence);
        let weight = probability as f32;
        let Naming { answers: given, left_out: without, missing, .. } = evidence.naming;
        if weight > 0.5 && !missing {
            answers.iter_mut().zip(given).for_each(|(sum, more)| *sum += weight * f32::from(more));
            left_out += weight * f32::from(u8::from(without > 0));
            pairs += weight;
        }
    }
    let words: f32 = answers.iter().sum();
    Spelling { kept: answers.map(|sum| sum / words), left_out: [left_out / pairs, prior.left_out[1]], ..prior }
}

/// How often the same person's fields agree: each number from the pairs that share the other one.
fn same_person(index: &Index, anchored: &[Anchored], spelling: &Spelling, classes: &[Class]) -> Class {
    let levels: Vec<Levels> = anchored.iter().map(|p| index.compare(p.rows.0, p.rows.1, spelling).levels).collect();
    let prior = &classes[0];
    let mut same = prior.clone();
    let mut strangers =
        [Kinship::SharedCertificate, Kinship::SharedIndex].map(|kinship| classes[kinship as usize].clone());
    let numbers = [(Feature::Certificate, Feature::Index), (Feature::Index, Feature::Certificate)];
    for _ in 0..ROUNDS {
        let mut sums = Sums::of(prior, PRIOR_SAME);
        let here = Logarithms::of(&same);
        for (class, (shared, other)) in strangers.iter_mut().zip(numbers) {
            let there = Logarithms::of(class);
            let mut their = Sums::of(&classes[class_of(shared)], PRIOR_OTHER);
            let mut sizes = [0.0, 0.0];
            for shown in levels.iter().filter(|shown| shown.of(shared) == usize::from(certificate::SAME)) {
                let odds = f64::from(here.expected(*shown) - there.expected(*shown));
                let probability = 1.0 / (1.0 + (-odds).exp());
                sizes[0] += probability;
                sizes[1] += 1.0 - probability;
                sums.add_feature(other, *shown, probability);
                let both = shown.of(other) == usize::from(certificate::SAME);
                let once = if both { 0.5 } else { 1.0 };
                for feature in Feature::ALL {
                    their.add_feature(feature, *shown, 1.0 - probability);
                    if !matches!(feature, Feature::Certificate | Feature::Index) {
                        sums.add_feature(feature, *shown, probability * once);
                    }
                }
            }
            *class = their.class((sizes[1] + 1.0) * same.size / (sizes[0] + 1.0) * f64::from(same.share(shared)));
            hold(class, &classes[class_of(shared)], Kinship::ALL[class_of(shared)]);
        }
        same = sums.class(prior.size);
    }
    same
}

const fn class_of(shared: Feature) -> usize {
    match shared {
        Feature::Certificate => Kinship::SharedCertificate as usize,
        _ => Kinship::SharedIndex as usize,
    }
}

/// Keeps a class what it is: levels that are not its own stay rare, and some habits stay near what was believed.
fn hold(class: &mut Class, prior: &Class, kinship: Kinship) {
    for feature in Feature::ALL {
        let (shares, before) = (&mut class.shares[feature as usize], &prior.shares[feature as usize]);
        let held = prior::held(kinship, feature) as f32;
        for (share, before) in shares.iter_mut().zip(before) {
            *share = held * before + (1.0 - held) * *share;
            if !prior::allowed(*before, kinship, feature) {
                *share = *before;
            }
        }
    }
}

/// Sums of how often levels were shown.
struct Sums {
    sums: Vec<[f64; LEVELS]>,
}

impl Sums {
    fn of(prior: &Class, weight: f64) -> Sums {
        Sums { sums: prior.shares.iter().map(|shares| shares.map(|share| f64::from(share) * weight)).collect() }
    }

    fn add_feature(&mut self, feature: Feature, levels: Levels, weight: f64) {
        self.sums[feature as usize][levels.of(feature)] += weight;
    }

    fn class(&self, size: f64) -> Class {
        let mut rests_on = [0.0; FEATURES];
        let mut shares = Vec::with_capacity(FEATURES);
        for (at, sums) in self.sums.iter().enumerate() {
            let total: f64 = sums.iter().sum();
            rests_on[at] = total;
            shares.push(sums.map(|sum| (sum / total.max(1e-9)) as f32));
        }
        Class { size, shares, rests_on }
    }
}

/// Sets the sizes and habits of the classes by what all compared pairs show; how the same person shows stays as learned.
pub(crate) fn learn(ground: Ground, counts: Counts) -> Model {
    let mut shown: Vec<(Levels, f64)> = counts.into_iter().map(|(levels, count)| (levels, f64::from(count))).collect();
    shown.sort_unstable_by_key(|(levels, _)| *levels);
    let priors = ground.classes;
    let mut classes = priors.clone();
    for _ in 0..ROUNDS {
        let logarithms: Vec<Logarithms> = classes.iter().map(Logarithms::of).collect();
        let mut sums: Vec<Sums> = priors.iter().map(|prior| Sums::of(prior, PRIOR_OTHER)).collect();
        let mut sizes = [0.0; CLASSES];
        for (levels, count) in &shown {
            let mut expected = [0.0_f32; CLASSES];
            expected.iter_mut().zip(&logarithms).for_each(|(e, class)| *e = class.expected(*levels));
            let most = expected.iter().copied().fold(f32::MIN, f32::max);
            let odds = expected.map(|e| f64::from(e - most).exp());
            let total: f64 = odds.iter().sum();
            for (class, odds) in odds.iter().enumerate() {
                let weight = odds / total * count;
                sizes[class] += weight;
                if class > 0 && weight > 1e-6 {
                    Feature::ALL.iter().for_each(|feature| sums[class].add_feature(*feature, *levels, weight));
                }
            }
        }
        for class in 0..CLASSES {
            let size = sizes[class] + 0.02 * priors[class].size.min(100.0);
            if class == 0 {
                classes[0].size = size;
            } else {
                classes[class] = sums[class].class(size);
                hold(&mut classes[class], &priors[class], Kinship::ALL[class]);
            }
        }
    }
    Model::new(ground.spelling, classes)
}
