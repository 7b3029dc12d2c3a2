import { expect, test } from 'vitest';
import { intent } from './keys';

const key = (key: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

test.each([
  [key('ArrowDown'), { kind: 'move', rows: 1, columns: 0, extend: false }],
  [key('ArrowLeft', 'shift'), { kind: 'move', rows: 0, columns: -1, extend: true }],
  [key('Home'), { kind: 'edge', edge: 'row-start', extend: false }],
  [key('End', 'ctrl'), { kind: 'edge', edge: 'last', extend: false }],
  [key('ArrowUp', 'ctrl', 'shift'), { kind: 'edge', edge: 'top', extend: true }],
  [key('PageUp'), { kind: 'page', direction: -1, extend: false }],
  [key('F2'), { kind: 'edit' }],
  [key('Enter'), { kind: 'edit' }],
  [key('k'), { kind: 'type', text: 'k' }],
  [key('Ũ', 'shift'), { kind: 'type', text: 'Ũ' }],
  [key('Delete'), { kind: 'clear' }],
  [key('d', 'ctrl'), { kind: 'fill' }],
  [key(' ', 'shift'), { kind: 'select-row' }],
  [key(' ', 'ctrl'), { kind: 'select-column' }],
  [key('a', 'meta'), { kind: 'select-all' }],
])('%o means %o', (pressed, meant) => expect(intent(pressed)).toEqual(meant));

test.each([
  key('k', 'ctrl'),
  key('Enter', 'ctrl'),
  key('z', 'ctrl'),
  key('1', 'alt'),
  key('Tab'),
  key('F8'),
  key('Escape'),
])('%o is left to the screen and the shell', (pressed) => expect(intent(pressed)).toBeUndefined());
