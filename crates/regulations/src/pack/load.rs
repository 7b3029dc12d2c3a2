//! From the pack's files to a compiled pack. Owns the reading, the laying over of circulars and every check that makes
//! a pack fit to judge by; a pack that passes here cannot make a rule fail later.

use toml::{Table, Value};

use super::data::{PackData, SlotData};
use super::{Pack, Pathway, PathwaySlot, Sets, SpecialNeeds, bounds};
use crate::entry::Qualification;
use crate::subjects::{SubjectSet, Subjects};

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file is not TOML, or not a pack's.
    #[error("the rule pack cannot be read at {place}: {reason}. Install it again, or correct the circular named")]
    Unreadable {
        /// The file or the circular, as `circular 2`.
        place: String,
        /// What the reader of TOML says, with the line or the key.
        reason: toml::de::Error,
    },
    /// A value contradicts another.
    #[error("the rule pack is broken at {place}: {reason}. Install it again, or correct the circular named")]
    Broken {
        /// The table or key.
        place: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}

pub(super) fn broken(place: impl Into<String>, reason: &'static str) -> PackError {
    PackError::Broken { place: place.into(), reason }
}

/// The files of one bundled pack with the year it begins to hold.
struct Bundled {
    year: u16,
    files: &'static [&'static str],
}

/// Every bundled pack, oldest first.
const BUNDLED: &[Bundled] = &[Bundled {
    year: 2026,
    files: &[
        include_str!("../../packs/kcse/2026/pack.toml"),
        include_str!("../../packs/kcse/2026/subjects.toml"),
        include_str!("../../packs/kcse/2026/pathways.toml"),
        include_str!("../../packs/kcse/2026/candidates.toml"),
        include_str!("../../packs/kcse/2026/fees.toml"),
        include_str!("../../packs/kcse/2026/centres.toml"),
    ],
}];

/// The table of the bundled pack that holds for a year.
pub(super) fn bundled(year: u16) -> Result<Table, PackError> {
    let pack = BUNDLED.iter().rev().find(|pack| pack.year <= year).or(BUNDLED.first());
    let mut table = Table::new();
    for (i, file) in pack.map_or(&[][..], |pack| pack.files).iter().enumerate() {
        merge(&mut table, read(file, || format!("file {}", i + 1))?);
    }
    Ok(table)
}

/// Lays circulars over a pack: tables are merged, everything else is replaced.
pub(super) fn overlay(mut table: Table, circulars: &[&str]) -> Result<Table, PackError> {
    for (i, circular) in circulars.iter().enumerate() {
        merge(&mut table, read(circular, || format!("circular {}", i + 1))?);
    }
    Ok(table)
}

fn read(text: &str, place: impl Fn() -> String) -> Result<Table, PackError> {
    text.parse().map_err(|reason| PackError::Unreadable { place: place(), reason })
}

fn merge(under: &mut Table, over: Table) {
    for (key, value) in over {
        match (under.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => merge(below, above),
            (Some(Value::Array(below)), Value::Array(above)) if key == "circulars" => below.extend(above),
            (_, value) => {
                under.insert(key, value);
            }
        }
    }
}

/// Checks and compiles a pack for an examination year.
pub(super) fn compile(table: Table, year: u16) -> Result<Pack, PackError> {
    let data: PackData = Value::Table(table)
        .try_into()
        .map_err(|reason| PackError::Unreadable { place: "the values".to_owned(), reason })?;
    let subjects =
        Subjects::compile(&data.subjects).ok_or_else(|| broken("subjects", "codes are three digits, each once"))?;
    let special_needs = SpecialNeeds::compile(&data.special_needs)
        .ok_or_else(|| broken("special_needs", "a paper is not known, or there are too many categories"))?;
    bounds::check(&data)?;
    let pathways = compile_pathways(&data, &subjects)?;
    let component_fees = compile_component_fees(&data, &subjects)?;
    let charged = (0..64).filter(|place| component_fees[usize::from(*place)] > 0);
    Ok(Pack {
        with_component_fee: charged.fold(SubjectSet::EMPTY, |set, place: u8| set.or(SubjectSet::single(place))),
        year: i32::from(year),
        sets: compile_sets(&data, &subjects, &pathways)?,
        component_fees,
        qualification_years: compile_qualification_years(&data)?,
        counties: compile_counties(&data)?,
        pathways,
        special_needs,
        subjects,
        data,
    })
}

/// How many names the sets of one list may come to, counting those of the sets they name: far more than a pack has,
/// and an end to sets that contain themselves or multiply each other.
const MOST_NAMES: usize = 4096;

