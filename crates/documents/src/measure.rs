//! Sizes shared by every document: A4, its margins, the scale of type and the inks. A page looks the same whether it
//! comes from the photo tables or from the flowing forms.

/// Millimetres in points.
pub(crate) const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// A4 in millimetres.
pub(crate) const PAGE: (f32, f32) = (210.0, 297.0);
/// Left and right margin in millimetres.
pub(crate) const MARGIN: f32 = 12.0;
/// Top of the first line of anything, in millimetres.
pub(crate) const TOP: f32 = 11.0;
/// Where the body ends and the foot begins, in millimetres.
pub(crate) const BODY_END: f32 = 281.0;
/// Baseline of the foot, in millimetres.
pub(crate) const FOOT: f32 = 287.5;

/// A colour of ink.
pub(crate) type Ink = (u8, u8, u8);
/// Text.
pub(crate) const BLACK: Ink = (22, 26, 29);
/// Labels and notes; 4.5:1 and more on white.
pub(crate) const GREY: Ink = (92, 99, 106);
/// Rules between rows.
pub(crate) const HAIR: Ink = (176, 182, 188);
/// Behind the heads of tables.
pub(crate) const TINT: Ink = (238, 242, 240);
/// The council's green: titles and the rule beneath them.
pub(crate) const GREEN: Ink = (0, 84, 60);
/// The DRAFT mark.
pub(crate) const RED: Ink = (170, 30, 30);
