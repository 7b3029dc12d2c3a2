//! The line between a desk and the council: one request, one transaction, one answer, if weather permits. Owns what is
//! noted of each; refuses to judge.

use sync::authority::{Here, Pictures, answer, answer_picture};
use sync::fault::{Fault, planted};
use sync::message::{Answer, PicturePart, Request};
use sync::{Hash, UnixMillis};

use super::World;
use crate::council::{CouncilStore, Lost};
use crate::invariant::{Violation, broken};

impl<S: CouncilStore> World<S> {
    /// The council's clock at a server.
    pub(crate) fn clock(&self, server: usize) -> UnixMillis {
        UnixMillis(self.now + self.servers[server % self.servers.len()])
    }

    /// Asks the council; `crash` comes before or after the transaction is durable. `None`: no answer left.
    pub(crate) fn ask(
        &mut self,
        server: usize,
        request: &Request,
        crash: Option<bool>,
    ) -> Result<Option<Answer>, Violation> {
        self.now += 40;
        self.outcome.requests += 1;
        let durable = crash != Some(false);
        let here_is = self.clock(server);
        for part in parts_of(request) {
            self.had.insert(part.hash, self.store.pictures().have(part.hash).unwrap_or(0));
        }
        let answered = self.transact(here_is, request, durable);
        let Ok(answer) = answered else {
            self.note(|| format!("    {} -> no answer from the store", named(request)));
            return Ok(None);
        };
        self.note(|| format!("    {} -> {}{}", named(request), told(&answer), if durable { "" } else { " (lost)" }));
        self.mix(fingerprint(&answer));
        self.count(request, &answer);
        if durable {
            self.remember(request, &answer, here_is);
            self.watch(request, &answer, here_is)?;
        }
        let leaves = crash.is_none() || !durable && planted(Fault::AcknowledgeBeforeDurable);
        Ok(leaves.then_some(answer))
    }

    fn count(&mut self, request: &Request, answer: &Answer) {
        match (request, answer) {
            (Request::Hello(hello), Answer::Welcome(welcome)) => {
                for (met, what) in [
                    (welcome.prove, "a council that was restored is asked for proof"),
                    (hello.proof.is_some(), "proof shown"),
                    (welcome.common < hello.log.0, "a copy of the log taken back"),
                    (welcome.streams.iter().any(|state| state.forked), "a fork told at hello"),
                ] {
                    if met {
                        self.meets(what);
                    }
                }
            }
            (_, Answer::Forked { .. }) => self.meets("a batch kept aside as a fork"),
            (_, Answer::Gap(_)) => self.meets("a gap"),
            (_, Answer::Located(_)) => self.meets("a fork located"),
            (_, Answer::Committed(_)) => self.meets("a commitment"),
            (_, Answer::PictureTaken(u32::MAX)) => self.meets("a picture whole at the council"),
            (Request::PictureParts(parts), Answer::PicturesTaken(taken)) => {
                if parts.iter().any(|part| part.hash != parts[0].hash) {
                    self.meets("several pictures in one request");
                }
                taken
                    .iter()
                    .filter(|taken| **taken == u32::MAX)
                    .for_each(|_| self.meets("a picture whole at the council"));
            }
            (_, Answer::Picture(Some(_))) => self.meets("a picture's part fetched"),
            (Request::Push(_), Answer::Stored(_)) => self.meets("a batch acknowledged"),
            (Request::Push(_), Answer::Refused(refusal)) => self.meets(refusal.code.code()),
            _ => {}
        }
    }

    fn transact(&mut self, now: UnixMillis, request: &Request, durable: bool) -> Result<Answer, Lost> {
        if request.is_about_pictures() {
            return if durable { answer_picture(self.store.pictures(), request.clone()) } else { Err(Lost) };
        }
        let (epoch, key) = (self.store.epoch(), &self.key);
        let here = Here { epoch, now, key };
        self.store.transact(durable, |ledger| answer(ledger, &here, request.clone()))
    }

    /// What the world knows from now on, because it is durable.
    fn remember(&mut self, request: &Request, answer: &Answer, at: UnixMillis) {
        match (request, answer) {
            (Request::Commit(head), Answer::Committed(_)) => {
                self.ground.covers.push((head.stream(), head.n, head.h, at));
                self.promised.insert((head.stream(), head.n));
            }
            (_, Answer::Stored(receipt)) => {
                self.issued.insert(receipt.signature.0);
                self.issued_now.insert(receipt.signature.0);
            }
            _ => {}
        }
        if !matches!(request, Request::Pull(_) | Request::Circulars(_)) {
            self.requests.push(request.clone());
        }
    }

