//! The head's approval of the roll, the returns, deposit slips. Every condition is the rules'.

commands! {}
