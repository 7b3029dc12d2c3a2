//! One device's line to the server: HTTP/1.1 by hand, so that what is measured is the server and not a client library.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Failure;

/// A connection that is kept.
pub(crate) struct Line {
    stream: TcpStream,
    /// Goes with every request, once there is one.
    pub(crate) token: String,
}

impl Line {
    /// Connects.
    pub(crate) async fn to(address: SocketAddr) -> Result<Line, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Line { stream, token: String::new() })
    }

    /// Asks; the answer's status and body.
    pub(crate) async fn post(&mut self, path: &str, body: &[u8]) -> Result<(u16, Vec<u8>), Failure> {
        let kind = if body.first() == Some(&b'{') { "application/json" } else { "application/vnd.daftari" };
        let bearer = match self.token.as_str() {
            "" => String::new(),
            token => format!("Authorization: Bearer {token}\r\n"),
        };
        let length = body.len();
        let mut out = format!(
            "POST {path} HTTP/1.1\r\nHost: council\r\nContent-Type: {kind}\r\n{bearer}Content-Length: {length}\r\n\r\n"
        )
        .into_bytes();
        out.extend_from_slice(body);
        self.stream.write_all(&out).await?;
        self.answer().await
    }

    async fn answer(&mut self) -> Result<(u16, Vec<u8>), Failure> {
        let (mut bytes, mut part) = (Vec::new(), [0; 16 << 10]);
        loop {
            if let Some(head) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
                let length = text.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
                let end = head + 4 + length.unwrap_or(0_usize);
                if bytes.len() >= end {
                    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
                    return Ok((status, bytes[head + 4..end].to_vec()));
                }
            }
            match self.stream.read(&mut part).await? {
                0 => return Err("the server hung up".into()),
                read => bytes.extend_from_slice(&part[..read]),
            }
        }
    }
}
