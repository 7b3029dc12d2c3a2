//! Any text as a short code typed from an SMS: mistyped, or 22 letters that read as themselves.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::read_short_code;

fuzz_target!(|typed: &str| {
    let Some(code) = read_short_code(typed) else { return };
    assert_eq!(code.len(), 22);
    assert_eq!(read_short_code(&code), Some(code));
});
