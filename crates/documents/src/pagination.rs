//! Dividing rows over pages. Owns the promise that a row is placed once and never split.

/// A row's place on its page, in points from the top of the space for rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Which row.
    pub(crate) row: usize,
    /// Distance of its top from the top of the space.
    pub(crate) top: f32,
    /// Its height.
    pub(crate) height: f32,
}

impl Placed {
    pub(crate) fn bottom(self) -> f32 {
        self.top + self.height
    }
}

/// The rows of each page, in order; at least one page. `first` and `later` are the heights of the space for rows on the
/// first page and on the others. A row taller than any page is cut down to a page of its own.
pub(crate) fn paginate(heights: impl IntoIterator<Item = f32>, first: f32, later: f32) -> Vec<Vec<Placed>> {
    let mut pages = vec![Vec::new()];
    let (mut used, mut space) = (0.0, first);
    for (row, height) in heights.into_iter().enumerate() {
        let height = height.min(later);
        if used + height > space {
            pages.push(Vec::new());
            (used, space) = (0.0, later);
        }
        if let Some(page) = pages.last_mut() {
            page.push(Placed { row, top: used, height });
        }
        used += height;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_row_is_placed_once_in_order_whole_and_clear_of_the_others(
            heights in proptest::collection::vec(1.0f32..900.0, 0..120),
            first in 100.0f32..500.0,
            extra in 0.0f32..200.0,
        ) {
            let later = first + extra;
            let pages = paginate(heights.iter().copied(), first, later);
            let order: Vec<usize> = pages.iter().flatten().map(|placed| placed.row).collect();
            prop_assert_eq!(order, (0..heights.len()).collect::<Vec<_>>());
            for (number, page) in pages.iter().enumerate() {
                let space = if number == 0 { first } else { later };
                prop_assert!(page.iter().all(|placed| placed.bottom() <= space));
                prop_assert!(page.windows(2).all(|pair| pair[0].bottom() <= pair[1].top));
                prop_assert!(number == 0 || !page.is_empty());
            }
        }
    }
}
