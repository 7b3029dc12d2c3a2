//! Readiness at a glance: what is left, deadlines, the laptop's clock. Owns no verdict: counts are `desk::readiness`'s.

commands! {}