/// The subjects of a list of codes, groups and sets.
fn resolve(data: &PackData, subjects: &Subjects, names: &[String], place: &str) -> Result<SubjectSet, PackError> {
    let mut set = SubjectSet::EMPTY;
    let mut names: Vec<&String> = names.iter().collect();
    let mut seen = 0;
    while let Some(name) = names.pop() {
        seen += 1;
        if seen > MOST_NAMES {
            return Err(broken(place, "a set contains itself, or names too many others"));
        }
        if let Some(at) = subjects.place(name.as_bytes()) {
            set = set.or(SubjectSet::single(at));
        } else if let Some(members) = data.sets.get(name).filter(|members| !members.is_empty()) {
            names.extend(members);
        } else {
            set = set.or(named_group(subjects, name, place)?);
        }
    }
    Ok(set)
}

fn named_group(subjects: &Subjects, name: &str, place: &str) -> Result<SubjectSet, PackError> {
    let members = group(subjects, name);
    if members.is_empty() {
        return Err(broken(format!("{place}: {name}"), "no subject, group or set has this name"));
    }
    Ok(members)
}

fn group(subjects: &Subjects, name: &str) -> SubjectSet {
    subjects
        .all()
        .iter()
        .enumerate()
        .filter(|(_, subject)| subject.group == name)
        .fold(SubjectSet::EMPTY, |set, (place, _)| set.or(SubjectSet::single(place as u8)))
}

fn compile_pathways(data: &PackData, subjects: &Subjects) -> Result<Vec<Pathway>, PackError> {
    data.pathways
        .iter()
        .map(|pathway| {
            let place = format!("pathways {}", pathway.id);
            let rest = resolve(data, subjects, &pathway.rest.from, &place)?;
            let except = resolve(data, subjects, &pathway.rest.except, &place)?;
            Ok(Pathway {
                id: pathway.id.clone(),
                source: pathway.source.clone(),
                slots: pathway.slots.iter().map(|slot| compile_slot(data, subjects, slot)).collect::<Result<_, _>>()?,
                rest: rest.without(except),
                rest_source: pathway.rest.source.clone(),
            })
        })
        .collect()
}

fn compile_slot(data: &PackData, subjects: &Subjects, slot: &SlotData) -> Result<PathwaySlot, PackError> {
    Ok(PathwaySlot {
        id: slot.id.clone(),
        from: resolve(data, subjects, &slot.from, &slot.id)?,
        hearing: resolve(data, subjects, &slot.hearing, &slot.id)?,
        need: slot.need,
        source: slot.source.clone(),
    })
}

fn compile_sets(data: &PackData, subjects: &Subjects, pathways: &[Pathway]) -> Result<Sets, PackError> {
    let set = |name: &str| resolve(data, subjects, &[name.to_owned()], &format!("sets.{name}"));
    let sciences = set("sciences")?;
    let (mathematics_b, general_science) = (set("mathematics_b")?, set("general_science")?);
    let blind = pathways
        .iter()
        .find(|pathway| pathway.id == "BLIND")
        .ok_or_else(|| broken("pathways", "the pathway BLIND is missing"))?;
    let technical = group(subjects, "IV").without(blind.rest);
    Ok(Sets {
        english: set("english")?,
        kiswahili: set("kiswahili")?,
        mathematics_a: set("mathematics_a")?,
        mathematics_b,
        general_science,
        blind_biology: set("blind_biology")?,
        sign_language: set("sign_language")?,
        sciences,
        humanities: set("humanities")?,
        religious: set("religious")?,
        blind_excluded: mathematics_b.or(sciences).or(general_science).or(technical),
    })
}

fn compile_component_fees(data: &PackData, subjects: &Subjects) -> Result<[u32; 64], PackError> {
    let mut fees = [0; 64];
    for fee in &data.fees.components {
        for place in resolve(data, subjects, &fee.subjects, "fees.components")?.places() {
            let named = subjects.all().get(usize::from(place)).is_some_and(|subject| subject.component.is_some());
            if !named || fees[usize::from(place)] != 0 {
                return Err(broken("fees.components", "one fee a subject, for subjects with a component only"));
            }
            fees[usize::from(place)] = fee.amount.0;
        }
    }
    Ok(fees)
}

fn compile_qualification_years(data: &PackData) -> Result<[(i32, i32); 5], PackError> {
    let mut years = [(i32::MIN, i32::MAX); 5];
    for (name, qualification) in Qualification::NAMES {
        let given = data
            .qualifications
            .get(name)
            .ok_or_else(|| broken(format!("qualifications.{name}"), "the certificate is missing"))?;
        years[qualification as usize] =
            (given.first.map_or(i32::MIN, i32::from), given.last.map_or(i32::MAX, i32::from));
    }
    Ok(years)
}

fn compile_counties(data: &PackData) -> Result<Box<[u8; 100]>, PackError> {
    let mut counties = Box::new([0; 100]);
    for (code, county) in &data.counties {
        let number = code.parse::<usize>().ok().filter(|number| code.len() == 2 && *number < 100);
        let number = number.ok_or_else(|| broken(format!("counties.{code}"), "a county has two digits"))?;
        counties[number] = county.third_digit;
    }
    Ok(counties)
}
