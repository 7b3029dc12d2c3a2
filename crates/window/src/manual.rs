//! The regulations in our own words, searchable offline, by paragraph, rule and field.

commands! {}
