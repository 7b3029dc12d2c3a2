//! What strace sees and does: which system calls a run makes, and a SIGKILL at the nth of one of them. Owns strace's
//! words.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Calls that change what is kept, or send.
const CALLS: &str = "write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,rename,renameat,\
renameat2,link,linkat,unlink,unlinkat,sendto,sendmsg,sendmmsg";

/// Where a program can be killed: a call, on a file or on sockets. strace counts in each thread by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) call: String,
    /// `None`: sockets.
    pub(crate) path: Option<String>,
}

/// Fails where strace is missing.
pub(crate) fn present() {
    let found = Command::new("strace").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(found, "strace is missing: `cargo xtask test` installs it, and runs this test too");
}

/// Notes every such call in a file.
pub(crate) fn noting(file: &Path) -> Vec<String> {
    ["-f", "-qq", "-y", "-e", &format!("trace={CALLS}"), "-e", "signal=none", "-o", file.to_str().unwrap()]
        .map(str::to_owned)
        .to_vec()
}

/// Kills at the nth such call of a thread. `folder` is where the paths begin.
pub(crate) fn killing(spot: &Spot, n: u32, folder: &Path) -> Vec<String> {
    let inject = format!("inject={}:signal=KILL:when={n}", spot.call);
    let mut words: Vec<String> = ["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={}", spot.call), "-e", &inject]
        .map(str::to_owned)
        .to_vec();
    words.extend(spot.path.iter().flat_map(|path| ["-P".to_owned(), folder.join(path).display().to_string()]));
    words
}

/// How often each spot is passed: by all threads together, and by the thread that passes it most.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Passed {
    pub(crate) all: u32,
    pub(crate) most: u32,
}

/// The spots of a run, from strace's notes.
pub(crate) fn spots(notes: &str, folder: &Path) -> BTreeMap<Spot, Passed> {
    let mut counts: BTreeMap<(Spot, &str), u32> = BTreeMap::new();
    for (thread, call) in notes.lines().filter_map(|line| line.split_once(' ')) {
        if let Some(spot) = spot(call.trim_start(), folder) {
            *counts.entry((spot, thread)).or_default() += 1;
        }
    }
    let mut spots: BTreeMap<Spot, Passed> = BTreeMap::new();
    for ((spot, _), count) in counts {
        let passed = spots.entry(spot).or_default();
        passed.all += count;
        passed.most = passed.most.max(count);
    }
    spots
}

/// The spot of a line; `None`: it touches neither a file of the folder nor a socket. What SQLite keeps in shared memory
/// is made anew by whoever comes next.
fn spot(line: &str, folder: &Path) -> Option<Spot> {
    let (call, arguments) = line.split_once('(')?;
    if !CALLS.split(',').any(|known| known == call) {
        return None;
    }
    let named = match arguments.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => arguments.split_once('<')?.1.split('>').next()?,
    };
    let call = call.to_owned();
    if named.starts_with("socket:") || named.starts_with("TCP:") {
        return Some(Spot { call, path: None });
    }
    let path = Path::new(named).strip_prefix(folder).ok()?.to_str()?;
    (!path.ends_with("-shm")).then(|| Spot { call, path: Some(path.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_strace_names_its_spot() {
        let folder = Path::new("/made/up");
        for (line, call, path) in [
            ("fsync(5</made/up/school/a.daftari-wal>) = 0", "fsync", Some("school/a.daftari-wal")),
            ("rename(\"/made/up/door.new\", \"/made/up/door\") = 0", "rename", Some("door.new")),
            ("sendto(9<socket:[123]>, \"x\", 1, 0, NULL, 0 <unfinished ...>", "sendto", None),
        ] {
            let expected = Spot { call: call.to_owned(), path: path.map(str::to_owned) };
            assert_eq!(spot(line, folder), Some(expected), "{line}");
        }
        for line in [
            "write(1</dev/pts/0>, \"x\", 1) = 1",
            "<... write resumed>) = 8",
            "pwrite64(3</made/up/a-shm>, \"\", 1) = 1",
        ] {
            assert_eq!(spot(line, folder), None, "{line}");
        }
    }
}
