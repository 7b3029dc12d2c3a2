// Functions that messages may call beside Fluent's own NUMBER and DATETIME: MONEY, DAY, CLOCK, SIZE. They take plain
// numbers and ISO texts, so that callers pass what the core gave them.
import {
  FluentDateTime,
  FluentNone,
  FluentNumber,
  type FluentFunction,
  type FluentValue,
} from '@fluent/bundle';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

function number(value: FluentValue | undefined): number {
  if (value instanceof FluentNumber) return value.value;
  return typeof value === 'string' ? Number(value) : NaN;
}

function date(value: FluentValue | undefined, options: Intl.DateTimeFormatOptions): FluentValue {
  const moment = value instanceof FluentDateTime ? value.toNumber() : moments(value);
  return Number.isNaN(moment) ? new FluentNone() : new FluentDateTime(moment, options);
}

function moments(value: FluentValue | undefined): number {
  if (value instanceof FluentNumber) return value.value;
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

/** A date alone (`2026-03-31`) is the same day in every time zone. */
function isDay(value: FluentValue | undefined): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

/** Whole shillings: `{ MONEY($amount) }`. */
const MONEY: FluentFunction = ([amount]) =>
  new FluentNumber(number(amount), { style: 'currency', currency: 'KES', maximumFractionDigits: 0 });

/** A date without its time: `{ DAY($when) }`, of an ISO text, a Date or milliseconds. */
const DAY: FluentFunction = ([when]) => date(when, isDay(when) ? { ...day, timeZone: 'UTC' } : day);

/** A time of the day: `{ CLOCK($when) }`. */
const CLOCK: FluentFunction = ([when]) => date(when, clock);

/** A count of bytes in the unit a data bundle is sold in: `{ SIZE($bytes) }`. */
const SIZE: FluentFunction = ([bytes]) => {
  const count = number(bytes);
  const large = count >= 1_000_000;
  return new FluentNumber(large ? count / 1_000_000 : Math.ceil(count / 1000), {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  });
};

export const functions: Record<string, FluentFunction> = { MONEY, DAY, CLOCK, SIZE };
