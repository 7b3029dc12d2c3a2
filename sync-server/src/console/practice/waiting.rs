//! A few made-up centres in whose registers everything has gone wrong once, so that every queue has a case. Owns the story of
//! each; the cases are found as they always are.

use std::sync::Arc;

use serde_json::json;
use sync::authority::folded;
use sync::{About, CandidateId, FieldWrite, Hash, Kind, RegisterId, Role, UnixMillis};

use super::desk::{Desk, Said, write};
use super::people::Person;
use crate::clock;
use crate::console::projection::catch_up;
use crate::office::Office;
use crate::stores::console::cases;
use crate::stores::console::kcpe::{self, Sat};
use crate::stores::console::life::{self, Event};
use crate::stores::{Council, Lane, StoreError};

const YEAR: u16 = 2026;

/// The qualifying year of everybody here.
const SAT: u16 = 2021;

/// Days until registration closes, as the practice has it.
const CLOSES: u32 = 21;

/// A made-up centre: code, name, candidates on its roll.
type Centre = (u32, &'static str, usize);

const KIBUYU: Centre = (24_505_201, "KIBUYU MADE-UP SECONDARY", 80);
const MTEPE: Centre = (24_505_202, "MTEPE MADE-UP SECONDARY", 70);
const MWAMBA: Centre = (31_101_301, "MWAMBA MADE-UP SCHOOL", 80);
const CHACHA: Centre = (31_101_302, "CHACHA MADE-UP SECONDARY", 25);
const PEMBENI: Centre = (31_101_303, "PEMBENI MADE-UP SCHOOL", 20);
const FARA: Centre = (24_505_203, "FARA MADE-UP SECONDARY", 9);

const ALL: [Centre; 6] = [KIBUYU, MTEPE, MWAMBA, CHACHA, PEMBENI, FARA];

/// A centre at work: its clerk's computer, its head's, and who is on the roll.
struct School {
    register: RegisterId,
    clerk: Desk,
    head: Desk,
    roll: Vec<CandidateId>,
}

/// Fills an empty council with practice; `false`: it is not empty.
///
/// # Errors
/// When the store does not answer.
pub async fn fill(office: &Arc<Office>) -> Result<bool, StoreError> {
    if !office.transact(Lane::Read, |council| council.registers(None, 1)).await?.is_empty() {
        return Ok(false);
    }
    let mut schools = Vec::new();
    let mut before = 0;
    for centre in ALL {
        schools.push(School::open(office, centre, before).await?);
        before += centre.2;
    }
    let [kibuyu, mtepe, mwamba, _, _, fara] = schools.as_mut_slice() else { return Ok(false) };
    twice(office, mwamba, mtepe).await?;
    at_odds(office, kibuyu).await?;
    copied(office, mtepe).await?;
    fara.head.say(office, &[centre(vec![write("approved_by", "head"), write("approved_roll", "9")])]).await?;
    transfers(office, kibuyu, mwamba).await?;
    late(office, mwamba).await?;
    lives(office).await?;
    results(office).await?;
    catch_up(office).await?;
    object(office, kibuyu).await?;
    catch_up(office).await.map(|_| true)
}

fn centre(fields: Vec<FieldWrite>) -> Said {
    (About::Centre, Kind::Centre, fields)
}

fn change(id: CandidateId, fields: Vec<FieldWrite>) -> Said {
    (About::Candidate(id), Kind::Change, fields)
}

impl School {
    /// Opens a centre and enters its roll; everybody but every seventh has a photograph.
    async fn open(office: &Arc<Office>, (code, name, count): Centre, before: usize) -> Result<School, StoreError> {
        let register = RegisterId { centre: code, year: YEAR };
        let mut clerk = Desk::enrol(office, register, Role::Clerk).await?;
        let head = Desk::enrol(office, register, Role::Head).await?;
        let code = format!("{code:08}");
        let own = vec![write("name", name), write("kind", "school"), write("code", &code)];
        let mut said: Vec<Said> = vec![(About::Centre, Kind::Found, own)];
        let mut roll = Vec::new();
        for place in 0..count {
            let mut person = Person::of(before + place);
            // A clerk of one centre had no certificates and counted on.
            if name == MTEPE.1 && (20..27).contains(&place) {
                person.certificate = format!("{:04}", 5101 + place);
            }
            let mut fields = person.entry(place + 1);
            if place % 7 != 3 {
                fields.push(write("photograph", &picture(before + place).to_string()));
            }
            let id = clerk.candidate(place as u64 + 1, &fields);
            said.push((About::Candidate(id), Kind::Enter, fields));
            roll.push(id);
        }
        let slip = [("bank", "Equity Bank"), ("number", "0012345"), ("date", "2026-02-11"), ("amount", "27000")];
        let slip = slip.map(|(field, value)| write(field, value)).to_vec();
        said.push((About::Slip(clerk.slip(count as u64 + 1, &slip)), Kind::Slip, slip));
        clerk.say(office, &said).await?;
        for (_, bytes) in DRAWN.iter().filter(|(place, _)| (before..before + count).contains(place)) {
            clerk.show(office, bytes).await?;
        }
        Ok(School { register, clerk, head, roll })
    }

    fn id(&self, place: usize) -> Result<CandidateId, StoreError> {
        self.roll.get(place).copied().ok_or_else(|| StoreError::Damaged("the practice's roll is short".into()))
    }
}

/// Photographs that came, drawn by program, and whose they are.
const DRAWN: [(usize, &[u8]); 4] = [
    (4, include_bytes!("../../../../fixtures/school/photos/24505105031.jpg")),
    (9, include_bytes!("../../../../fixtures/school/photos/24505105052.jpg")),
    (KIBUYU.2 + 5, include_bytes!("../../../../fixtures/school/photos/24505105092.jpg")),
    (KIBUYU.2 + 8, include_bytes!("../../../../fixtures/school/photos/24505105803.jpg")),
];

/// The hash of a photograph; of most the bytes have not come yet.
fn picture(place: usize) -> Hash {
    let drawn = DRAWN.iter().find(|(whose, _)| *whose == place);
    let hash = drawn.map_or_else(|| blake3::hash(&place.to_le_bytes()), |(_, bytes)| blake3::hash(bytes));
    Hash(*hash.as_bytes())
}

/// Candidates of one centre on the roll of another too, a candidate twice on one roll, and one picture for two.
async fn twice(office: &Arc<Office>, mwamba: &mut School, mtepe: &mut School) -> Result<(), StoreError> {
    let mut said: Vec<Said> = Vec::new();
    for (after, place) in [4, 11, 29].into_iter().enumerate() {
        let mut person = Person::of(place);
        person.name = person.name.split(' ').rev().collect::<Vec<_>>().join(" ");
        if place == 11 {
            person.certificate = swapped(&person.certificate);
        }
        let fields = person.entry(MWAMBA.2 + after + 1);
        said.push((About::Candidate(mwamba.clerk.candidate(after as u64, &fields)), Kind::Enter, fields));
    }
    mwamba.clerk.say(office, &said).await?;
    let mut again = Person::of(KIBUYU.2 + 5).entry(MTEPE.2 + 1);
    again.push(write("photograph", &picture(KIBUYU.2 + 8).to_string()));
    let id = mtepe.clerk.candidate(0, &again);
    mtepe.clerk.say(office, &[(About::Candidate(id), Kind::Enter, again)]).await
}

/// Two neighbouring digits in each other's place.
fn swapped(number: &str) -> String {
    let mut signs: Vec<char> = number.chars().collect();
    if signs.len() > 5 {
        signs.swap(4, 5);
    }
    signs.into_iter().collect()
}

/// Clerk and head wrote differently, and a clerk did what only a head may.
async fn at_odds(office: &Arc<Office>, school: &mut School) -> Result<(), StoreError> {
    let (one, other) = (school.id(9)?, school.id(14)?);
    let person = Person::of(9);
    let both = [
        change(one, vec![write("name", &format!("{} JUNIOR", person.name))]),
        change(other, vec![write("year_of_birth", "2010")]),
    ];
    school.head.say(office, &both).await?;
    let approval = (About::Centre, Kind::Approve, vec![write("approved_by", "clerk")]);
    school.clerk.say(office, &[approval]).await
}

/// A computer was copied: both go on as one.
async fn copied(office: &Arc<Office>, school: &mut School) -> Result<(), StoreError> {
    let mut copy = school.clerk.clone();
    let id = school.id(2)?;
    school.clerk.say(office, &[change(id, vec![write("phone", "0700000001")])]).await?;
    copy.say(office, &[change(id, vec![write("phone", "0700000002")])]).await
}

/// One request with everything that is asked for, one that lacks consents, and one of the centre that receives.
async fn transfers(office: &Arc<Office>, from: &mut School, to: &mut School) -> Result<(), StoreError> {
    let code = format!("{:08}", to.register.centre);
    let asked = |more: &[(&str, &str)]| {
        let own = [("transfer.to", code.as_str()), ("transfer.reason", "The family moved to the coast.")];
        own.iter().chain(more).map(|(field, value)| write(field, value)).collect::<Vec<_>>()
    };
    let whole = asked(&[
        ("transfer.head.from", "Head of Kibuyu, letter of 3 March 2026"),
        ("transfer.head.to", "Head of Mwamba, letter of 5 March 2026"),
        ("transfer.scde.from", "SCDE, letter of 9 March 2026"),
        ("transfer.scde.to", "SCDE, letter of 10 March 2026"),
        ("transfer.slip", "0098761"),
    ]);
    let part = asked(&[("transfer.head.from", "Head of Kibuyu, letter of 12 March 2026")]);
    let (one, other) = (from.id(33)?, from.id(34)?);
    from.head.say(office, &[change(one, whole), change(other, part)]).await?;
    let wanted = json!({
        "reason": "She boards here since January.", "head": "Head of Mwamba, letter of 2 March 2026", "scde": "",
        "slip": "",
    });
    let field = format!("transfer.in.{:08}041", from.register.centre);
    to.head.say(office, &[centre(vec![write(&field, &wanted.to_string())])]).await
}

/// After closing: a candidate is entered, a name is amended, and a change comes without its reason. Then it is open again.
async fn late(office: &Arc<Office>, school: &mut School) -> Result<(), StoreError> {
    let (register, amended, unsigned) = (school.register, About::Candidate(school.id(16)?), school.id(17)?);
    let fold = office.transact(Lane::Read, move |council| folded(council, register)).await?;
    office.transact(Lane::Write, |council| council.set_closes(YEAR, Some(UnixMillis(1)))).await?;
    let entry = Person::of(500).entry(MWAMBA.2 + 4);
    let name = format!("{} AWINO", Person::of(500).name);
    let certificate = vec![
        FieldWrite { base: fold.tag(&amended, "name"), ..write("name", &name) },
        write("amendment_reason", "The birth certificate came late."),
    ];
    let about = About::Candidate(school.clerk.candidate(0, &entry));
    let said = [
        (about, Kind::Enter, entry),
        (amended, Kind::Change, certificate),
        change(unsigned, vec![write("phone", "0700000003")]),
    ];
    let sent = school.clerk.say(office, &said).await;
    let closes = clock::after(office.now(), CLOSES * 86_400);
    office.transact(Lane::Write, move |council| council.set_closes(YEAR, Some(closes))).await?;
    sent
}

/// One centre was deregistered, and one joined another.
async fn lives(office: &Arc<Office>) -> Result<(), StoreError> {
    let now = office.now();
    let event = move |event: &str, reason: &str, other| Event {
        event: event.to_owned(),
        day: "2026-02-20".into(),
        reason: reason.to_owned(),
        other,
        at: now,
        by: "wanjiru.supervisor".into(),
    };
    let work = move |council: &mut dyn Council| {
        life::add(council, CHACHA.0, &event("deregister", "Moved without asking for an inspection.", 0))?;
        life::add(council, PEMBENI.0, &event("merge", "Two centres on one compound.", MWAMBA.0))
    };
    office.transact(Lane::Write, work).await
}

/// Results of everybody but one; of three another name, gender or year.
async fn results(office: &Arc<Office>) -> Result<(), StoreError> {
    let count: usize = ALL.iter().map(|centre| centre.2).sum();
    let sat = |(place, person): (usize, Person)| {
        let Person { name, gender, birth_year, index, .. } = person;
        let other = if gender == "F" { "M" } else { "F" };
        Sat {
            number: index,
            name: if place == 20 { format!("{name} KOSGEI") } else { name },
            gender: if place == 21 { other } else { gender }.to_owned(),
            birth_year: if place == 22 { "2004".to_owned() } else { birth_year },
        }
    };
    let people = (0..count).chain([500]).filter(|place| *place != 24).map(|place| (place, Person::of(place)));
    let all: Vec<Sat> = people.map(sat).collect();
    office.transact(Lane::Write, move |council| kcpe::put(council, SAT, &all)).await
}

/// The head of a centre objects to what a result says.
async fn object(office: &Arc<Office>, school: &mut School) -> Result<(), StoreError> {
    let (register, id) = (school.register, school.id(20)?);
    let found = office.transact(Lane::Read, move |council| cases::of(council, register, "kcpe")).await?;
    let name = id.to_string();
    let Some(case) = found.into_iter().find(|case| case.members.contains(&name)) else { return Ok(()) };
    let answer = json!({ "answer": "object", "reason": "The name is as on the birth certificate." });
    let field = format!("notice.{}.answer", CandidateId(case.id));
    school.head.say(office, &[change(id, vec![write(&field, &answer.to_string())])]).await
}
