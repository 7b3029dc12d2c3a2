// Where the focus goes when dialogs, menus and lists open and close.
import { equal, ok } from 'node:assert/strict';
import { accessible } from './looks.mjs';

const active = (page) =>
  page.evaluate(() => document.activeElement.innerText?.trim() || document.activeElement.tagName);

export async function dialogs(test) {
  for (const theme of ['light', 'dark', 'contrast']) {
    await test(`a dialog is accessible and gives the focus back in ${theme}`, { theme }, async (page) => {
      const opener = page.getByRole('button', { name: 'Drawer' });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await accessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      equal(await active(page), 'Drawer');
    });
  }

  await test('the palette runs what is typed', {}, async (page) => {
    await page.getByRole('button', { name: 'Commands' }).click();
    const box = page.getByRole('combobox', { name: 'Type a part' });
    await box.waitFor();
    equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
    await page.keyboard.type('edi');
    equal(await page.locator('[role=option]').count(), 1);
    await accessible(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  await test('a menu opens, moves and closes by keyboard', {}, async (page) => {
    await page.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor({ state: 'hidden' });
    equal(await active(page), 'More');
  });

  await test('a combobox narrows and chooses by keyboard', {}, async (page) => {
    const box = page.getByRole('combobox', { name: 'Subject' });
    await box.click();
    await page.keyboard.type('kisw');
    await page.getByRole('option', { name: 'Kiswahili' }).waitFor();
    equal(await page.locator('[role=option]').count(), 1);
    await accessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    equal(await box.inputValue(), 'Kiswahili');
  });

  await test('an error summary takes the focus and leads to the field', {}, async (page) => {
    await page.getByRole('button', { name: 'Try to go on' }).click();
    await page.waitForFunction(() => document.activeElement.innerText?.includes('must be put right'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    ok(await page.evaluate(() => document.activeElement.id === 'gallery-filter'));
  });
}
