//! The columns of the nominal roll, in millimetres from the left margin, and their heads.

/// A column: where it starts, how wide its text may be, and the lines of its head.
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) head: &'static [&'static str],
}

/// Side of a photograph: 300 pixels over it make 448 dots to the inch.
pub(super) const PHOTO_SIDE: f32 = 17.0;
/// Space above and below the content of a row.
pub(super) const PADDING: f32 = 0.9;
/// Height of the table's head.
pub(super) const HEAD: f32 = 9.6;

pub(super) const PHOTO: Column = Column { x: 0.0, width: PHOTO_SIDE, head: &["Photograph"] };
pub(super) const CANDIDATE: Column =
    Column { x: 20.0, width: 54.0, head: &["Index number", "Name as on the certificate", "Special needs"] };
pub(super) const PERSON: Column =
    Column { x: 76.0, width: 26.0, head: &["Gender", "Year of birth", "Birth certificate"] };
pub(super) const ENTRY: Column =
    Column { x: 103.5, width: 30.0, head: &["Entry code", "Certificate", "Its index number"] };
pub(super) const SUBJECTS: Column = Column { x: 135.5, width: 22.0, head: &["Subjects"] };
pub(super) const SIGNATURE: Column = Column { x: 159.5, width: 26.5, head: &["Signature of candidate"] };

/// Those with something to read, in reading order.
pub(super) const READ: [&Column; 5] = [&PHOTO, &CANDIDATE, &PERSON, &ENTRY, &SUBJECTS];
