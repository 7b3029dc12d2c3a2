//! Who was entered twice (2.12, 2.3.18). Pure: entries come in as text, pairs with probabilities and reasons go out; the
//! threads to use are a parameter.
//!
//! An [`Index`] holds everybody under the keys by which they may be found again. [`Index::full_run`] compares everybody
//! worth comparing and learns a [`Model`] from the table itself; [`Index::check`] compares one candidate by a model that
//! was learned. How, and how well, is in `docs/reconciliation.md`.

mod check;
mod compare;
mod entry;
mod evidence;
mod index;
mod keys;
mod learn;
mod lexicon;
mod model;
mod naming;
mod number;
mod pairs;
mod prior;
mod reasons;
mod run;
mod search;
mod shelf;
mod spelling;

pub use entry::Entry;
pub use index::{Full, Id, Index};
pub use model::{Kinship, Model, Weight};
pub use naming::Spelling;
pub use number::is_filler;
pub use reasons::{Names, Reason};
pub use run::{Match, Run};
pub use search::Hit;
