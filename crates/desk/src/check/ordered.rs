//! Work on blocks by several threads, its results written in the blocks' order. Owns the threads and the few buffers
//! that bound memory; knows nothing of what is done to a block.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::error::{Error, Result};

/// More threads than this wait for each other at the file.
const MOST_THREADS: usize = 8;
/// Buffers that go round for each thread.
const BUFFERS: usize = 3;

/// A source of blocks, asked by one thread at a time.
pub(super) trait Blocks: Send {
    /// What it gives.
    type Block: Send;
    /// The next block.
    fn next(&mut self) -> Result<Option<Self::Block>>;
    /// Takes back a block's memory.
    fn give_back(&mut self, block: Self::Block);
}

struct Numbered<B> {
    blocks: B,
    next: u64,
}

/// Hands every block to one of the workers; writes what each wrote, in order; returns the workers.
pub(super) fn in_order<B: Blocks, W: Send>(
    blocks: B,
    start: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &B::Block, &mut Vec<u8>) + Sync,
    out: &mut dyn Write,
) -> Result<Vec<W>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let source = Mutex::new(Numbered { blocks, next: 0 });
    let (give, free) = channel();
    for _ in 0..threads * BUFFERS {
        let _ = give.send(Vec::new());
    }
    let free = Mutex::new(free);
    let (done, written) = channel();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (done, source, free, start, work) = (done.clone(), &source, &free, &start, &work);
                scope.spawn(move || run(source, free, &done, start(), work))
            })
            .collect();
        drop(done);
        let result = write_in_order(&written, &give, out);
        // Workers that wait for a buffer are let go by the end of `give`, those that hand in by the end of `written`.
        drop((written, give));
        let workers: Vec<Result<W>> = workers.into_iter().filter_map(|worker| worker.join().ok()).collect();
        result?;
        workers.into_iter().collect()
    })
}

/// A buffer is taken before a block, so that the earliest block in work always has one.
fn run<B: Blocks, W>(
    source: &Mutex<Numbered<B>>,
    free: &Mutex<Receiver<Vec<u8>>>,
    done: &Sender<(u64, Vec<u8>)>,
    mut worker: W,
    work: impl Fn(&mut W, &B::Block, &mut Vec<u8>),
) -> Result<W> {
    let mut spent = None;
    loop {
        let Some(mut buffer) = free.lock().ok().and_then(|free| free.recv().ok()) else { return Ok(worker) };
        let (number, block) = {
            let Ok(mut source) = source.lock() else { return Ok(worker) };
            if let Some(spent) = spent.take() {
                source.blocks.give_back(spent);
            }
            let Some(block) = source.blocks.next()? else { return Ok(worker) };
            source.next += 1;
            (source.next - 1, block)
        };
        buffer.clear();
        work(&mut worker, &block, &mut buffer);
        spent = Some(block);
        if done.send((number, buffer)).is_err() {
            return Ok(worker);
        }
    }
}

fn write_in_order(written: &Receiver<(u64, Vec<u8>)>, give: &Sender<Vec<u8>>, out: &mut dyn Write) -> Result<()> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, buffer) in written {
        early.insert(number, buffer);
        while let Some(buffer) = early.remove(&next) {
            out.write_all(&buffer).map_err(|error| super::unwritten(&error))?;
            next += 1;
            let _ = give.send(buffer);
        }
    }
    Ok(())
}

impl Error {
    /// Whether standard output was closed by its reader, which is no fault of anybody.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Error::Unwritten { reason, .. } if reason.contains("Broken pipe"))
    }
}
