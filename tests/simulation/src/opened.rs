//! Batches, opened once however many look at them. Owns that memory, of one thread and one world; refuses what does not
//! open.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use sync::frame::Frame;

thread_local! {
    static OPENED: RefCell<HashMap<Vec<u8>, Option<Rc<Frame>>>> = RefCell::default();
}

/// The batch of these bytes; `None`: they are none.
pub(crate) fn opened(bytes: &[u8]) -> Option<Rc<Frame>> {
    OPENED.with_borrow_mut(|known| match known.get(bytes) {
        Some(frame) => frame.clone(),
        None => {
            let frame = Frame::open(bytes).ok().map(Rc::new);
            known.insert(bytes.to_vec(), frame.clone());
            frame
        }
    })
}

/// A world ends, and nobody looks at its batches again.
pub(crate) fn forget() {
    OPENED.with_borrow_mut(HashMap::clear);
}
