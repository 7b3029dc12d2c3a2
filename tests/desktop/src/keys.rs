//! Keys as a person presses them. Owns the combinations; one key is `fantoccini`'s.

use fantoccini::key::Key;

/// Held down with another.
pub const CONTROL: Key = Key::Control;
/// Held down with another.
pub const ALT: Key = Key::Alt;
/// Held down with another.
pub const SHIFT: Key = Key::Shift;

/// What the driver is told of a key with those held down.
#[must_use]
pub fn chord(held: &[Key], key: char) -> (Vec<char>, char) {
    (held.iter().map(|key| char::from(*key)).collect(), key)
}
