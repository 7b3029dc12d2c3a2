//! What strace wrote down, read into what happened to the disk and what was acknowledged.

use std::collections::BTreeMap;
use std::path::Path;

/// Something that happened, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Created(String),
    Wrote(String, usize, Vec<u8>),
    Cut(String, usize),
    Waited(String),
    Removed(String),
    /// The folder was waited for: files made or removed in it stay so.
    WaitedForFolder,
    Acknowledged(u64),
}

/// The calls that concern files in `place`, by their names in it.
pub(crate) fn events(log: &str, place: &Path) -> Vec<Event> {
    let mut calls = Calls { place: format!("{}/", place.display()), open: BTreeMap::new(), events: Vec::new() };
    log.lines().filter_map(Call::read).for_each(|call| calls.does(&call));
    calls.events
}

struct Open {
    name: String,
    at: usize,
}

struct Calls {
    place: String,
    open: BTreeMap<String, Open>,
    events: Vec<Event>,
}

/// One call: its name, its words, and what it returned.
struct Call<'l> {
    name: &'l str,
    words: Vec<&'l str>,
    returned: i64,
}

impl<'l> Call<'l> {
    fn read(line: &'l str) -> Option<Call<'l>> {
        assert!(!line.contains("unfinished"), "the child has one thread: {line}");
        let (_, line) = line.split_once(' ')?;
        let (name, rest) = line.trim_start().split_once('(')?;
        let (words, returned) = rest.rsplit_once(" = ")?;
        let returned = returned.split(' ').next()?.parse().ok()?;
        let words = words.trim_end().strip_suffix(')')?.split(", ").collect();
        Some(Call { name, words, returned })
    }

    fn bytes(&self, index: usize) -> Vec<u8> {
        let text = self.words[index].trim_matches('"');
        assert!(!text.ends_with("..."), "strace cut a text short");
        let digits = text.split("\\x").filter(|digits| !digits.is_empty());
        digits.map(|digits| u8::from_str_radix(digits, 16).unwrap()).collect()
    }

    fn text(&self, index: usize) -> String {
        String::from_utf8(self.bytes(index)).unwrap()
    }

    fn number(&self, index: usize) -> usize {
        self.words[index].parse().unwrap()
    }
}

impl Calls {
    fn does(&mut self, call: &Call<'_>) {
        if call.returned < 0 {
            return;
        }
        match call.name {
            "openat" => self.opens(call),
            "unlink" => self.removes(&call.text(0)),
            "write" if call.words[0] == "1" => self.says(&call.text(1)),
            "close" => drop(self.open.remove(call.words[0])),
            _ => self.does_to_file(call),
        }
    }

    fn opens(&mut self, call: &Call<'_>) {
        let path = call.text(1);
        let folder = path == self.place.trim_end_matches('/');
        let Some(name) = path.strip_prefix(&self.place).or(folder.then_some("")) else { return };
        if call.words[2].contains("O_CREAT") {
            self.events.push(Event::Created(name.to_owned()));
        }
        assert!(!call.words[2].contains("O_TRUNC"), "nothing is emptied by opening");
        self.open.insert(call.returned.to_string(), Open { name: name.to_owned(), at: 0 });
    }

    fn removes(&mut self, path: &str) {
        if let Some(name) = path.strip_prefix(&self.place) {
            self.events.push(Event::Removed(name.to_owned()));
        }
    }

    fn says(&mut self, text: &str) {
        let said = text.lines().filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok());
        self.events.extend(said.map(Event::Acknowledged));
    }

    fn does_to_file(&mut self, call: &Call<'_>) {
        let Some(file) = self.open.get_mut(call.words[0]) else { return };
        let (name, count) = (file.name.clone(), call.returned.unsigned_abs() as usize);
        let event = match call.name {
            "read" => {
                file.at += count;
                return;
            }
            "lseek" => {
                file.at = count;
                return;
            }
            "write" => {
                file.at += count;
                Event::Wrote(name, file.at - count, call.bytes(1)[..count].to_vec())
            }
            "pwrite64" => Event::Wrote(name, call.number(3), call.bytes(1)[..count].to_vec()),
            "ftruncate" => Event::Cut(name, call.number(1)),
            "fsync" | "fdatasync" if name.is_empty() => Event::WaitedForFolder,
            "fsync" | "fdatasync" => Event::Waited(name),
            other => panic!("{other} is not understood"),
        };
        self.events.push(event);
    }
}
