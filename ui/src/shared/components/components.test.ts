import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick } from 'svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../tests/accessible';
import { useWords } from '../../../tests/words';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import ConfirmDialog from './ConfirmDialog.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Notices from './Notices.svelte';
import { notices } from './notices.svelte';
import NumberInput from './NumberInput.svelte';
import Paragraph from './Paragraph.svelte';
import { onParagraph } from './paragraph';
import Progress from './Progress.svelte';
import RadioGroup from './RadioGroup.svelte';
import Select from './Select.svelte';
import SideBySide from './SideBySide.svelte';
import Switch from './Switch.svelte';
import TextInput from './TextInput.svelte';

beforeAll(() => useWords());
const text = (words: string) => createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));

describe('a field', () => {
  test('is tied to its label, hint and messages', async () => {
    const fix = vi.fn();
    render(TextInput, {
      label: 'Birth certificate',
      hint: 'As printed',
      required: true,
      messages: [
        {
          severity: 'error',
          text: 'It is missing',
          paragraph: '2.3.27(ii)',
          fix: { label: 'Mend', run: fix },
        },
        { severity: 'warning', text: 'It is short' },
      ],
    });
    const box = screen.getByRole('textbox', { name: /Birth certificate/ });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(/As printed.*Error:.*It is missing.*Warning:.*It is short/s);
    await userEvent.click(screen.getByRole('button', { name: 'Mend' }));
    expect(fix).toHaveBeenCalledOnce();
    await expectAccessible();
  });

  test('with a warning alone is not invalid', () => {
    render(TextInput, { label: 'Year', messages: [{ severity: 'warning', text: 'Odd' }] });
    expect(screen.getByRole('textbox', { name: 'Year' })).toBeValid();
  });
});

test('a number keeps what cannot be read as one, and has no value meanwhile', async () => {
  const heard = vi.fn();
  render(NumberInput, { label: 'How many', value: 4, onchange: heard });
  const box = screen.getByRole('textbox', { name: 'How many' });
  await userEvent.clear(box);
  await userEvent.type(box, '1,2o{Tab}');
  expect(box).toHaveValue('1,2o');
  expect(heard).toHaveBeenLastCalledWith(null);
  await userEvent.clear(box);
  await userEvent.type(box, '1,200{Tab}');
  expect(heard).toHaveBeenLastCalledWith(1200);
});

