//! What can go wrong between a model and its PDF. Bad values never do: a draft prints as it stands.

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// A bundled typeface could not be read: the program was built from a damaged copy.
    #[error("the bundled typeface {0} cannot be read; install the program again")]
    Typeface(&'static str),
    /// The PDF writer refused the drawn pages.
    #[error("the {document} could not be written as PDF: {reason}; report this with the document's name")]
    Writing {
        /// Which document was being written, as in "nominal roll".
        document: &'static str,
        /// What the writer said. It never holds a candidate's particulars.
        reason: String,
    },
}
