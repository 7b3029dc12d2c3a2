//! What two people wrote apart, what is held, what the council returned.

commands! {}
