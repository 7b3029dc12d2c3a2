//! The overview: the country, or a sub-county, as tables from which charts are drawn. Owns the parts and their order; every
//! number in it can be followed to a list.

mod fees;
mod parts;
mod progress;

pub(super) use parts::{SILENT, SMALL};
pub(super) use progress::EAST;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};
use sync::UnixMillis;

use super::scoped::Scoped;
use super::table::Table;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::console::cases::{self, Standing};
use crate::stores::{Council, Lane, Scope};
use regulations::Pack;

/// Everything that the parts are made of.
pub(super) struct Seen<'o> {
    pub(super) scoped: &'o Scoped,
    pub(super) pack: Arc<Pack>,
    pub(super) now: UnixMillis,
    pub(super) closes: Option<UnixMillis>,
    /// Devices that serve a centre, by centre.
    pub(super) devices: BTreeMap<u32, u32>,
    pub(super) queues: Vec<Standing>,
}

/// The parts by name.
pub(crate) fn parts_by_name() -> [&'static str; 13] {
    PARTS.map(|(name, _)| name)
}

/// Silent centres in the overview, at most: the part by itself has all.
const MOST: usize = 200;

type Part = (&'static str, fn(&Seen<'_>) -> Table);

const PARTS: [Part; 13] = [
    ("counties", parts::counties),
    ("burn-up", progress::burn_up),
    ("funnel", parts::funnel),
    ("uploads", progress::uploads),
    ("heat", progress::heat),
    ("silent", parts::silent),
    ("queues", parts::queues),
    ("photographs", parts::photographs),
    ("paragraphs", parts::paragraphs),
    ("subjects", parts::subjects),
    ("special-needs", parts::special_needs),
    ("fees", fees::fees),
    ("versions", parts::versions),
];

/// Everything at once: one request on a slow link.
pub(super) async fn all(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let scoped = Scoped::of(office, asked).await?;
    let seen = see(office, &scoped).await?;
    let made = |(name, make): &Part| ((*name).to_owned(), shortened(name, make(&seen).json()));
    let parts: Map<String, Value> = PARTS.iter().map(made).collect();
    Reply::json(&json!({
        "year": scoped.year, "at": seen.now.0, "version": scoped.version, "totals": parts::totals(&seen), "parts": parts,
    }))
}

/// Of silent centres, so many as a page shows, and how many there are: all else that depends on centres is summed.
fn shortened(name: &str, mut part: Value) -> Value {
    let all = part["rows"].as_array().map_or(0, Vec::len);
    if let Some(rows) = part["rows"].as_array_mut().filter(|_| name == "silent" && all > MOST) {
        rows.truncate(MOST);
        part["all"] = json!(all);
    }
    part
}

/// One part, as JSON or as a file.
pub(super) async fn part(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let name = asked.part("part");
    let (name, make) =
        PARTS.iter().find(|(known, _)| *known == name).ok_or_else(|| invalid("part: one of the parts."))?;
    let scoped = Scoped::of(office, asked).await?;
    let seen = see(office, &scoped).await?;
    let table = make(&seen);
    table.reply(asked, &format!("{name}-{}", scoped.year), || {
        let mut said = table.json();
        said["year"] = json!(scoped.year);
        said["version"] = json!(scoped.version);
        said["at"] = json!(seen.now.0);
        said
    })
}

/// What the parts, and the list of centres, are made of.
pub(super) async fn see<'o>(office: &Arc<Office>, scoped: &'o Scoped) -> Result<Seen<'o>, Problem> {
    let (now, year, sub_county) = (office.now(), scoped.year, scoped.sub_county());
    let work = move |council: &mut dyn Council| {
        let devices = council.devices()?.into_iter().filter(|device| device.revoked.is_none());
        let mut serving = BTreeMap::new();
        for device in devices {
            if let Scope::Centres(centres) = device.scope {
                centres.into_iter().for_each(|centre| *serving.entry(centre).or_insert(0) += 1);
            }
        }
        Ok((serving, council.closes(year)?, cases::standing(council, now, sub_county)?))
    };
    let (devices, closes, queues) = office.transact(Lane::Read, work).await?;
    let pack = office.console.rules(office, year).await?;
    Ok(Seen { scoped, pack, now, closes, devices, queues })
}
