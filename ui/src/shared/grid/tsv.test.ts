import { expect, test } from 'vitest';
import { fromTsv, toTsv } from './tsv';

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\r\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['one', [['one']]],
  ['a\t\t\n', [['a', '', '']]],
  ['\tb', [['', 'b']]],
  ['"two\nlines"\t"say ""yes"""\n', [['two\nlines', 'say "yes"']]],
  ['5" nail\tb\n', [['5" nail', 'b']]],
  ['"unclosed\tb\n', [['"unclosed', 'b']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['', []],
])('%j is read as its cells', (text, cells) => expect(fromTsv(text)).toEqual(cells));

test('what was copied is read back as it was', () => {
  const cells = [
    ['WANJIKŨ', 'a\tb', 'x\ny'],
    ['', '"', "O'BRIEN"],
  ];
  expect(fromTsv(toTsv(cells))).toEqual(cells);
});
