//! The door: how an order typed beside a running server reaches it, for nobody else may write its database. A loopback
//! socket whose address and password are in a file of the data folder that only the server's user reads. Owns that file
//! and the words on the socket: one line of JSON each way.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sync::Hash;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::{Order, OrderError, Outcome, carry_out};
use crate::clock;
use crate::keys::write_secret;
use crate::office::{Office, StartError};

/// The file's name.
const FILE: &str = "door";
/// The longest order.
const LONGEST: u64 = 64 << 10;
/// How long somebody may take to say what they want.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Serialize, Deserialize)]
struct Sign {
    address: std::net::SocketAddr,
    word: String,
}

#[derive(Serialize, Deserialize)]
struct Said {
    word: String,
    order: Order,
}

/// The door of a running server.
pub struct Door {
    file: PathBuf,
    listening: JoinHandle<()>,
}

impl Door {
    /// Opens it.
    ///
    /// # Errors
    /// When no loopback socket or file can be had.
    pub async fn open(office: &Arc<Office>) -> Result<Door, StartError> {
        let here = std::net::SocketAddr::from((std::net::Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(here).await.map_err(|error| StartError::Listen(here, error))?;
        let address = listener.local_addr().map_err(|error| StartError::Listen(here, error))?;
        let word = Hash(clock::random().map_err(crate::keys::KeyError::from)?).to_string();
        let file = office.settings.data.join(FILE);
        let sign = serde_json::to_vec(&Sign { address, word: word.clone() }).unwrap_or_default();
        write_secret(&file, &sign).map_err(|error| StartError::Folder(file.clone(), error))?;
        Ok(Door { file, listening: tokio::spawn(listen(office.clone(), listener, word)) })
    }

    /// Closes it.
    pub fn close(self) {
        self.listening.abort();
        let _ = std::fs::remove_file(&self.file);
    }
}

async fn listen(office: Arc<Office>, listener: TcpListener, word: String) {
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            let (office, word) = (office.clone(), word.clone());
            // Who goes away hears nothing.
            tokio::spawn(async move { attend(&office, stream, &word).await.ok() });
        }
    }
}

async fn attend(office: &Arc<Office>, stream: TcpStream, word: &str) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = Vec::new();
    let mut read = BufReader::new(read.take(LONGEST));
    tokio::time::timeout(PATIENCE, read.read_until(b'\n', &mut line)).await??;
    let said: Option<Said> = serde_json::from_slice(&line).ok();
    // Both are hashed, so that comparing tells nothing of where they differ.
    let known = said.filter(|said| blake3::hash(said.word.as_bytes()) == blake3::hash(word.as_bytes()));
    let outcome = match known {
        Some(Said { order, .. }) => carry_out(office, order).await.unwrap_or_else(|error| Outcome {
            exit: error.exit(),
            out: String::new(),
            err: format!("sync-server: {error}\n"),
        }),
        None => return Ok(()),
    };
    let mut answer = serde_json::to_vec(&outcome).unwrap_or_default();
    answer.push(b'\n');
    write.write_all(&answer).await
}

/// Gives the order to the server that works in the folder; `None`: none does.
pub(super) async fn knock(folder: &Path, order: &Order) -> Result<Option<Outcome>, OrderError> {
    let sign = std::fs::read(folder.join(FILE)).ok();
    let Some(Sign { address, word }) = sign.and_then(|bytes| serde_json::from_slice(&bytes).ok()) else {
        return Ok(None);
    };
    // The file of a server that was killed stays; nobody listens there.
    let Ok(mut stream) = TcpStream::connect(address).await else { return Ok(None) };
    let mut said = serde_json::to_vec(&Said { word, order: order.clone() }).unwrap_or_default();
    said.push(b'\n');
    stream.write_all(&said).await.map_err(OrderError::Unreachable)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.map_err(OrderError::Unreachable)?;
    let nothing = || OrderError::Unreachable(std::io::ErrorKind::UnexpectedEof.into());
    serde_json::from_slice(&answer).map(Some).map_err(|_| nothing())
}
