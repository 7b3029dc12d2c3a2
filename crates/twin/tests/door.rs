//! The twin's door: the same commands, over HTTP.

#![allow(clippy::expect_used)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

struct Twin {
    process: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Twin {
    fn start() -> Twin {
        let folder = tempfile::tempdir().expect("a folder");
        let mut twin = Command::new(env!("CARGO_BIN_EXE_twin"));
        twin.args(["--port", "0", "--data"]).arg(folder.path());
        twin.env("DAFTARI_PASSPHRASE", "twin").env("DAFTARI_ANCHORS", folder.path().join("anchors"));
        let mut process = twin.stdout(Stdio::piped()).spawn().expect("the twin starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its words")).read_line(&mut line).expect("it tells its address");
        let address = line.trim().trim_start_matches("http://").to_owned();
        Twin { process, address, _folder: folder }
    }

    fn call(&self, name: &str, arguments: &str) -> String {
        let mut line = TcpStream::connect(&self.address).expect("it listens");
        let head = format!(
            "POST /call/{name} HTTP/1.1\r\nHost: twin\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{arguments}",
            arguments.len()
        );
        line.write_all(head.as_bytes()).expect("it hears");
        let mut answer = String::new();
        line.read_to_string(&mut answer).expect("it answers");
        answer
    }
}

impl Drop for Twin {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_command_is_answered_and_a_problem_has_its_code() {
    let twin = Twin::start();
    let state = twin.call("state", "{}");
    assert!(state.starts_with("HTTP/1.1 200"), "{state}");
    assert!(state.contains("\"settings\""), "{state}");
    let refused = twin.call("candidates.fly", "{}");
    assert!(refused.starts_with("HTTP/1.1 422") && refused.contains("window.unknown"), "{refused}");
}
