//! The day on which the program is made: a clock that is before it is wrong. `SOURCE_DATE_EPOCH` sets it where the same
//! source is to give the same program.

fn main() {
    println!("cargo:rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo:rerun-if-env-changed=DAFTARI_UPDATE_KEY");
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<u64>().ok());
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = set.unwrap_or_else(|| since.map_or(0, |time| time.as_secs()));
    println!("cargo:rustc-env=DAFTARI_BUILT={}", day(seconds / 86_400));
}

/// A day since 1970 in the calendar, counted in years that begin in March.
fn day(since: u64) -> String {
    let days = since + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + u64::from(month <= 2))
}
