//! The window as people use it. One window at a time: the machine has two cores, and a person has one screen.

mod centre;
mod first_roll;
mod focus;
mod import;
mod keeping;
mod kiswahili;
mod mid_edit;
mod people;
mod photographs;
mod screens;
mod starting;
mod trouble;
mod two_windows;
mod typing;
