//! An afternoon's typing with power cuts: a clerk keys candidates with the keyboard alone, the window and its web
//! processes are killed at moments that nobody chose, and after each new start everything that was ever shown as saved is
//! there, once, under the right number. `cargo xtask test --thorough` types 150 with a cut in every twenty; otherwise
//! twelve with a cut in every four.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use desktop::{Key, Place, Seat, Session, power};
use serde_json::{Value, json};

use crate::centre::{CENTRE, begun, heading};
use crate::people::{FIELDS, begin, candidate, in_field, key_field, next, saved};

/// The rows of the register, in its order: number and fields.
type Rows = Vec<(String, BTreeMap<String, String>)>;

#[tokio::test]
async fn candidates_keyed_through_power_cuts_are_all_there_once_and_rightly_numbered() -> anyhow::Result<()> {
    let thorough = std::env::var_os("DAFTARI_THOROUGH").is_some_and(|value| !value.is_empty());
    let (candidates, between) = if thorough { (150, 20) } else { (12, 4) };
    let mut clerk = Clerk::at_a_new_centre(candidates, between).await?;
    while clerk.finished < candidates {
        clerk.works_until_the_cut().await?;
        clerk.finds_everything_again().await?;
    }
    clerk.tells();
    clerk.session.close().await
}

/// Who types, what has been shown as saved so far, and what is still to come.
struct Clerk {
    place: Place,
    seat: Seat,
    session: Session,
    candidates: usize,
    between: usize,
    /// So many are typed to the end.
    finished: usize,
    /// What the window has said is saved: by candidate, the number of fields.
    shown: BTreeMap<usize, usize>,
    chance: Chance,
    cuts: usize,
    unshown: usize,
    /// The candidate who is being typed was begun before the power went.
    resumed: bool,
    began: Instant,
}

impl Clerk {
    async fn at_a_new_centre(candidates: usize, between: usize) -> anyhow::Result<Clerk> {
        let place = Place::new()?;
        let (seat, session) = open(&place).await?;
        begun(&session, CENTRE, "school").await?;
        session.press(&[Key::Alt], '2').await?;
        session.says("No candidates yet").await?;
        begin(&session).await?;
        let (chance, began) = (Chance(0x9e37_79b9), Instant::now());
        let (finished, cuts, unshown, shown, resumed) = (0, 0, 0, BTreeMap::new(), false);
        Ok(Clerk { place, seat, session, candidates, between, finished, shown, chance, cuts, unshown, resumed, began })
    }

    /// Types on; somewhere within the next candidates the power goes. The last ones are typed in peace.
    async fn works_until_the_cut(&mut self) -> anyhow::Result<()> {
        let to = (self.finished + self.between).min(self.candidates);
        let victim = self.finished + self.chance.below(self.between as u64) as usize;
        while self.finished < to {
            if self.finished == victim && to < self.candidates {
                return self.is_cut_short().await;
            }
            self.keys_one().await?;
        }
        saved(&self.session).await
    }

    /// The power goes while a candidate is being typed: after so many milliseconds, in the middle of anything.
    async fn is_cut_short(&mut self) -> anyhow::Result<()> {
        let after = Duration::from_millis(self.chance.below(4000));
        let before = self.finished;
        let typed = tokio::time::timeout(after, self.keys_one()).await;
        power::cut(&self.place)?;
        self.cuts += 1;
        // A candidate who was finished sooner is cut short between two.
        if let Ok(typed) = typed {
            typed?;
        }
        self.finished = before.max(self.finished);
        let (seat, session) = open(&self.place).await?;
        (self.seat, self.session) = (seat, session);
        self.session.press_on(CENTRE).await?;
        heading(&self.session, "Home").await
    }

    /// The form is open, empty or half filled, with the focus in the name.
    async fn keys_one(&mut self) -> anyhow::Result<()> {
        let typed = candidate(self.finished);
        for (at, (field, value)) in FIELDS.into_iter().zip(&typed).enumerate() {
            let chance = &mut self.chance;
            key_field(&self.session, field, value, || Duration::from_millis(5 + chance.below(30))).await?;
            if shows_saved(&self.session).await? {
                self.shown.insert(self.finished, at + 1);
                for earlier in 0..self.finished {
                    self.shown.insert(earlier, FIELDS.len());
                }
            }
        }
        if self.resumed {
            begin(&self.session).await?;
        } else {
            next(&self.session).await?;
        }
        self.resumed = false;
        self.finished += 1;
        Ok(())
    }

