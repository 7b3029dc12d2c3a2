//! Why a picture cannot be used. Owns the sentences; refuses to name the file (the caller does).

/// A file that gives no photograph. Each says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotographError {
    /// There are no bytes.
    #[error("the file is empty: copy the photograph again from the camera or phone")]
    Empty,
    /// The content is something else, whatever the file is called.
    #[error("this is {found}, not a picture: save the photograph itself as a JPEG file and choose that")]
    NotAPicture {
        /// What the content looks like, with its article.
        found: &'static str,
    },
    /// A picture of a kind that is not read.
    #[error("pictures of the kind {kind} are not read: open it, save it as JPEG, and choose that file")]
    Unsupported {
        /// The kind, such as `HEIC`.
        kind: String,
    },
    /// The file ends before the picture does.
    #[error("the picture is cut short, so part of it is missing: copy the file again from where it came")]
    Truncated,
    /// The content contradicts itself.
    #[error("the picture is damaged: copy the file again from where it came, or take the photograph anew")]
    Damaged,
    /// The file has more bytes than any photograph.
    #[error(
        "the file has {bytes} bytes, and at most {limit} are read: save the photograph smaller and choose that file"
    )]
    TooManyBytes {
        /// Its size.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// The picture has more pixels than fit in the memory of a small laptop.
    #[error(
        "the picture has {width} x {height} pixels, and at most {limit} million in all are read: set the camera to a \
         smaller size, or save the photograph smaller"
    )]
    TooManyPixels {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
        /// The most that is read, in millions of pixels.
        limit: u32,
    },
    /// The crop asked for has no pixel inside the picture.
    #[error("the square to cut out lies outside of the picture, which has {width} x {height} pixels: choose it again")]
    CropOutside {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// The encoder gave up; no picture is known to do this.
    #[error("the photograph could not be written as JPEG: save it as JPEG in a picture program and choose that file")]
    NotEncoded,
}

impl PhotographError {
    /// A stable name of the kind of error, for whoever has words of their own for it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            PhotographError::Empty => "empty",
            PhotographError::NotAPicture { .. } => "not-a-picture",
            PhotographError::Unsupported { .. } => "unsupported",
            PhotographError::Truncated => "truncated",
            PhotographError::Damaged => "damaged",
            PhotographError::TooManyBytes { .. } => "too-many-bytes",
            PhotographError::TooManyPixels { .. } => "too-many-pixels",
            PhotographError::CropOutside { .. } => "crop-outside",
            PhotographError::NotEncoded => "not-encoded",
        }
    }
}
