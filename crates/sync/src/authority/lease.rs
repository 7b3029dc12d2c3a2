//! Which device gives out which candidate numbers. Owns the policy: the first device of a centre may give out all;
//! each later one has blocks from the top of each range, for numbers are given out from the bottom. Refuses to take a
//! block back, and to issue a number (the fold does).

use crate::fault::{Fault, planted};
use crate::identity::DeviceId;
use crate::message::Lease;

/// First attempts and whole repetitions (2.3.23).
pub const WHOLE_NUMBERS: Lease = Lease { first: 1, last: 499 };

/// Those who repeat one to six subjects (2.3.24).
pub const PARTIAL_NUMBERS: Lease = Lease { first: 801, last: 899 };

/// The most numbers of a block.
const BLOCK: u16 = 50;

/// What changes when a device without numbers asks for some: each device named gets the numbers named, in place of
/// those before. Empty: nothing changes.
pub(super) fn changes(leased: &[(DeviceId, Lease)], device: DeviceId) -> Vec<(DeviceId, Vec<Lease>)> {
    let of = |device: DeviceId| leased.iter().filter(move |(holder, _)| *holder == device).map(|(_, lease)| *lease);
    if of(device).next().is_some() {
        return Vec::new();
    }
    if leased.is_empty() || planted(Fault::LeaseTwice) {
        return vec![(device, vec![WHOLE_NUMBERS, PARTIAL_NUMBERS])];
    }
    let first = leased.iter().find(|(_, lease)| lease.first == WHOLE_NUMBERS.first).map(|(holder, _)| *holder);
    let Some(first) = first else { return Vec::new() };
    let parts: Vec<(Lease, Option<Lease>)> = of(first).map(split).collect();
    let taken: Vec<Lease> = parts.iter().filter_map(|(_, block)| *block).collect();
    if taken.is_empty() {
        return Vec::new();
    }
    vec![(first, parts.into_iter().map(|(kept, _)| kept).collect()), (device, taken)]
}

/// What the first device keeps, and the block from the top: half, once there is little left.
fn split(lease: Lease) -> (Lease, Option<Lease>) {
    let size = (lease.last + 1).saturating_sub(lease.first);
    match BLOCK.min(size / 2) {
        0 => (lease, None),
        block => {
            let last = lease.last - block;
            (Lease { last, ..lease }, Some(Lease { first: last + 1, last: lease.last }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(leased: &mut Vec<(DeviceId, Lease)>, device: DeviceId) {
        for (device, leases) in changes(leased, device) {
            leased.retain(|(holder, _)| *holder != device);
            leased.extend(leases.into_iter().map(|lease| (device, lease)));
        }
    }

    fn blocks(leased: &[(DeviceId, Lease)], device: u8) -> Vec<(u16, u16)> {
        let own = leased.iter().filter(|(holder, _)| *holder == DeviceId([device; 16]));
        own.map(|(_, lease)| (lease.first, lease.last)).collect()
    }

    #[test]
    fn the_first_has_all_and_others_take_fifty_from_the_top_of_each_range() {
        let mut leased = Vec::new();
        for device in [1, 2, 3, 2, 1] {
            apply(&mut leased, DeviceId([device; 16]));
        }
        assert_eq!(blocks(&leased, 1), [(1, 399), (801, 825)]);
        assert_eq!(blocks(&leased, 2), [(450, 499), (851, 899)]);
        assert_eq!(blocks(&leased, 3), [(400, 449), (826, 850)]);
    }

    #[test]
    fn no_number_is_leased_twice_and_none_is_lost_however_many_ask() {
        let mut leased = Vec::new();
        for device in 0..=u8::MAX {
            apply(&mut leased, DeviceId([device; 16]));
        }
        let mut all: Vec<u16> = leased.iter().flat_map(|(_, lease)| lease.first..=lease.last).collect();
        all.sort_unstable();
        assert!(all.into_iter().eq((1..=499).chain(801..=899)));
    }
}
