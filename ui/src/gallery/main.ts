// Every component in its states, to look at and to test.
import { mount } from 'svelte';
import '$shared/base.css';
import { appearance } from '$shared/layout/appearance.svelte';
import Gallery from './Gallery.svelte';

await appearance.begin('shared', 'gallery');
mount(Gallery, { target: document.getElementById('app')! });
