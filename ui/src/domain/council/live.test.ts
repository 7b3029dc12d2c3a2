// The stream of changes: who is told of what, and what happens when the line was down.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onChanged } from './live';

class Stream extends EventTarget {
  static CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  constructor() {
    super();
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  says(what: string[]) {
    this.dispatchEvent(new MessageEvent('changed', { data: JSON.stringify({ version: 1, what }) }));
  }
}

const heard: string[] = [];
let leave: (() => void)[] = [];
const listen = (...about: string[]) =>
  (leave = about.map((about) => onChanged(about, () => void heard.push(about))));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
});
afterEach(() => {
  for (const go of leave) go();
  heard.length = Stream.all.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([
  [['queue:duplicate'], ['queue:']],
  [
    ['queue:conflict', 'overview'],
    ['queue:', 'overview'],
  ],
  [['centre:24505105'], ['centre:24505105']],
  [['centre:24505106'], []],
  [['centres'], ['centre:24505105']],
])('%j is heard by %j', (what, told) => {
  listen('queue:', 'overview', 'centre:24505105');
  expect(Stream.all).toHaveLength(1);
  Stream.all[0]!.says(what);
  expect(heard).toEqual(told);
});

test('everybody asks again once the line is back, and nobody before', () => {
  listen('queue:', 'overview');
  const [stream] = Stream.all;
  stream!.dispatchEvent(new Event('open'));
  expect(heard).toEqual([]);
  stream!.dispatchEvent(new Event('open'));
  expect(heard).toEqual(['queue:', 'overview']);
});

test('a stream that was refused is asked for again, unless nobody listens any more', () => {
  listen('queue:');
  Stream.all[0]!.dispatchEvent(new Event('open'));
  Stream.all[0]!.close();
  Stream.all[0]!.dispatchEvent(new Event('error'));
  vi.runAllTimers();
  expect(Stream.all).toHaveLength(2);
  Stream.all[1]!.dispatchEvent(new Event('open'));
  expect(heard).toEqual(['queue:']);
  Stream.all[1]!.close();
  Stream.all[1]!.dispatchEvent(new Event('error'));
  for (const go of leave.splice(0)) go();
  vi.runAllTimers();
  expect(Stream.all).toHaveLength(2);
});
