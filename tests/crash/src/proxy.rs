//! A network between a client and a server, both on this machine: it carries bytes as a good line does, cuts after a
//! given byte in either direction, or drags like the line of a far school. Owns the sockets; refuses to look inside.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the client to the server.
    Up,
    /// From the server to the client.
    Down,
}

/// How a line drags.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    /// Bits a second, each way.
    pub rate: u64,
    /// How long a byte is under way, each way.
    pub delay: Duration,
    /// In a thousand segments, so many are lost and come again after two round trips.
    pub lost: u64,
    /// Every connection is cut when it has lived between so long and twice so long.
    pub lives: Duration,
}

/// A proxy to one server.
#[derive(Debug)]
pub struct Proxy {
    /// Where clients connect.
    pub address: SocketAddr,
    line: Arc<Line>,
}

#[derive(Debug, Default)]
struct Line {
    carried: [AtomicU64; 2],
    cut: Mutex<Option<(Way, u64)>>,
    drag: Mutex<Option<Drag>>,
    open: Mutex<Vec<TcpStream>>,
    drawn: AtomicU64,
}

impl Proxy {
    /// A good line to `server`, on a port of its own on loopback.
    ///
    /// # Errors
    /// When no port is to be had.
    pub fn to(server: SocketAddr) -> io::Result<Proxy> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let line = Arc::new(Line::default());
        let shared = Arc::clone(&line);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let line = Arc::clone(&shared);
                thread::spawn(move || line.connect(&client, server));
            }
        });
        Ok(Proxy { address, line })
    }

    /// Counts anew, and cuts every connection once so many bytes have gone this way; new ones are cut at once until
    /// [`Proxy::heal`].
    pub fn cut_after(&self, way: Way, bytes: u64) {
        self.line.carried.iter().for_each(|count| count.store(0, Ordering::SeqCst));
        *locked(&self.line.cut) = Some((way, bytes));
    }

    /// Drags from the next connection on.
    pub fn drag(&self, drag: Drag) {
        *locked(&self.line.drag) = Some(drag);
    }

    /// A good line again; counts anew. Connections that live stay.
    pub fn heal(&self) {
        *locked(&self.line.cut) = None;
        *locked(&self.line.drag) = None;
        self.line.carried.iter().for_each(|count| count.store(0, Ordering::SeqCst));
    }

    /// Bytes carried up and down since the last count began.
    #[must_use]
    pub fn carried(&self) -> (u64, u64) {
        (self.line.carried[0].load(Ordering::SeqCst), self.line.carried[1].load(Ordering::SeqCst))
    }

    /// Ends every connection.
    pub fn hang_up(&self) {
        self.line.hang_up();
    }
}

impl Line {
    fn connect(self: &Arc<Self>, client: &TcpStream, server: SocketAddr) {
        let Ok(server) = TcpStream::connect(server) else { return };
        let pairs = [(client, &server, Way::Up), (&server, client, Way::Down)];
        let drag = *locked(&self.drag);
        for (from, to, way) in pairs {
            let (Ok(from), Ok(to)) = (from.try_clone(), to.try_clone()) else { return };
            let _ = to.set_nodelay(true);
            locked(&self.open).extend(from.try_clone());
            let line = Arc::clone(self);
            thread::spawn(move || match drag {
                None => line.carry(from, to, way),
                Some(drag) => line.drag_along(from, to, way, drag),
            });
        }
        if let Some(drag) = drag {
            let lives = drag.lives + drag.lives.mul_f64(self.chance());
            thread::sleep(lives);
            let _ = (client.shutdown(Shutdown::Both), server.shutdown(Shutdown::Both));
        }
    }

    fn carry(&self, mut from: TcpStream, mut to: TcpStream, way: Way) {
        let mut buffer = [0; 16 * 1024];
        while let Ok(read) = from.read(&mut buffer) {
            let allowed = self.allowed(way, read);
            if to.write_all(&buffer[..allowed]).is_err() || allowed < read {
                self.hang_up();
            }
            if read == 0 || allowed < read {
                break;
            }
        }
        let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    }

