/// <reference types="svelte" />
/// <reference types="vite/client" />

/** The state that the window asked for ahead of the page (`src-tauri/src/frame.rs`). */
declare var daftariState: Promise<import('$domain/bindings/commands').State> | undefined;
