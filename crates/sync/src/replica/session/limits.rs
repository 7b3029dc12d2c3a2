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
    /// The least and the most bytes of a picture's part; parts halve when one fails and double when one gets through.
    pub part_bytes: (u32, u32),
    /// The bytes of the first part.
    pub first_part: u32,
    /// Whether pictures travel at all.
    pub pictures: bool,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            batch_operations: 200,
            batch_bytes: 16 << 10,
            pull_bytes: 64 << 10,
            part_bytes: (4 << 10, 64 << 10),
            first_part: 16 << 10,
            pictures: true,
        }
    }
}
