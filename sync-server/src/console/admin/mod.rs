//! Administration at the council: people and devices, circulars and announcements, the life of centres, the audit, files for
//! other systems, results of the primary examination. Owns the JSON; `access` decides who may what.

pub(super) mod audit;
pub(super) mod circulars;
pub(super) mod exports;
pub(super) mod kcpe;
pub(super) mod life;
pub(super) mod people;
pub(super) mod roll;
