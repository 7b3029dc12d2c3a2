//! Requests counted by who sends them. Owns the counters (they forget those who stay away); refuses to know what is asked.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sync::RefusalCode;

use crate::problem::Problem;
use crate::settings::{Limits, Rate};
use crate::stores::Subject;

/// The counters.
pub struct Limiters {
    device: DefaultKeyedRateLimiter<Subject>,
    user: DefaultKeyedRateLimiter<Subject>,
    address: DefaultKeyedRateLimiter<IpAddr>,
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limiters {
    /// Begins to count.
    #[must_use]
    pub fn new(limits: &Limits) -> Limiters {
        Limiters {
            device: RateLimiter::keyed(quota(limits.device)),
            user: RateLimiter::keyed(quota(limits.user)),
            address: RateLimiter::keyed(quota(limits.address)),
            sign_in: RateLimiter::keyed(quota(limits.sign_in)),
        }
    }

    /// Counts a request from an address; `entrant`: one by which somebody comes in.
    ///
    /// # Errors
    /// When there were too many.
    pub fn address(&self, address: IpAddr, entrant: bool) -> Result<(), Problem> {
        let address = network(address);
        count(&self.address, &address)?;
        if entrant { count(&self.sign_in, &address) } else { Ok(()) }
    }

    /// Counts a request of somebody.
    ///
    /// # Errors
    /// When there were too many.
    pub fn subject(&self, subject: &Subject) -> Result<(), Problem> {
        match subject {
            Subject::Device(_) => count(&self.device, subject),
            Subject::User(_) => count(&self.user, subject),
        }
    }

    /// Forgets those who have stayed away long enough.
    pub fn forget(&self) {
        self.device.retain_recent();
        self.user.retain_recent();
        self.address.retain_recent();
        self.sign_in.retain_recent();
    }
}

/// Of an IPv6 address the network counts: its owner has all the rest.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(whole) => IpAddr::V6((u128::from(whole) >> 64 << 64).into()),
        four => four,
    }
}

fn quota(rate: Rate) -> Quota {
    let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    Quota::per_second(at_least_one(rate.per_second)).allow_burst(at_least_one(rate.burst))
}

fn count<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), Problem> {
    limiter.check_key(key).map_err(|until| {
        let wait = until.wait_time_from(DefaultClock::default().now());
        Problem::from(RefusalCode::TooMany)
            .retry_after(u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_counted_apart_and_a_network_of_version_6_as_one() {
        let rate = Rate { per_second: 1, burst: 2 };
        let limiters =
            Limiters::new(&Limits { address: rate, sign_in: Rate { per_second: 1, burst: 1 }, ..Limits::default() });
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        assert!(limiters.address(a, true).is_ok());
        let refused = limiters.address(a, true).unwrap_err();
        assert_eq!((refused.code, refused.retry_after), (RefusalCode::TooMany.into(), Some(1)));
        assert!(limiters.address(b, true).is_ok());
        let [c, d]: [IpAddr; 2] = ["2001:db8::1", "2001:db8::ffff:2"].map(|text| text.parse().unwrap());
        assert_eq!(network(c), network(d));
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), a);
    }
}
