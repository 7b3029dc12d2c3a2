//! Photographs: files matched to candidates, framed and looked at, then attached as one operation; and the sheet of those
//! that the register has. Owns the batch between the files and the register; pictures are made by `intake`.

mod batch;
mod bringing;
mod framing;
mod sheet;
mod view;

pub(crate) use batch::Batch;

use crate::window::Nothing;

commands! {
    "photographs.camera" => bringing::camera, (Nothing) -> bool;
    "photographs.choose" => bringing::choose, (bringing::Choice) -> view::BatchView;
    "photographs.bring" => bringing::bring, (bringing::Picture) -> view::BatchView;
    "photographs.batch" => bringing::batch, (Nothing) -> view::BatchView;
    "photographs.clear" => bringing::clear, (Nothing) -> view::BatchView;
    "photographs.assign" => framing::assign, (framing::Assignment) -> view::BatchView;
    "photographs.leave-out" => framing::leave_out, (framing::OfFile) -> view::BatchView;
    "photographs.open" => framing::open, (framing::OfFile) -> framing::Opened;
    "photographs.frame" => framing::frame, (framing::Frame) -> view::FileView;
    "photographs.attach" => sheet::attach, (Nothing) -> sheet::Attached;
    "photographs.sheet" => sheet::sheet, (Nothing) -> Vec<view::PersonView>;
    "photographs.remove" => sheet::remove, (sheet::Of) -> ();
    "photographs.swap" => sheet::swap, (sheet::Two) -> ();
}
