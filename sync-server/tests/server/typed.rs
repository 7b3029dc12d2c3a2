//! The program as it is typed: orders beside a running server and without one, exit codes, and a drained stop.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use sync::enrolment::EnrolmentCode;

fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sync-server"));
    command.args(arguments).arg("--data").arg(data).env_remove("SYNC_SERVER_DATA");
    command
}

fn typed(data: &Path, arguments: &[&str]) -> Output {
    program(data, arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A server that was started by the program, and the lines that it printed at first.
fn serving(data: &Path, lines: usize) -> (Child, Vec<String>) {
    let mut command = program(data, &["--dev", "--listen", "127.0.0.1:0", "--log", "info"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let printed = BufReader::new(child.stdout.take().unwrap()).lines().take(lines).map(Result::unwrap).collect();
    (child, printed)
}

#[test]
fn orders_reach_the_running_server_and_a_stop_is_drained() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (child, printed) = serving(&data, 5);
    assert!(printed[0].starts_with("sync-server listens on http://127.0.0.1:"));
    for (line, begins) in [(&printed[1], "code head 24505105 "), (&printed[2], "code scde 24505 ")] {
        assert!(EnrolmentCode::parse(line.strip_prefix(begins).unwrap()).is_some(), "{line}");
    }
    assert!(printed[3].starts_with("console http://127.0.0.1:") && printed[3].ends_with("/console/"));
    assert!(printed[4].starts_with("login amina.operator practice-"));
    let code = out(&typed(&data, &["code", "--role", "clerk", "--centre", "24505105"]));
    assert!(EnrolmentCode::parse(code.trim()).is_some());
    out(&typed(&data, &["user", "add", "operator.moja", "--role", "operator"]));
    let users = out(&typed(&data, &["user", "list"]));
    assert!(users.lines().any(|line| line == "operator.moja\toperator\t"), "{users}");
    out(&typed(&data, &["user", "factor", "operator.moja"]));
    let window = out(&typed(&data, &["window", "set", "2026", "2026-03-31T23:59:59+03:00"]));
    assert_eq!(window, "registration of 2026 closes at 2026-03-31T20:59:59Z\n");
    assert!(out(&typed(&data, &["audit", "verify"])).starts_with("the audit holds: "));
    for (arguments, exit) in [
        (&["code"][..], 2),
        (&["code", "--role", "clerk"], 2),
        (&["code", "--role", "king", "--centre", "24505105"], 2),
        (&["window", "set", "2026", "soon"], 2),
        (&["circular", "issue", "/nowhere/at/all", "--year", "2026"], 3),
        (&["proof", "24505105"], 4),
        (&["user", "factor", "nobody"], 2),
        (&["revoke", "00"], 2),
        (&["serve", "--listen", "nowhere"], 2),
    ] {
        let output = typed(&data, arguments);
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {output:?}");
        assert!(!output.stderr.is_empty());
    }
    let stop = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(stop.success());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let log = String::from_utf8(ended.stderr).unwrap();
    assert!(log.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{log}");
    assert!(log.contains("\"stopped\""), "{log}");
    assert!(!log.contains(code.trim()), "a code is never logged");
    // Without a server the same folder serves orders too.
    assert!(out(&typed(&data, &["audit", "verify"])).starts_with("the audit holds: "));
}

/// Sends a request of the console's page to a server over a plain line; gives the whole answer.
fn ask(url: &str, path: &str, cookie: &str, body: &str) -> String {
    let address = url.trim_start_matches("http://");
    let mut line = TcpStream::connect(address).unwrap();
    let method = if body.is_empty() { "GET" } else { "POST" };
    let head = format!(
        "{method} /console/api/{path} HTTP/1.1\r\nhost: {address}\r\norigin: {url}\r\nx-daftari-console: 1\r\n\
         cookie: {cookie}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    line.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn no_secret_and_no_name_is_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let (child, printed) = serving(&folder.path().join("data"), 5);
    let url = printed[0].strip_prefix("sync-server listens on ").unwrap();
    let login: Vec<&str> = printed[4].split(' ').collect();
    let (name, password) = (login[1], login[2]);
    let wrong = ask(url, "login", "", &format!(r#"{{"name":"{name}","password":"not the password"}}"#));
    assert!(wrong.starts_with("HTTP/1.1 401"), "{wrong}");
    let entered = ask(url, "login", "", &format!(r#"{{"name":"{name}","password":"{password}"}}"#));
    let cookie = entered.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
    let found = ask(url, "candidates/search", cookie, r#"{"text":"NYAWIRA BERYL"}"#);
    assert!(found.starts_with("HTTP/1.1 200"), "{found}");
    assert!(ask(url, "users", cookie, "").starts_with("HTTP/1.1 403"));
    Command::new("kill").arg(child.id().to_string()).status().unwrap();
    let log = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    assert!(log.contains("/console/api/candidates/search") && log.contains("login.wrong"), "{log}");
    let token = cookie.split('=').nth(1).unwrap();
    for secret in [name, password, "not the password", token, "NYAWIRA"] {
        assert!(!log.contains(secret), "{secret}");
    }
}

#[test]
fn a_circular_that_does_not_read_is_not_issued() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("circular.toml"));
    std::fs::write(&file, "this is = no circular of anything").unwrap();
    let path = file.to_str().unwrap();
    assert_eq!(typed(&data, &["circular", "issue", path, "--year", "2026"]).status.code(), Some(3));
    std::fs::write(&file, "").unwrap();
    assert_eq!(out(&typed(&data, &["circular", "issue", path, "--year", "2026"])), "circular 1 of 2026\n");
    assert!(out(&typed(&data, &["circular", "list"])).starts_with("1\t2026\t"));
}
