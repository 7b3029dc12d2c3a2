//! The registers that somebody may look at: by the year asked for, their scope, and a county. Owns that filter, through
//! which every overview and list goes.

use std::sync::Arc;

use serde_json::Value;
use sync::{RefusalCode, RegisterId};

use super::state::Kept;
use crate::access::Caller;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::office::Office;
use crate::problem::Problem;
use crate::stores::Scope;
use crate::stores::console::search::Within;

/// What somebody asks to look at.
pub(super) struct Scoped {
    pub(super) version: i64,
    pub(super) year: u16,
    pub(super) county: Option<u32>,
    pub(super) caller: Caller,
    all: super::state::Summaries,
}

impl Scoped {
    /// Of a request with `year` and `county` in its query.
    pub(super) async fn of(office: &Arc<Office>, asked: &Asked) -> Result<Scoped, Problem> {
        let number = |name: &str| asked.query(name).map_or(Ok(None), |text| text.parse::<u32>().map(Some));
        let year = number("year").map_err(|_| invalid("year: four digits."))?;
        let county = number("county").map_err(|_| invalid("county: two digits."))?;
        Scoped::at(office, asked, year, county).await
    }

    pub(super) async fn at(
        office: &Arc<Office>,
        asked: &Asked,
        year: Option<u32>,
        county: Option<u32>,
    ) -> Result<Scoped, Problem> {
        office.console.refresh(office).await?;
        let (version, all) = office.console.summaries();
        let newest = all.keys().map(|register| register.year).max().unwrap_or(0);
        let year = year.map_or(Ok(newest), |year| u16::try_from(year).map_err(|_| invalid("year: four digits.")))?;
        Ok(Scoped { version, year, county, caller: asked.caller()?.clone(), all })
    }

    fn reaches(&self, register: RegisterId, kept: &Kept) -> bool {
        let in_scope = match &self.caller.scope {
            Scope::All => true,
            Scope::SubCounty(code) => kept.sub_county == *code,
            Scope::Centres(codes) => codes.contains(&register.centre),
        };
        in_scope && self.county.is_none_or(|county| register.centre / 1_000_000 == county)
    }

    /// The registers of the year.
    pub(super) fn registers(&self) -> impl Iterator<Item = (RegisterId, &Kept)> {
        self.of_year(self.year)
    }

    /// The registers of another year.
    pub(super) fn of_year(&self, year: u16) -> impl Iterator<Item = (RegisterId, &Kept)> {
        let own =
            self.all.iter().filter(move |(register, kept)| register.year == year && self.reaches(**register, kept));
        own.map(|(register, kept)| (*register, kept))
    }

    /// A register of the year, if it is within the scope.
    pub(super) fn register(&self, centre: u32) -> Option<(RegisterId, &Kept)> {
        let register = RegisterId { centre, year: self.year };
        self.any(register).map(|kept| (register, kept))
    }

    /// A register of any year, if it is within the scope.
    pub(super) fn any(&self, register: RegisterId) -> Option<&Kept> {
        self.all.get(&register).filter(|kept| self.reaches(register, kept))
    }

    /// Whether a centre of which nothing came yet is within the scope, by its code alone.
    pub(super) fn reaches_code(&self, centre: u32) -> bool {
        let in_scope = match &self.caller.scope {
            Scope::All => true,
            Scope::SubCounty(code) => centre / 1000 == *code,
            Scope::Centres(codes) => codes.contains(&centre),
        };
        in_scope && self.county.is_none_or(|county| centre / 1_000_000 == county)
    }

    /// Where to search.
    pub(super) fn within(&self, centre: Option<u32>) -> Result<Within, Problem> {
        let sub_county = match &self.caller.scope {
            Scope::All => None,
            Scope::SubCounty(code) => Some(*code),
            Scope::Centres(_) => return Err(RefusalCode::ForeignCentre.into()),
        };
        let centres = match (centre, self.county) {
            (Some(centre), _) => (centre, centre),
            (None, Some(county)) => (county * 1_000_000, county * 1_000_000 + 999_999),
            (None, None) => (0, 99_999_999),
        };
        Ok(Within { year: self.year, centres, sub_county })
    }

    /// The sub-county to which cases are bound, if they are.
    pub(super) fn sub_county(&self) -> Option<u32> {
        match &self.caller.scope {
            Scope::SubCounty(code) => Some(*code),
            _ => None,
        }
    }
}

/// A centre's code as it is written.
pub(super) fn code(centre: u32) -> Value {
    Value::String(format!("{centre:08}"))
}
