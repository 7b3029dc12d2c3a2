//! `sync-server`: the council's server.

fn main() {}
