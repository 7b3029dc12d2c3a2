import { beforeAll, describe, expect, test } from 'vitest';
import { t, words } from '.';

beforeAll(() => words.choose('en', 'shared'));

describe('messages', () => {
  test('are formatted with what they are given', () => {
    expect(t('shared-paragraph', { number: '2.3.5' })).toBe('Paragraph 2.3.5 of the manual');
    expect(t('shared-seconds-left', { seconds: 1 })).toBe('About 1 second left');
    expect(t('shared-seconds-left', { seconds: 8 })).toBe('About 8 seconds left');
  });

  test('write money, days and clocks as people here do', () => {
    expect(t('shared-money', { amount: 5800 })).toMatch(/^Ksh\s5,800$/);
    expect(t('shared-day', { when: '2026-03-31' })).toBe('31 March 2026');
    expect(t('shared-day', { when: 'no day' })).not.toContain('Invalid');
  });

  test('change with the language at once, in the areas already shown', async () => {
    await words.choose('sw');
    expect(t('shared-cancel')).toBe('Ghairi');
    expect(document.documentElement.lang).toBe('sw');
    await words.choose('en');
    expect(t('shared-cancel')).toBe('Cancel');
  });

  test('of an area fetched while the language changes come in the new language', async () => {
    const choosing = words.choose('sw');
    await words.load('help');
    await choosing;
    expect(words.has('help-title')).toBe(true);
    await words.choose('en');
  });

  test('follow the last of two choices, whichever arrives first', async () => {
    await Promise.all([words.choose('sw'), words.choose('en')]);
    expect(words.language).toBe('en');
  });

  test('that are missing show their id and break nothing', () => {
    expect(t('shared-no-such')).toBe('shared-no-such');
    expect(words.has('shared-no-such')).toBe(false);
    expect(t('shared-paragraph')).toContain('Paragraph');
  });
});