    /// A batch that reaches the council by another way than a session.
    pub(crate) fn deliver(&mut self, server: usize, frame: &[u8]) -> Result<Answer, Violation> {
        match self.ask(server, &Request::Push(frame.to_vec()), None)? {
            Some(answer) => Ok(answer),
            None => broken(1, "the store gave no answer to a batch, and nothing was wrong"),
        }
    }
}

/// The parts of pictures that are in it.
pub(crate) fn parts_of(request: &Request) -> &[PicturePart] {
    match request {
        Request::PicturePart(part) => std::slice::from_ref(part),
        Request::PictureParts(parts) => parts,
        _ => &[],
    }
}

fn fingerprint(answer: &Answer) -> u64 {
    let bytes = sync::message::to_bytes(answer);
    bytes.iter().fold(bytes.len() as u64, |mixed, byte| (mixed ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A request in a few words.
pub(crate) fn named(request: &Request) -> String {
    match request {
        Request::Hello(hello) => {
            let streams: Vec<_> =
                hello.streams.iter().map(|end| format!("{}:{}", end.stream.incarnation, end.n)).collect();
            format!("hello (streams {}, log {}, proof {})", streams.join(" "), hello.log.0, hello.proof.is_some())
        }
        Request::Commit(head) => format!("commit {}:{}", head.incarnation, head.n),
        Request::Push(bytes) => match sync::frame::Frame::open(bytes) {
            Ok(frame) => {
                format!(
                    "push {} {}:{}..{}",
                    short(&frame.head.device.0),
                    frame.head.incarnation,
                    frame.first,
                    frame.head.n
                )
            }
            Err(error) => format!("push ({error})"),
        },
        Request::Pull(pull) => format!("pull after {}", pull.after),
        Request::Locate(locate) => format!("locate {} from {}", locate.stream.incarnation, locate.first),
        Request::PicturesHave(_, hashes) => format!("pictures have x{}", hashes.len()),
        Request::PicturePart(_) | Request::PictureParts(_) => {
            let named = |part: &PicturePart| {
                format!("picture {} part {}+{} of {}", short(&part.hash.0), part.offset, part.bytes.len(), part.size)
            };
            parts_of(request).iter().map(named).collect::<Vec<_>>().join(", ")
        }
        Request::PictureGet(_, hash, from) => format!("picture {} get from {from}", short(&hash.0)),
        Request::Circulars(after) => format!("circulars after {after}"),
    }
}

/// An answer in a few words.
pub(crate) fn told(answer: &Answer) -> String {
    match answer {
        Answer::Welcome(welcome) => {
            let states = welcome.streams.iter().map(|state| (state.end.stream.incarnation, state.end.n, state.forked));
            format!(
                "welcome (epoch {}, streams {:?}, log {}, common {}, prove {}, others {})",
                short(&welcome.epoch.0),
                states.collect::<Vec<_>>(),
                welcome.log.position,
                welcome.common,
                welcome.prove,
                welcome.others.len()
            )
        }
        Answer::Stored(receipt) => format!(
            "stored {}:{} at {} (epoch {})",
            receipt.received.stream.incarnation,
            receipt.received.n,
            receipt.received.log.position,
            short(&receipt.received.epoch.0)
        ),
        Answer::Gap(end) => format!("gap after {}", end.n),
        Answer::Pulled(pulled) => {
            let runs: Vec<_> = pulled.runs.iter().map(|run| (run.first, run.marks.len())).collect();
            format!("pulled {runs:?} to {} more {}", pulled.log.position, pulled.more)
        }
        Answer::Picture(picture) => format!("picture {:?}", picture.as_ref().map(|(size, bytes)| (size, bytes.len()))),
        Answer::Circulars(circulars) => format!("circulars x{}", circulars.len()),
        other => format!("{other:?}"),
    }
}

/// The first bytes of a name.
pub(crate) fn short(bytes: &[u8]) -> String {
    Hash(std::array::from_fn(|at| bytes.get(at).copied().unwrap_or(0))).to_string()[..6].to_owned()
}
