//! The candidates of the open register: rows, one entry in full, changing, withdrawing, undo. Every verdict is the rules'.

commands! {}
