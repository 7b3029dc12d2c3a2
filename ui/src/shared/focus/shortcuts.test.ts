import { beforeEach, expect, test, vi } from 'vitest';
import { named, shortcuts } from './shortcuts.svelte';

const press = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { cancelable: true, bubbles: true, ...init });
  Object.defineProperty(event, 'target', { value: target });
  shortcuts.press(event);
  return event;
};

let remove = () => {};
beforeEach(() => remove());

test.each([
  [{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'k', metaKey: true }, 'Ctrl+K'],
  [{ key: 'z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: '¡', code: 'Digit1', altKey: true }, 'Alt+1'],
  [{ key: 'F8' }, 'F8'],
  [{ key: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
])('%o is named %s', (init, name) => expect(named(new KeyboardEvent('keydown', init))).toBe(name));

test('the screen that came last has a key first, and gives it back when it goes', () => {
  const [shell, screen] = [vi.fn(), vi.fn()];
  remove = shortcuts.add([{ keys: 'F8', words: 'x', run: shell }]);
  const leave = shortcuts.add([{ keys: 'F8', words: 'x', run: screen }]);
  expect(press({ key: 'F8' }).defaultPrevented).toBe(true);
  leave();
  press({ key: 'F8' });
  expect([shell.mock.calls.length, screen.mock.calls.length]).toEqual([1, 1]);
});

test('a plain key is text while text is typed', () => {
  const sheet = vi.fn();
  remove = shortcuts.add([{ keys: '?', words: 'x', run: sheet }]);
  press({ key: '?', shiftKey: true }, document.createElement('input'));
  expect(sheet).not.toHaveBeenCalled();
  press({ key: '?', shiftKey: true });
  expect(sheet).toHaveBeenCalledOnce();
});

test('a plain key is a key on a circle or a box to tick', () => {
  const sheet = vi.fn();
  remove = shortcuts.add([{ keys: '2', words: 'x', run: sheet }]);
  const circle = Object.assign(document.createElement('input'), { type: 'radio' });
  press({ key: '2' }, circle);
  expect(sheet).toHaveBeenCalledOnce();
});

test('keys of one sign can be switched off; those with Ctrl stay', () => {
  const ran: string[] = [];
  const key = (keys: string) => ({ keys, words: 'x', run: () => void ran.push(keys) });
  remove = shortcuts.add([key('N'), key('Ctrl+Enter')]);
  shortcuts.chooseSingle(false);
  press({ key: 'n' });
  press({ key: 'Enter', ctrlKey: true });
  shortcuts.chooseSingle(true);
  press({ key: 'n' });
  expect(ran).toEqual(['Ctrl+Enter', 'N']);
});

test('a key that its shortcut refuses is left to the browser', () => {
  remove = shortcuts.add([{ keys: 'Ctrl+Z', words: 'x', run: () => false }]);
  expect(press({ key: 'z', ctrlKey: true }).defaultPrevented).toBe(false);
});
