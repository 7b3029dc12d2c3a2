import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../../../tests/accessible';
import { useWords } from '../../../../tests/words';
import type { SubjectChoice } from '$domain/bindings/commands';
import SubjectPicker from './SubjectPicker.svelte';

beforeAll(() => useWords(['shared', 'candidates']));

const subject = (code: string, name: string, short: string) => ({
  code,
  name,
  short,
  names: [short],
  group: 'I',
  component: null,
});
const offered = [
  subject('101', 'English', 'ENG'),
  subject('231', 'Biology', 'BIO'),
  subject('232', 'Physics', 'PHY'),
];
const choice: SubjectChoice = {
  entered: ['101'],
  pathway: 'A',
  slots: [
    { id: 'sciences', paragraph: '2.8.2(ii)', need: 2, missing: 2, filled: [], options: ['231', '232'] },
  ],
  misfits: [],
  room: 8,
  complete: false,
};

function picker(value = '101') {
  const onchange = vi.fn();
  const props = { field: 'subjects', label: 'Subjects', offered, choice, messages: [], editable: true };
  render(SubjectPicker, { ...props, value, onchange, onleave: vi.fn() });
  return onchange;
}
const box = () => screen.getByRole('combobox', { name: 'Subjects' });

test('three digits of a code add it at once', async () => {
  const onchange = picker();
  await userEvent.type(box(), '231');
  expect(onchange).toHaveBeenCalledWith('101 231');
});

test('a part of a name with Enter adds the best match', async () => {
  const onchange = picker();
  await userEvent.type(box(), 'phy{Enter}');
  expect(onchange).toHaveBeenCalledWith('101 232');
});

test('Backspace in the empty box takes the last one away', async () => {
  const onchange = picker('101 231');
  await userEvent.type(box(), '{Backspace}');
  expect(onchange).toHaveBeenCalledWith('101');
});

test('several codes at once are taken as they are', async () => {
  const onchange = picker('');
  await userEvent.click(box());
  await userEvent.paste('101, 231');
  expect(onchange).toHaveBeenCalledWith('101 231');
});

test('what could fill a missing slot is one press away, and all of it is accessible', async () => {
  const onchange = picker();
  await userEvent.click(screen.getByRole('button', { name: 'Add Biology' }));
  expect(onchange).toHaveBeenCalledWith('101 231');
  await expectAccessible();
});