    /// Whatever was shown as saved is there; nobody is there twice; the numbers follow one another.
    async fn finds_everything_again(&mut self) -> anyhow::Result<()> {
        let rows = rows(&self.session).await?;
        let names: BTreeMap<_, _> =
            rows.iter().map(|row| (row.1.get("name").map_or("", String::as_str), row)).collect();
        ensure!(names.len() == rows.len(), "somebody is there twice");
        ensure!((self.finished..=self.finished + 1).contains(&rows.len()), "{} rows of {}", rows.len(), self.finished);
        for (n, fields) in &self.shown {
            let typed = candidate(*n);
            let there = names.get(typed[0].as_str());
            let (number, there) = there.with_context(|| format!("{n} was shown as saved and is lost"))?;
            // The number comes with the entry code, which says of which range.
            let numbered = *fields >= FIELDS.len() - 1 || !number.is_empty();
            ensure!(!numbered || *number == format!("{CENTRE}{:03}", n + 1), "candidate {n} has the number {number}");
            for (field, value) in FIELDS.into_iter().zip(&typed).take(*fields) {
                let is = there.get(field);
                ensure!(is == Some(value), "{field} of {n} was shown as saved, and is {is:?}");
            }
        }
        if self.finished < self.candidates {
            self.goes_on(rows.len()).await?;
        }
        Ok(())
    }

    /// Alt+2, and on to the candidate who was being typed, or to an empty form.
    async fn goes_on(&mut self, rows: usize) -> anyhow::Result<()> {
        self.resumed = rows > self.finished;
        if self.resumed && !self.shown.contains_key(&self.finished) {
            self.unshown += 1;
        }
        self.session.press(&[Key::Alt], '2').await?;
        heading(&self.session, "Candidates").await?;
        if !self.resumed {
            return begin(&self.session).await;
        }
        self.looks_for(&candidate(self.finished)[0]).await?;
        self.session.press(&[], Key::F6.into()).await?;
        self.session.until("the form", "return document.activeElement?.id.startsWith('entry-')").await?;
        while self.session.script("return document.activeElement.id !== 'entry-name'", vec![]).await? == true {
            self.session.press(&[Key::Shift], Key::Enter.into()).await?;
        }
        in_field(&self.session, "name").await
    }

    /// Searches, goes down to the row that was found, and shows everybody again.
    async fn looks_for(&self, name: &str) -> anyhow::Result<()> {
        self.session.press(&[Key::Control], 'f').await?;
        self.session.type_in(name).await?;
        let found = format!(
            "const rows = [...document.querySelectorAll('[role=grid] [role=row]')].slice(1);
             return rows.length === 1 && rows[0].innerText.includes('{name}')"
        );
        self.session.until("the row", &found).await?;
        self.session.press(&[], Key::Down.into()).await?;
        self.session.until("the grid", "return !!document.activeElement?.closest('[role=grid]')").await?;
        self.session.press(&[Key::Control], 'f').await?;
        self.session.press(&[Key::Control], 'a').await?;
        self.session.press(&[], Key::Delete.into()).await
    }

    fn tells(&self) {
        println!(
            "{} candidates keyed in {} s, killed {} times; nothing shown as saved was lost; {} times more was saved than had been shown",
            self.finished,
            self.began.elapsed().as_secs(),
            self.cuts,
            self.unshown
        );
    }
}

async fn open(place: &Place) -> anyhow::Result<(Seat, Session)> {
    let seat = Seat::at(place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    Ok((seat, session))
}

async fn shows_saved(session: &Session) -> anyhow::Result<bool> {
    let told = session.script("return document.querySelector('[data-testid=saved]')?.innerText.trim()", vec![]).await?;
    Ok(told.as_str().is_some_and(|told| told.starts_with("Saved")))
}

async fn rows(session: &Session) -> anyhow::Result<Rows> {
    let list = session.call("candidates.list", json!({})).await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let fields = |row: &Value| {
        row["fields"].as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect()
    };
    Ok(list["rows"].as_array().into_iter().flatten().map(|row| (text(&row["index"]), fields(row))).collect())
}

/// Numbers that look random and are the same in every run; when a process is killed by them is not.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
