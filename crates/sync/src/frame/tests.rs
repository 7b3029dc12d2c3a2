use super::*;
use crate::chain::chain_start;

const REGISTER: RegisterId = RegisterId { centre: 24_505_105, year: 2026 };

fn sealed(records: &[Vec<u8>]) -> Result<Vec<u8>, FrameError> {
    let key = SecretKey::of(&[1; 32]);
    let before = chain_start(crate::WriterId::of(key.public().device(), REGISTER), 1);
    Frame::seal(&key, REGISTER, 1, 1, before, records)
}

#[test]
fn a_batch_is_opened_as_it_was_sealed_and_bears_its_devices_signature() {
    let records = [b"one".to_vec(), Vec::new(), b"three".to_vec()];
    let frame = Frame::open(&sealed(&records).unwrap()).unwrap();
    assert!(frame.operations.iter().map(|operation| &operation.bytes).eq(&records));
    assert!(frame.head.is_of(&SecretKey::of(&[1; 32]).public()));
    assert_eq!((frame.head.n, frame.head.h), (3, frame.operations[2].h));
}

#[test]
fn a_batch_altered_in_any_byte_does_not_open_or_is_not_the_devices() {
    let sound = sealed(&[b"one".to_vec(), b"two".to_vec()]).unwrap();
    let public = SecretKey::of(&[1; 32]).public();
    for place in 0..sound.len() {
        let mut altered = sound.clone();
        altered[place] ^= 1;
        assert!(!Frame::open(&altered).is_ok_and(|frame| frame.head.is_of(&public)), "byte {place}");
    }
}

#[test]
fn a_batch_cut_anywhere_does_not_open() {
    let sound = sealed(&[b"one".to_vec(), b"two".to_vec()]).unwrap();
    assert!((0..sound.len()).all(|end| Frame::open(&sound[..end]) == Err(FrameError::Malformed)));
}

#[test]
fn what_one_frame_does_not_hold_is_not_sealed() {
    assert_eq!(sealed(&[]), Err(FrameError::Malformed));
    assert_eq!(sealed(&vec![vec![0]; MOST_OPERATIONS + 1]), Err(FrameError::TooLarge));
    assert_eq!(sealed(&[vec![0; MOST_UNPACKED + 1]]), Err(FrameError::Bomb));
}
