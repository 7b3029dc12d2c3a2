//! The files of a batch between choosing and attaching. Owns whose each is and what was made of it; one file a candidate.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use desk::photos::{Framing, MatchedBy, Original, Photograph, Unusable, Whose};
use register::CandidateId;

/// Files on their way, by their numbers in the batch.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(super) files: BTreeMap<u32, File>,
    /// The picture that lies open for framing: its file's number, and its preview.
    pub(super) open: Option<(u32, Vec<u8>)>,
}

/// The next file's number: never used again in this process, for a picture's address is made of it.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// One file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) original: Original,
    pub(super) whose: Claim,
    pub(super) framing: Framing,
    /// Counts the makings, so that an address always means the same bytes.
    pub(super) version: u32,
    pub(super) made: Result<Photograph, Unusable>,
}

/// Whose a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// By its name.
    Matched(CandidateId, MatchedBy),
    /// A person said so.
    ByHand(CandidateId),
    /// It could be of any of these.
    Ambiguous(Vec<CandidateId>),
    /// Several files are of this candidate: a person chooses.
    Repeated(CandidateId),
    /// Of nobody known.
    Nobody,
}

impl Claim {
    pub(super) const fn candidate(&self) -> Option<CandidateId> {
        match self {
            Claim::Matched(id, _) | Claim::ByHand(id) => Some(*id),
            Claim::Ambiguous(_) | Claim::Repeated(_) | Claim::Nobody => None,
        }
    }
}

impl Batch {
    /// Adds files with what was made of them, and tells anew whose every file is that no person spoke of.
    pub(super) fn add(
        &mut self,
        files: Vec<(String, Original, Result<Photograph, Unusable>)>,
        whose: &Whose,
    ) -> Vec<u32> {
        let mut added = Vec::with_capacity(files.len());
        for (name, original, made) in files {
            let (id, claim, framing) = (NEXT.fetch_add(1, Ordering::Relaxed), Claim::Nobody, Framing::default());
            self.files.insert(id, File { name, original, whose: claim, framing, version: 0, made });
            added.push(id);
        }
        self.match_all(whose);
        added
    }

    fn match_all(&mut self, whose: &Whose) {
        let spoken: Vec<CandidateId> = self.files.values().filter_map(by_hand).collect();
        let places: Vec<u32> =
            self.files.iter().filter(|(_, file)| by_hand(file).is_none()).map(|(id, _)| *id).collect();
        let names: Vec<String> = places.iter().filter_map(|id| Some(self.files.get(id)?.name.clone())).collect();
        let matching = whose.of_files(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let matched = matching.matched.into_iter().map(|(place, id, by)| {
            (place, if spoken.contains(&id) { Claim::Repeated(id) } else { Claim::Matched(id, by) })
        });
        let ambiguous = matching.ambiguous.into_iter().map(|(place, ids)| (place, Claim::Ambiguous(ids)));
        let repeated = matching
            .repeated
            .into_iter()
            .flat_map(|(id, all)| all.into_iter().map(move |at| (at, Claim::Repeated(id))));
        let nobody = matching.unmatched.into_iter().map(|place| (place, Claim::Nobody));
        for (place, claim) in matched.chain(ambiguous).chain(repeated).chain(nobody) {
            if let Some(file) = places.get(place).and_then(|id| self.files.get_mut(id)) {
                file.whose = claim;
            }
        }
    }

    /// A person says whose a file is; another file that had this candidate gives way.
    pub(super) fn assign(&mut self, id: u32, candidate: Option<CandidateId>) {
        for (other, file) in &mut self.files {
            if *other != id && candidate.is_some() && file.whose.candidate() == candidate {
                file.whose = candidate.map_or(Claim::Nobody, Claim::Repeated);
            }
        }
        if let Some(file) = self.files.get_mut(&id) {
            file.whose = candidate.map_or(Claim::Nobody, Claim::ByHand);
        }
    }

    /// Takes a file out of the batch.
    pub(super) fn remove(&mut self, id: u32) {
        self.files.remove(&id);
        if self.open.as_ref().is_some_and(|(open, _)| *open == id) {
            self.open = None;
        }
    }

    /// What can be attached: one picture for each candidate.
    pub(super) fn ready(&self) -> impl Iterator<Item = (u32, CandidateId, &Photograph)> {
        self.files.iter().filter_map(|(id, file)| Some((*id, file.whose.candidate()?, file.made.as_ref().ok()?)))
    }

    /// Bytes of originals that are in memory alone.
    pub(super) fn held(&self) -> usize {
        let held = |file: &File| if let Original::Bytes(bytes) = &file.original { bytes.len() } else { 0 };
        self.files.values().map(held).sum()
    }

    /// What lies at an address within the batch: `NUMBER/VERSION` a picture as made, `NUMBER/open` the one lying open.
    pub(crate) fn picture(&self, address: &str) -> Option<Vec<u8>> {
        let (id, what) = address.split_once('/')?;
        let id: u32 = id.parse().ok()?;
        match &self.open {
            Some((open, preview)) if what == "open" && *open == id => Some(preview.clone()),
            _ => self.files.get(&id)?.made.as_ref().ok().map(|photograph| photograph.jpeg.clone()),
        }
    }
}

fn by_hand(file: &File) -> Option<CandidateId> {
    if let Claim::ByHand(id) = file.whose { Some(id) } else { None }
}
