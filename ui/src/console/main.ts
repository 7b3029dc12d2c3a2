// The console's beginning: looks and words first, then the shell.
import { mount } from 'svelte';
import '$shared/base.css';
import { appearance } from '$shared/layout/appearance.svelte';
import Shell from './Shell.svelte';

await appearance.begin('shared', 'console-shell', 'console-entry', 'console-problem');
mount(Shell, { target: document.getElementById('app')! });
