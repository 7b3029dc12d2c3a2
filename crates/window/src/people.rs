//! Who works on this computer: roles, passwords, the lock.

commands! {}
