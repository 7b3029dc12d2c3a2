//! This computer and the council: enrolment, what a sync would cost, syncing, receipts. The protocol is `sync`'s.

commands! {}
