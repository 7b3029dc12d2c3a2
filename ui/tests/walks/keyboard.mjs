// A person without a mouse: Tab until what is wanted has the focus.

/** What has the focus, as it is called. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    return label.trim().replaceAll(/\s+/g, ' ');
  });

/** Tabs to the control whose name begins with this; fails where the keyboard does not reach it. */
export async function tabTo(page, name, most = 80) {
  for (let step = 0; step < most; step += 1) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach "${name}"; it is at "${await focused(page)}"`);
}

/** Tabs there and presses Enter. */
export async function press(page, name) {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Tabs to a field, puts the text in place of what stands there. */
export async function type(page, name, text) {
  await tabTo(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Whether anything has the focus that a person can see. */
export const hasFocus = (page) => page.evaluate(() => document.activeElement !== document.body);
