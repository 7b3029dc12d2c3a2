//! What a program did to its files and said on sockets, read from strace's notes with all bytes. Owns the reading of
//! those words and where in a file a plain write lands; refuses to judge.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Calls that are noted with their bytes.
const CALLS: &str = "openat,lseek,write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,\
rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,sendto,sendmsg";

/// The offset of what is appended.
pub(crate) const AT_END: usize = usize::MAX;

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// A file is there; what it held is gone if so said.
    Opened { path: PathBuf, emptied: bool },
    /// Bytes at an offset; [`AT_END`]: after all others.
    Wrote { path: PathBuf, offset: usize, bytes: Vec<u8> },
    /// A file's new length.
    Cut { path: PathBuf, length: usize },
    /// A file or a folder was waited for.
    Waited { path: PathBuf },
    /// Another name; `link`: the old one stays.
    Named { from: PathBuf, to: PathBuf, link: bool },
    /// No name any more.
    Removed { path: PathBuf },
    /// A folder.
    Folder { path: PathBuf },
    /// Bytes to a socket.
    Sent { bytes: Vec<u8> },
}

/// Notes everything, whole, in a file.
pub(crate) fn recording(file: &Path) -> Vec<String> {
    let (trace, file) = (format!("trace={CALLS}"), file.to_str().unwrap());
    ["-f", "-qq", "-y", "-xx", "-s", "4000000", "-e", &trace, "-e", "signal=none", "-o", file]
        .map(str::to_owned)
        .to_vec()
}

/// Reads notes as they come.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// The begun lines of threads that others came between.
    begun: BTreeMap<String, String>,
    /// Where plain writes land.
    at: BTreeMap<String, usize>,
}

impl Reader {
    /// The deed of a line, if there is one that succeeded.
    pub(crate) fn read(&mut self, line: &str) -> Option<Deed> {
        let (thread, said) = line.split_once(' ')?;
        let said = said.trim_start();
        if let Some(begun) = said.strip_suffix(" <unfinished ...>") {
            self.begun.insert(thread.to_owned(), begun.to_owned());
            return None;
        }
        match said.strip_prefix("<... ") {
            Some(rest) => {
                let whole = self.begun.remove(thread)? + rest.split_once(" resumed>")?.1;
                self.deed(&whole)
            }
            None => self.deed(said),
        }
    }

    fn deed(&mut self, line: &str) -> Option<Deed> {
        let (call, rest) = line.split_once('(')?;
        let (arguments, result) = rest.rsplit_once(") ")?;
        let result = result.trim_start().strip_prefix("= ")?;
        let done: usize = result.split([' ', '<']).next()?.parse().ok()?;
        let strings: Vec<Vec<u8>> = arguments.split('"').skip(1).step_by(2).map(bytes).collect();
        let named = |n: usize| strings.get(n).map(|name| path(name));
        let (number, place) = file(arguments)?;
        let written = || strings.concat().into_iter().take(done).collect::<Vec<u8>>();
        let last = || arguments.rsplit(", ").next()?.parse::<usize>().ok();
        match call {
            "openat" => {
                let (opened, _) = result.split_once('<')?;
                self.at.insert(opened.to_owned(), if arguments.contains("O_APPEND") { AT_END } else { 0 });
                let made = arguments.contains("O_CREAT") || arguments.contains("O_TRUNC");
                made.then(|| Deed::Opened { path: result_path(result), emptied: arguments.contains("O_TRUNC") })
            }
            "lseek" => {
                self.at.entry(number).and_modify(|at| *at = if *at == AT_END { AT_END } else { done });
                None
            }
            "write" | "writev" | "sendto" | "sendmsg" => match place {
                Some(path) => Some(self.plain(number, path, written())),
                None => Some(Deed::Sent { bytes: written() }),
            },
            "pwrite64" => Some(Deed::Wrote { path: place?, offset: last()?, bytes: written() }),
            "pwritev" | "pwritev2" | "fallocate" => {
                panic!("a call that nobody here makes: {}", &line[..line.len().min(200)])
            }
            "ftruncate" => Some(Deed::Cut { path: place?, length: last()? }),
            "fsync" | "fdatasync" => Some(Deed::Waited { path: place? }),
            "link" | "linkat" => Some(Deed::Named { from: named(0)?, to: named(1)?, link: true }),
            "rename" | "renameat" | "renameat2" => Some(Deed::Named { from: named(0)?, to: named(1)?, link: false }),
            "unlink" | "unlinkat" => Some(Deed::Removed { path: named(0)? }),
            "mkdir" => Some(Deed::Folder { path: named(0)? }),
            _ => None,
        }
    }

