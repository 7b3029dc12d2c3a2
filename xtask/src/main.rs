//! daftari
fn main() {}
