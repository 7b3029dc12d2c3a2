//! The memory of the window's own process. Owns what the C library's allocator is told; the page's engine has its own
//! (`engine`, docs/decisions/0015).

/// What a long list or a picture took goes back to the system, and no thread keeps a pool of its own: to be said before
/// there is another thread.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the one way to tell the allocator without starting the program a second time")]
pub(crate) fn given_back() {
    const TOLD: [(libc::c_int, libc::c_int); 3] =
        [(libc::M_ARENA_MAX, 1), (libc::M_MMAP_THRESHOLD, 64 << 10), (libc::M_TRIM_THRESHOLD, 128 << 10)];
    for (what, value) in TOLD {
        // SAFETY: takes two numbers and keeps no memory of ours; what it does not know it leaves as it was.
        unsafe { libc::mallopt(what, value) };
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn given_back() {}