    fn plain(&mut self, number: String, path: PathBuf, bytes: Vec<u8>) -> Deed {
        let at = self.at.entry(number).or_default();
        let offset = std::mem::replace(at, at.saturating_add(bytes.len()));
        Deed::Wrote { path, offset, bytes }
    }
}

/// The number and, if it is a file, the path of the first argument: `12<\x2f...>`.
fn file(arguments: &str) -> Option<(String, Option<PathBuf>)> {
    let first = arguments.split(", ").next()?;
    let Some((number, place)) = first.split_once('<') else { return Some((String::new(), None)) };
    let place = path(&bytes(place.trim_end_matches('>')));
    Some((number.to_owned(), place.is_absolute().then_some(place)))
}

fn result_path(result: &str) -> PathBuf {
    path(&bytes(result.split_once('<').map_or("", |(_, place)| place.trim_end_matches('>'))))
}

fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// `\x41\x42`, or the text itself.
fn bytes(text: &str) -> Vec<u8> {
    if !text.starts_with("\\x") {
        return text.as_bytes().to_vec();
    }
    text.split("\\x").skip(1).map(|two| u8::from_str_radix(&two[..2], 16).unwrap()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_strace_become_deeds() {
        let mut reader = Reader::default();
        let a = PathBuf::from("/a");
        for (line, deed) in [
            (
                "7 openat(AT_FDCWD<\\x2f>, \"\\x2f\\x61\", O_RDWR|O_CREAT, 0666) = 3<\\x2f\\x61>",
                Some(Deed::Opened { path: a.clone(), emptied: false }),
            ),
            (
                "7 write(3<\\x2f\\x61>, \"\\x68\\x69\", 2) = 2",
                Some(Deed::Wrote { path: a.clone(), offset: 0, bytes: b"hi".to_vec() }),
            ),
            ("7 write(3<\\x2f\\x61>, \"\\x68\\x69\", 2 <unfinished ...>", None),
            ("8 fsync(3<\\x2f\\x61>) = 0", Some(Deed::Waited { path: a.clone() })),
            ("7 <... write resumed>) = 1", Some(Deed::Wrote { path: a.clone(), offset: 2, bytes: b"h".to_vec() })),
            (
                "7 pwrite64(3<\\x2f\\x61>, \"\\x21\", 1, 9) = 1",
                Some(Deed::Wrote { path: a.clone(), offset: 9, bytes: b"!".to_vec() }),
            ),
            ("7 ftruncate(3<\\x2f\\x61>, 4)     = 0", Some(Deed::Cut { path: a.clone(), length: 4 })),
            (
                "7 rename(\"\\x2f\\x61\", \"\\x2f\\x62\")     = 0",
                Some(Deed::Named { from: a.clone(), to: "/b".into(), link: false }),
            ),
            ("7 unlink(\"\\x2f\\x61\") = -1 ENOENT (No such file)", None),
            (
                "7 writev(9<socket:[12]>, [{iov_base=\"\\x61\", iov_len=1}, {iov_base=\"\\x62\", iov_len=1}], 2) = 2",
                Some(Deed::Sent { bytes: b"ab".to_vec() }),
            ),
        ] {
            assert_eq!(reader.read(line), deed, "{line}");
        }
    }
}
