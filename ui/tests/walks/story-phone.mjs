// The telephone of somebody at the council: an authenticator app (RFC 6238, six digits, thirty seconds).
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

function bytes(secret) {
  const bits = [...secret.replaceAll(/[\s=]/g, '')].map((letter) =>
    LETTERS.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((byte) => Number.parseInt(byte, 2)),
  );
}

export class Phone {
  last = 0;

  /** Keeps a secret as it is typed from the screen. */
  constructor(secret) {
    this.secret = bytes(secret);
  }

  /** The next code that was not given yet: a code serves once, and the clock may be a step behind. */
  code(now = Date.now()) {
    this.last = Math.max(Math.floor(now / STEP), this.last + 1);
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.last));
    const digest = createHmac('sha1', this.secret).update(counter).digest();
    const at = digest.at(-1) & 15;
    return String((digest.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
  }
}
