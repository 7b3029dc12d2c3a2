//! The golden bytes of `fixtures/wire`. A difference here means that devices in schools, the council and sticks on the
//! way no longer understand what was written before: a batch signed last year does not open, a receipt does not verify.
//! Nothing here is ever written again; what is new gets a version, or a number, of its own, and a file beside these.

#![allow(clippy::unwrap_used)]

mod values;

use std::fmt::Debug;

use serde::{Serialize, de::DeserializeOwned};
use sync::bundle::{self, Homeward, Outward};
use sync::circular::SignedCircular;
use sync::frame::Frame;
use sync::message::{Answer, Request, from_bytes, to_bytes};
use sync::{Receipt, SignedHead, read_short_code, short_code};
use values::{REGISTER, council, device, stream};

macro_rules! golden {
    ($($name:literal)*) => {
        fn golden(name: &str) -> &'static [u8] {
            match name {
                $($name => include_bytes!(concat!("../../../../fixtures/wire/", $name, ".bin")),)*
                other => panic!("there is no golden file for {other}: add it to fixtures/wire and to this list"),
            }
        }
    };
}

golden! {
    "frame-entries" "frame-edits" "frame-as-they-are"
    "request-hello" "request-commit" "request-push" "request-pull" "request-locate" "request-pictures-have"
    "request-picture-part" "request-picture-parts" "request-picture-get" "request-circulars"
    "answer-welcome" "answer-committed" "answer-stored" "answer-gap" "answer-forked" "answer-pulled" "answer-located"
    "answer-pictures-had" "answer-picture-taken" "answer-pictures-taken" "answer-picture" "answer-circulars" "answer-refused"
    "receipt" "signed-head" "signed-circular" "bundle-outward" "bundle-homeward"
}

/// Packing may come to other bytes with another version of zstd; what was packed must open for ever.
#[test]
fn batches_sealed_by_the_first_version_open_to_the_same_operations() {
    for (name, first, before, records) in values::frames() {
        let frame = Frame::open(golden(name)).unwrap();
        assert!(frame.operations.iter().map(|operation| &operation.bytes).eq(&records), "{name}");
        assert_eq!((frame.first, frame.before, frame.head.stream()), (first, before, stream()), "{name}");
        assert!(frame.head.is_of(&device().public()), "{name}");
    }
}

#[test]
fn the_operations_of_the_frozen_batches_are_packed_as_small_as_then() {
    for (name, first, before, records) in values::frames() {
        let sealed = values::frame(first, before, &records).len();
        assert!(sealed <= golden(name).len() + 8, "{name}: {sealed} bytes");
    }
}

fn is_frozen<M: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str, message: &M) {
    assert_eq!(to_bytes(message), golden(name), "{name}");
    assert_eq!(&from_bytes::<M>(golden(name)).unwrap(), message, "{name}");
}

#[test]
fn every_request_has_the_bytes_of_the_first_version() {
    values::requests().iter().for_each(|(name, request): &(_, Request)| is_frozen(name, request));
}

#[test]
fn every_answer_has_the_bytes_of_the_first_version() {
    values::answers().iter().for_each(|(name, answer): &(_, Answer)| is_frozen(name, answer));
}

#[test]
fn what_is_signed_has_the_bytes_of_the_first_version_and_verifies() {
    is_frozen("receipt", &values::receipt());
    is_frozen("signed-head", &values::head());
    is_frozen("signed-circular", &values::circular());
    let (council, device) = (council().public(), device().public());
    assert!(from_bytes::<Receipt>(golden("receipt")).unwrap().is_of(&council));
    assert!(from_bytes::<SignedHead>(golden("signed-head")).unwrap().is_of(&device));
    assert!(from_bytes::<SignedCircular>(golden("signed-circular")).unwrap().is_of(&council));
}

#[test]
fn a_bundle_has_the_bytes_of_the_first_version() {
    let outward: Outward = bundle::from_bytes(golden("bundle-outward")).unwrap();
    assert_eq!(bundle::to_bytes(&outward).unwrap(), golden("bundle-outward"));
    assert_eq!(outward.hellos, values::outward().hellos);
    let homeward: Homeward = bundle::from_bytes(golden("bundle-homeward")).unwrap();
    assert_eq!(bundle::to_bytes(&values::homeward()).unwrap(), golden("bundle-homeward"));
    assert_eq!(homeward, values::homeward());
}

#[test]
fn a_short_code_that_was_sent_still_names_its_commitment() {
    let head = values::head();
    let code = short_code(REGISTER, head.stream(), head.n, head.h);
    assert_eq!(code, "Z32NQBE66BC0S1CEGJF17T");
    assert_eq!(read_short_code(&code), Some(code));
}
