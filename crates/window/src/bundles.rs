//! The USB stick: bundles out, replies in.

commands! {}
