//! The server in process, over loopback, asked by a real HTTP client, on SQLite in a temporary folder.

#![allow(clippy::unwrap_used, clippy::panic)]

/// Each case on each kind of store.
macro_rules! on_both_stores {
    ($($case:ident,)*) => {
        mod on_sqlite {
            $(#[tokio::test] async fn $case() { super::$case(crate::support::Town::new().await).await; })*
        }

        mod on_postgres {
            $(#[tokio::test] async fn $case() { super::$case(crate::support::Town::on_postgres().await).await; })*
        }
    };
}

mod administration;
mod authenticator;
mod bad_input;
mod console;
mod contract;
mod devices;
mod doubles;
mod drill;
mod enrolment;
mod finding;
mod hardened;
mod orders;
mod overview;
mod pages;
mod passkeys;
mod people;
mod queues;
mod rights;
mod secured;
mod sessions;
mod sticks;
mod support;
mod syncing;
mod transfers;
mod typed;
mod watching;