    /// How many of so many bytes still pass, counting them. None passes once a cut was reached, either way.
    fn allowed(&self, way: Way, bytes: usize) -> usize {
        let cut = locked(&self.cut);
        let before = self.carried[way as usize].fetch_add(bytes as u64, Ordering::SeqCst);
        match *cut {
            Some((cut_way, at)) if cut_way == way => {
                let left = at.saturating_sub(before);
                bytes.min(usize::try_from(left).unwrap_or(usize::MAX))
            }
            Some((other, at)) if self.carried[other as usize].load(Ordering::SeqCst) > at => 0,
            _ => bytes,
        }
    }

    fn hang_up(&self) {
        for connection in locked(&self.open).drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }

    /// Segments leave at the line's rate and arrive after its delay, a lost one and all behind it later.
    fn drag_along(&self, mut from: TcpStream, mut to: TcpStream, way: Way, drag: Drag) {
        let (sender, receiver): (Sender<(Instant, Vec<u8>)>, Receiver<_>) = channel();
        let closing = (from.try_clone(), to.try_clone());
        thread::spawn(move || {
            for (due, segment) in receiver {
                thread::sleep(due.saturating_duration_since(Instant::now()));
                if to.write_all(&segment).is_err() {
                    break;
                }
            }
            let _ = to.shutdown(Shutdown::Both);
        });
        let (mut free, mut buffer) = (Instant::now(), [0; 1400]);
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            self.carried[way as usize].fetch_add(read as u64, Ordering::SeqCst);
            free = free.max(Instant::now()) + Duration::from_secs_f64(read as f64 * 8.0 / drag.rate as f64);
            if self.chance() * 1000.0 < drag.lost as f64 {
                free += drag.delay * 4;
            }
            thread::sleep(free.saturating_duration_since(Instant::now()));
            if sender.send((free + drag.delay, buffer[..read].to_vec())).is_err() {
                break;
            }
        }
        drop(sender);
        let _ = closing.0.map(|from| from.shutdown(Shutdown::Read));
    }

    /// Between 0 and 1, the same in every run: a step of `SplitMix64`.
    fn chance(&self) -> f64 {
        let mut z = self.drawn.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that gives back what it gets, and a proxy to it.
    fn echoing() -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for mut client in listener.incoming().map_while(Result::ok) {
                let mut back = client.try_clone().unwrap();
                thread::spawn(move || io::copy(&mut client, &mut back));
            }
        });
        Proxy::to(address).unwrap()
    }

    fn echoed(proxy: &Proxy, sent: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        let _ = stream.write_all(sent);
        let _ = stream.shutdown(Shutdown::Write);
        let mut back = Vec::new();
        let _ = stream.read_to_end(&mut back);
        back
    }

    #[test]
    fn a_good_line_carries_everything_and_counts_it() {
        let proxy = echoing();
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.write_all(b"habari").unwrap();
        let mut back = [0; 6];
        stream.read_exact(&mut back).unwrap();
        assert_eq!((&back, proxy.carried()), (b"habari", (6, 6)));
    }

    #[test]
    fn a_cut_lets_exactly_so_many_bytes_pass_and_nothing_until_it_is_healed() {
        let proxy = echoing();
        proxy.cut_after(Way::Up, 4);
        assert!(echoed(&proxy, b"habari").len() <= 4);
        assert_eq!(echoed(&proxy, b"habari"), b"");
        proxy.heal();
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.write_all(b"habari").unwrap();
        let mut back = [0; 6];
        stream.read_exact(&mut back).unwrap();
        assert_eq!(&back, b"habari");
    }

    #[test]
    fn a_dragging_line_carries_the_same_bytes_in_order() {
        let proxy = echoing();
        let lives = Duration::from_secs(60);
        proxy.drag(Drag { rate: 8_000_000, delay: Duration::from_millis(1), lost: 50, lives });
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        let sent: Vec<u8> = (0..20_000_u32).map(|n| (n % 251) as u8).collect();
        stream.write_all(&sent).unwrap();
        let mut back = vec![0; sent.len()];
        stream.read_exact(&mut back).unwrap();
        assert_eq!(back, sent);
    }
}
