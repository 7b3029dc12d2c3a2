//! Documents: made, previewed as pictures of their pages, saved. Layout is `documents`'.

commands! {}
