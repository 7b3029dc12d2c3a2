//! The practice centre: made-up candidates to try everything on, marked as such.

commands! {}
