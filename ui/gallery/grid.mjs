// The grid by keyboard, as a clerk works: every movement, editing, marking, blocks and the clipboard.
import { equal, ok } from 'node:assert/strict';

/** Puts the focus on a cell of the first row and gives what the tests ask. */
async function begin(page, name = 'ACHIENG WANJIKŨ ODHIAMBO') {
  await page.getByRole('rowheader').first().waitFor();
  const grid = page.getByRole('grid');
  await grid.getByText(name, { exact: true }).click();
  const focused = () =>
    page.evaluate(() => {
      const cell = document.activeElement;
      const row = cell?.closest('[role=row]');
      return {
        text: cell?.innerText.trim() ?? '',
        row: Number(row?.getAttribute('aria-rowindex')) - 2,
        column: Number(cell?.getAttribute('aria-colindex')),
        inGrid: cell?.closest('[role=grid]') !== null,
      };
    });
  const at = async (row, column) => {
    await page
      .waitForFunction(
        ([row, column]) => {
          const cell = document.activeElement;
          const index = Number(cell?.closest('[role=row]')?.getAttribute('aria-rowindex')) - 2;
          return index === row && Number(cell?.getAttribute('aria-colindex')) === column;
        },
        [row, column],
        { timeout: 3000 },
      )
      .catch(async () => {
        throw new Error(
          `expected row ${row}, column ${column}; the focus is on ${JSON.stringify(await focused())}`,
        );
      });
  };
  await at(0, 3);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return { grid, focused, at, press };
}

const seen = (page) =>
  page.evaluate(() => {
    const cell = document.activeElement.getBoundingClientRect();
    const grid = document.querySelector('[role=grid]').getBoundingClientRect();
    const heading = document.querySelector('[role=columnheader]').getBoundingClientRect();
    return cell.top >= heading.bottom - 1 && cell.bottom <= grid.bottom + 1 && cell.right <= grid.right + 1;
  });

export async function grid(test) {
  await test(
    'the grid moves by arrows, Home, End and pages, and what has the focus is seen',
    {},
    async (page) => {
      const { at, press } = await begin(page);
      await press('ArrowDown', 'ArrowDown', 'ArrowRight');
      await at(2, 4);
      await press('End');
      await at(2, 8);
      await press('Home');
      await at(2, 2);
      await press('Control+End');
      await at(4999, 8);
      ok(await seen(page), 'the last cell is seen');
      await press('Control+Home');
      await at(0, 2);
      ok(await seen(page), 'the first cell is seen');
      await press('PageDown', 'PageDown');
      const { row } = await page.evaluate(() => ({
        row: Number(document.activeElement.closest('[role=row]').getAttribute('aria-rowindex')) - 2,
      }));
      ok(row > 10 && row < 30, `two pages down is row ${row}`);
      ok(await seen(page), 'the cell two pages down is seen');
    },
  );

  await test('the grid edits by typing, Enter, F2, and gives up by Esc', {}, async (page) => {
    const { at, press, focused } = await begin(page);
    await page.keyboard.type('NEW NAME');
    await press('Enter');
    await at(1, 3);
    await press('ArrowUp');
    await at(0, 3);
    equal((await focused()).text, 'NEW NAME');
    await press('F2');
    await page.keyboard.type('OTHER');
    await press('Escape');
    await at(0, 3);
    equal((await focused()).text, 'NEW NAME');
    await press('F2', 'End');
    await page.keyboard.type('S');
    await press('Tab');
    await at(0, 4);
    await page.keyboard.type('m');
    await press('Enter');
    await at(1, 4);
    await press('ArrowUp');
    await at(0, 4);
    equal((await focused()).text, 'M');
    await press('ArrowLeft');
    await at(0, 3);
    equal((await focused()).text, 'NEW NAMES');
  });

  await test('the grid marks rows, fills down, clears, copies and pastes blocks', {}, async (page) => {
    const { at, press, focused, grid } = await begin(page);
    await press('Space');
    equal(await grid.locator('[role=row][aria-selected=true]').count(), 2);
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await at(2, 3);
    equal(await grid.locator('[role=gridcell][aria-selected=true]').count(), 3);
    await press('Control+d');
    equal((await focused()).text, 'ACHIENG WANJIKŨ ODHIAMBO');
    await press('Shift+ArrowRight', 'Control+c');
    equal(
      await page.evaluate(() => navigator.clipboard.readText()).then((text) => text.split(/\r?\n/).length),
      3,
    );
    await press('Delete');
    equal((await focused()).text, '');
    await page.evaluate(() => navigator.clipboard.writeText('ONE\tF\nTWO\tM\n'));
    await press('Control+Home', 'ArrowRight');
    await at(0, 3);
    await press('Control+v');
    await page.getByText('2 rows pasted.').waitFor();
    equal((await focused()).text, 'ONE');
  });

  await test(
    'the grid keeps the focus when its row is filtered away or scrolled out of sight',
    {},
    async (page) => {
      const { press, focused, at, grid } = await begin(page);
      await grid.hover();
      await page.mouse.wheel(0, 6000);
      await page.waitForFunction(() => document.querySelector('[role=grid]').scrollTop > 2000);
      ok((await focused()).inGrid, 'scrolled away, the focus stays in the grid');
      await press('ArrowDown');
      await at(1, 3);
      ok(await seen(page), 'a key brings the focus into sight');
      await press('Control+Home');
      const filter = page.locator('#gallery-filter');
      await filter.fill('halima');
      await page.getByText(/^\d+ rows?\./).waitFor();
      await press('Tab', 'ArrowDown');
      ok((await focused()).inGrid, 'Tab comes back into the grid');
    },
  );

  await test('the grid sorts by a heading from the keyboard', {}, async (page) => {
    const { press, at, focused } = await begin(page);
    await press('ArrowUp');
    await at(-1, 3);
    await press('Enter', 'Enter');
    equal(
      await page.getByRole('grid').getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'),
      'descending',
    );
    await press('ArrowDown', 'Control+ArrowUp');
    await at(0, 3);
    ok((await focused()).text.startsWith('LILIAN'));
  });
}
