// axe over what a test has drawn. Colour and place are for Chromium (`npm run test:gallery`): jsdom draws nothing.
import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with what axe finds wrong in `element`. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
