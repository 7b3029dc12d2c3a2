//! What the tests of crashes share: a network that cuts and drags. Owns the proxy; refuses to know what travels in it.

pub mod proxy;
