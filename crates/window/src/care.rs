//! Backups, restoring, updates, the support bundle.

commands! {}
