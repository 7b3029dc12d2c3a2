//! How much goes into one request. Owns the defaults; refuses to measure the link.

/// How much goes into one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most operations in a batch.
    pub batch_operations: usize,
    /// The most bytes of a batch on the wire; a single operation may be larger.
    pub batch_bytes: usize,
    /// About how many bytes of the log to ask for at once.
    pub pull_bytes: u32,
    /// The least and the most bytes of pictures in a request; they halve when one fails and double when one gets
    /// through.
    pub picture_bytes: (u32, u32),
    /// The bytes of pictures in the first request.
    pub first_pictures: u32,
    /// The most bytes of a picture's part: what a cut costs again.
    pub part_bytes: u32,
    /// Whether pictures travel at all.
    pub pictures: bool,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            batch_operations: 200,
            batch_bytes: 16 << 10,
            pull_bytes: 64 << 10,
            picture_bytes: (4 << 10, 32 << 10),
            first_pictures: 16 << 10,
            part_bytes: 16 << 10,
            pictures: true,
        }
    }
}
