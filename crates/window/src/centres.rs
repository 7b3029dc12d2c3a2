//! The SCDE's office: several centres, their checklist and their returns.

commands! {}
