import { expect, test } from 'vitest';
import { filled } from './contract';

test('an address is filled with its parts, what it does not name is its query, and all of it is encoded', () => {
  expect(filled('cases/{id}/decide', { id: 'ab/../c?d' })).toBe('cases/ab%2F..%2Fc%3Fd/decide');
  expect(filled('overview', { year: 2026, county: undefined })).toBe('overview?year=2026');
  expect(filled('centres', { after: '24505105', rule: 'a&b=c d' })).toBe(
    'centres?after=24505105&rule=a%26b%3Dc+d',
  );
  expect(filled('session')).toBe('session');
});
