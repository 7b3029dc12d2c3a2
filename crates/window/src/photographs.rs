//! Photographs: matching a folder, cropping, hints, the contact sheet. Pictures are made by `intake`.

commands! {}
