//! The window as people use it. One window at a time: the machine has two cores, and a person has one screen.

mod screens;
mod starting;