test('a busy button takes no press and keeps the focus', async () => {
  const pressed = vi.fn();
  render(Button, { busy: true, onclick: pressed, children: text('Read') });
  const button = screen.getByRole('button', { name: 'Read' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(pressed).not.toHaveBeenCalled();
  expect(button).toHaveFocus();
});

test('choices are named, grouped and accessible', async () => {
  const options = [
    { value: 'F', label: 'Female' },
    { value: 'M', label: 'Male' },
  ];
  render(RadioGroup, { label: 'Gender', options, value: 'F', error: 'Choose one' });
  render(Select, { label: 'Gender of the other', options, empty: 'Choose…' });
  render(Checkbox, { label: 'Repeater', hint: 'Sat before' });
  render(Switch, { label: 'Lock' });
  expect(screen.getByRole('group', { name: 'Gender' })).toHaveAccessibleDescription(/Choose one/);
  await userEvent.click(screen.getByRole('switch', { name: 'Lock' }));
  expect(screen.getByRole('switch', { name: 'Lock' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Repeater' })).toHaveAccessibleDescription('Sat before');
  await expectAccessible();
});

describe('a confirmation', () => {
  test('does it once, and closes when it is done', async () => {
    let end = () => {};
    const doIt = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    render(ConfirmDialog, { open: true, title: 'Withdraw?', action: 'Withdraw', onconfirm: doIt });
    const button = screen.getByRole('button', { name: 'Withdraw' });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(doIt).toHaveBeenCalledOnce();
    expect(screen.getByRole('dialog')).toBeVisible();
    end();
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('gives the focus back to what opened it, or to the heading when that is gone', async () => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<h1 tabindex="-1" data-page-heading>H</h1><button id="b">B</button>',
    );
    const opener = document.getElementById('b')!;
    opener.focus();
    const { rerender } = render(ConfirmDialog, {
      open: true,
      title: 'Sure?',
      action: 'Do',
      onconfirm: () => {},
    });
    await tick();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await vi.waitFor(() => expect(opener).toHaveFocus());
    await rerender({ open: true });
    opener.remove();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await vi.waitFor(() => expect(document.querySelector('h1')).toHaveFocus());
  });
});

test('a notice that comes while a dialog is open is shown and heard within it', async () => {
  render(Notices);
  const { rerender } = render(ConfirmDialog, {
    open: true,
    title: 'Sure?',
    action: 'Do',
    onconfirm: () => {},
  });
  await tick();
  const id = notices.show('Written down');
  await tick();
  expect(screen.getByText('Written down').closest('dialog')).not.toBeNull();
  await rerender({ open: false });
  expect(screen.getByText('Written down').closest('dialog')).toBeNull();
  notices.close(id);
});

test('a dialog that may not close is shown again when the browser closes it', async () => {
  let end = () => {};
  const doIt = () => new Promise<void>((resolve) => (end = resolve));
  render(ConfirmDialog, { open: true, title: 'Sure?', action: 'Do', onconfirm: doIt });
  await userEvent.click(screen.getByRole('button', { name: 'Do' }));
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  dialog.close();
  expect(dialog.open).toBe(true);
  end();
  await vi.waitFor(() => expect(dialog.open).toBe(false));
});

test('an error summary takes the focus at every attempt and leads to the field', async () => {
  document.body.insertAdjacentHTML('beforeend', '<input id="name-field" aria-label="Name">');
  const problems = [{ text: 'The name is missing', field: 'name-field' }];
  const { rerender } = render(ErrorSummary, { problems, attempt: 1 });
  const box = screen.getByRole('group', { name: 'One thing must be put right' });
  await vi.waitFor(() => expect(box).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'The name is missing' }));
  expect(document.getElementById('name-field')).toHaveFocus();
  await rerender({ problems, attempt: 2 });
  await vi.waitFor(() => expect(box).toHaveFocus());
});

test('a citation asks the shell for the paragraph', async () => {
  const asked = vi.fn();
  onParagraph(asked);
  render(Paragraph, { number: '2.8.4(vi)' });
  await userEvent.click(screen.getByRole('button', { name: 'Paragraph 2.8.4(vi) of the manual' }));
  expect(asked).toHaveBeenCalledWith('2.8.4(vi)');
});

test('progress says how far, how long yet, and can be stopped', async () => {
  const stop = vi.fn();
  render(Progress, { label: 'Reading', done: 50, total: 200, secondsLeft: 90, oncancel: stop });
  expect(screen.getByRole('progressbar', { name: 'Reading' })).toHaveAttribute('aria-valuenow', '25');
  expect(screen.getByText('About 2 minutes left')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(stop).toHaveBeenCalledOnce();
});

test('two records side by side say in words what differs', async () => {
  render(SideBySide, {
    caption: 'Two records',
    sides: ['Here', 'There'],
    rows: [
      { id: 'a', label: 'Name', values: ['X', 'X'] },
      { id: 'b', label: 'Year', values: ['2008', ''] },
    ],
  });
  expect(screen.getByRole('rowheader', { name: 'Year differs' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Name' })).toBeVisible();
  expect(screen.getByRole('cell', { name: '(blank)' })).toBeVisible();
  await expectAccessible();
});

test('passing notices are heard: errors at once and until closed, others politely', async () => {
  render(Notices);
  const undo = vi.fn();
  notices.show('Saved', { tone: 'good', action: { label: 'Undo', run: undo } });
  notices.show('The disk is full', { tone: 'error' });
  await tick();
  expect(screen.getByRole('status')).toHaveTextContent('Saved');
  expect(screen.getByRole('alert')).toHaveTextContent('The disk is full');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.getByRole('status')).not.toHaveTextContent('Saved');
  expect(screen.getByRole('alert')).toHaveTextContent('The disk is full');
});
