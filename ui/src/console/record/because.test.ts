import { beforeEach, expect, test } from 'vitest';
import { useWords } from '../../../tests/words';
import { words } from '$shared/words';
import { because, otherwiseName, type Reason } from './because';

beforeEach(() => useWords(['console-because', 'console-record']));

const names = { same: 2, sounds: 0, near: 1, stem: 0, initial: 0, unlike: 0, left_out: 0, reordered: true };
const cases: [Reason, string, string][] = [
  [
    { code: 'transposed', field: 'birth_certificate_no', text: 'birth certificate: transposed' },
    'Birth certificate: two digits exchanged',
    'Cheti cha kuzaliwa: tarakimu mbili zimebadilishana',
  ],
  [{ code: 'same-county', field: 'centre', text: 'same county' }, 'The same county', 'Kaunti moja'],
  [
    { code: 'names-agree', field: 'name', names, text: 'names: …' },
    'Names: 2 the same, 1 a letter off, in another order',
    'Majina: 2 sawa, 1 kwa tofauti ya herufi moja, kwa mpangilio mwingine',
  ],
  [
    { code: 'few', count: 9, least: 15, text: 'The centre presents 9 candidates; 15 are the least.' },
    'The centre presents 9 candidates; 15 are the least.',
    'Kituo kina watahiniwa 9; wanaohitajika ni angalau 15.',
  ],
  [
    { code: 'missing', missing: ['head.to', 'slip'], text: 'Missing: …' },
    'Missing: Head of the centre joined, Slip of the transfer fee.',
    'Kinachokosekana: Mkuu wa kituo anachojiunga, Stakabadhi ya ada ya uhamisho.',
  ],
];

test('a reason is put into both languages by its code and what it is about', async () => {
  for (const [reason, english] of cases) expect(because(reason)).toBe(english);
  await words.choose('sw');
  for (const [reason, , kiswahili] of cases) expect(because(reason)).toBe(kiswahili);
  expect(otherwiseName('twins')).toBe('mapacha');
  await words.choose('en');
});

test('a code that this page does not know yet is shown in the words that came with it', () => {
  expect(because({ code: 'novel' as Reason['code'], text: 'Something new.' })).toBe('Something new.');
});
