//! I14: a picture is visible, at the council or at a desk, only if its bytes hash to its name.

use sync::Hash;

use super::{Kept, broken};

/// Checks pictures that somebody may look at.
///
/// # Errors
/// When one is not of its name.
pub fn pictures_are_of_their_names<'p>(shown: impl Iterator<Item = (&'p Hash, &'p [u8])>) -> Kept {
    for (name, bytes) in shown {
        if *blake3::hash(bytes).as_bytes() != name.0 {
            return broken(14, format!("the picture shown as {name} is not of that name"));
        }
    }
    Ok(())
}

/// Checks how many bytes of a picture there are after a part came: those before, up to the part's end.
///
/// # Errors
/// When there are more: some of them are twice there.
pub fn a_part_goes_where_it_belongs(before: u32, (offset, length): (u32, u32), now: u32) -> Kept {
    if now <= before.max(offset.saturating_add(length)) {
        return Ok(());
    }
    broken(14, format!("{now} bytes of a picture are there after a part of {length} at {offset}; {before} were before"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_fails_when_bytes_are_twice_there() {
        assert!(a_part_goes_where_it_belongs(64, (64, 64), 128).is_ok());
        assert!(a_part_goes_where_it_belongs(128, (64, 64), 128).is_ok());
        assert!(a_part_goes_where_it_belongs(128, (64, 64), 192).is_err());
    }

    #[test]
    fn it_fails_on_altered_bytes() {
        let name = Hash(*blake3::hash(b"face").as_bytes());
        assert!(pictures_are_of_their_names([(&name, &b"face"[..])].into_iter()).is_ok());
        assert!(pictures_are_of_their_names([(&name, &b"fate"[..])].into_iter()).is_err());
    }
}
