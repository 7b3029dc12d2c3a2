//! A spreadsheet on its way into the register: mapping, staging, applying. Nothing touches the register before it is applied.

commands! {}
