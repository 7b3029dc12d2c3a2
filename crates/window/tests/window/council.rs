//! A real council for the window's tests, and a line to it that can be held up.

#![allow(clippy::unwrap_used, dead_code, reason = "the server is the desk's tests', with more than is used here")]

#[path = "../../../desk/tests/council/server.rs"]
mod server;

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};

use serde_json::{Value, json};
use sync::authority::{Here, Own, Transfer, folded, transfer, write_own};
use sync::{About, CandidateId, FieldWrite, Kind, RegisterId, Role};

pub(crate) use server::Council;

use crate::room::Room;

impl Council {
    /// What the council itself writes into a centre's register, as its console does.
    pub(crate) fn says(&self, centre: u32, about: About, fields: &[(&str, Value)]) {
        let (office, register) = (Arc::clone(self.office()), RegisterId { centre, year: 2026 });
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let fields: Vec<(String, String)> =
            fields.iter().map(|(field, value)| ((*field).to_owned(), text(value))).collect();
        self.at_the_store(move |store| {
            let here = Here { epoch: store.epoch()?, now: office.now(), key: &office.keys.signing };
            let fold = folded(store, register)?;
            let write = |(field, value): &(String, String)| FieldWrite {
                base: fold.tag(&about, field),
                field: field.clone(),
                value: value.clone(),
            };
            let kind = if about == About::Centre { Kind::Centre } else { Kind::Change };
            let (fields, actor) = (fields.iter().map(write).collect(), "amina.w".to_owned());
            write_own(store, &here, register, Own { about, kind, fields, actor })
        });
    }

    /// The council moves a candidate.
    pub(crate) fn moves(&self, candidate: CandidateId, from: u32, to: u32) {
        let office = Arc::clone(self.office());
        let of = |centre| RegisterId { centre, year: 2026 };
        let asked =
            Transfer { candidate, from: of(from), to: of(to), by: "amina.w".into(), reason: "family moved".into() };
        let moved = self.at_the_store(move |store| {
            let here = Here { epoch: store.epoch()?, now: office.now(), key: &office.keys.signing };
            transfer(store, &here, &asked)
        });
        moved.expect("nothing hinders it");
    }
}

impl Room {
    /// At a centre, enrolled.
    pub(crate) fn enrolled(council: &mut Council, role: Role) -> Room {
        let room = Room::with_register();
        let (url, code) = (council.url(), council.code(role));
        room.enrol(&url, &code);
        room
    }

    pub(crate) fn enrol(&self, url: &str, code: &str) -> Value {
        let asked = json!({"task": "enrol", "url": url, "code": code, "name": "Office computer", "anew": false});
        self.call("sync.enrol", asked)
    }

    /// The head of the centre, or an officer of the sub-county, sits down.
    pub(crate) fn sits_down(&self, name: &str, role: &str) {
        let password = "kalamu nyekundu";
        self.call("people.add", json!({"name": name, "role": role, "password": password}));
        self.call("people.unlock", json!({"name": name, "password": password}));
    }

    pub(crate) fn sync(&self) -> Value {
        self.call("sync.run", json!({"task": "sync", "pictures": true}))
    }

    pub(crate) fn standing(&self) -> Value {
        self.call("sync.standing", json!({}))
    }

    /// Takes a spreadsheet in; the first time it enters, then it changes.
    pub(crate) fn import(&self, rows: &[&str]) {
        let path = self.folder.path().join("rows.csv");
        let text = format!("centre,candidate_no,name,year_of_birth,entry_code\n{}\n", rows.join("\n"));
        std::fs::write(&path, text).unwrap();
        let import = json!({"task": "import", "path": path, "sheet": null, "errors": null, "make": []});
        let taken = self.call("centres.import", import);
        assert!(taken[0]["problem"].is_null(), "{taken}");
    }

    /// Writes one thing into the open register, as somebody who types.
    pub(crate) fn write(&self, day: &str) {
        let handed_in = json!({"register": "24505105-2026", "document": "declaration", "day": day});
        self.call("centres.returned", handed_in);
    }
}

/// A line to the council that is held up until it is let through.
pub(crate) struct Line {
    pub(crate) address: SocketAddr,
    gate: Arc<Gate>,
}

#[derive(Default)]
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    closed: bool,
    waiting: usize,
    cut: bool,
}

impl Line {
    /// An open one.
    pub(crate) fn to(council: &str) -> Line {
        let council: SocketAddr = council.trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, gate) = (listener.local_addr().unwrap(), Arc::new(Gate::default()));
        let of_line = Arc::clone(&gate);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let gate = Arc::clone(&of_line);
                std::thread::spawn(move || carry(stream, council, &gate));
            }
        });
        Line { address, gate }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Whatever comes from now on waits.
    pub(crate) fn hold_up(&self) {
        self.gate.state.lock().unwrap().closed = true;
    }

    /// Returns when somebody waits.
    pub(crate) fn somebody_waits(&self) {
        let state = self.gate.state.lock().unwrap();
        drop(self.gate.changed.wait_while(state, |state| state.waiting == 0));
    }

    pub(crate) fn let_through(&self) {
        self.gate.state.lock().unwrap().closed = false;
        self.gate.changed.notify_all();
    }

    /// Whoever waits is cut off, and whoever comes.
    pub(crate) fn cut(&self) {
        self.gate.state.lock().unwrap().cut = true;
        self.gate.changed.notify_all();
    }

    pub(crate) fn mend(&self) {
        *self.gate.state.lock().unwrap() = State::default();
    }
}

impl Gate {
    /// Whether what came may go on.
    fn pass(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        self.changed.notify_all();
        let mut state = self.changed.wait_while(state, |state| state.closed && !state.cut).unwrap();
        state.waiting = state.waiting.saturating_sub(1);
        !state.cut
    }
}

fn carry(mut desk: TcpStream, council: SocketAddr, gate: &Gate) {
    let Ok(mut far) = TcpStream::connect(council) else { return };
    let (mut back, mut to) = (far.try_clone().unwrap(), desk.try_clone().unwrap());
    std::thread::spawn(move || drop(std::io::copy(&mut back, &mut to)));
    let mut piece = [0; 64 << 10];
    while let Ok(read @ 1..) = desk.read(&mut piece) {
        if !gate.pass() || far.write_all(&piece[..read]).is_err() {
            break;
        }
    }
    let _ = (desk.shutdown(Shutdown::Both), far.shutdown(Shutdown::Both));
}
