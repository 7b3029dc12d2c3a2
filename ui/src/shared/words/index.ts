export { t, words, languages, type Language, type Args } from './words.svelte';
export { default as T } from './T.svelte';
