//! A log that is the same in every process: what one other computer wrote, as a function of the position.

use register::{
    About, CandidateId, Epoch, FieldWrite, Hash, Kind, PublicKey, Record, Register, RegisterId, StreamId, UnixMillis,
    WriterId,
};
use sync::replica::Taken;
use sync::{LogEnd, Mark, Role, Standing, Timing, chain_next, chain_start, log_next, log_start};

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };
const EPOCH: Epoch = Epoch([1; 8]);
const STREAM: StreamId = StreamId { writer: WriterId([77; 16]), incarnation: 1 };

pub(crate) fn enrol(register: &mut Register) {
    register.enrol(REGISTER, PublicKey([9; 32])).unwrap();
    register.rewind(0, EPOCH).unwrap();
}

/// Takes the next positions of the log; tells where the copy ends then.
pub(crate) fn take(register: &mut Register, many: u64) -> u64 {
    let from = register.read().place().unwrap().log.position;
    let log = log(from + many);
    let end = log.last().map_or(LogEnd { position: 0, l: log_start(REGISTER) }, |(taken, l)| LogEnd {
        position: taken.position,
        l: *l,
    });
    let news: Vec<Taken> = log.into_iter().map(|(taken, _)| taken).filter(|taken| taken.position > from).collect();
    register.take(&news, &[], end).unwrap();
    end.position
}

pub(crate) fn rewind(register: &mut Register, back: u64) {
    let end = register.read().place().unwrap().log.position;
    register.rewind(end.saturating_sub(back), EPOCH).unwrap();
}

/// Writes the last operations of the present stream again in a new incarnation.
pub(crate) fn reopen(register: &mut Register, back: u64) {
    let own = *register.read().place().unwrap().streams.last().unwrap();
    register.reopen(&[(own.stream, own.n.saturating_sub(back))], own.stream.incarnation + 1).unwrap();
}

fn log(until: u64) -> Vec<(Taken, Hash)> {
    let (mut h, mut l) = (chain_start(STREAM.writer, 1), log_start(REGISTER));
    let mut log: Vec<(Taken, Hash)> = Vec::new();
    for n in 1..=until {
        let base = n.checked_sub(8).and_then(|at| log.get(at as usize)).map(|(taken, _)| taken.h.tag());
        let bytes = record(n, base).to_bytes();
        h = chain_next(h, &bytes);
        let mark = Mark { timing: Timing::InTime, standing: Standing::Effective, role: Role::Head };
        l = log_next(l, h, mark.to_bytes());
        let at = UnixMillis(n as i64);
        log.push((Taken { position: n, epoch: EPOCH, stream: STREAM, n, h, mark, at, bytes: Some(bytes) }, l));
    }
    log
}

/// Seven candidates, each written again and again.
fn record(n: u64, base: Option<register::Tag>) -> Record {
    let about = About::Candidate(CandidateId([(n % 7) as u8 + 1; 16]));
    let write = |field: &str, value: String| FieldWrite { field: field.into(), value, base };
    let fields = vec![write("state", "entered".into()), write("name", format!("OF THE LOG {n}"))];
    Record { n, about, kind: Kind::Change, fields, actor: "mary".into(), at: UnixMillis(n as i64), schema: 4 }
}
