import { randomBytes } from 'node:crypto';

/** What any signed token looks like (RFC 7519), whoever issued it. */
const TOKEN = /eyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{40,}/;

/** Secrets by the name of the place where they entered, and how each looks in other writings. */
export class Canaries {
  #looks = new Map();

  /** A secret that nothing else in the world equals. */
  make(place, value = `canary${randomBytes(18).toString('hex')}`) {
    this.#looks.set(place, [...looksOf(value)]);
    return value;
  }

  /** The places of those that stand in a text or in bytes, and of any token. */
  in(content) {
    const text = Buffer.isBuffer(content)
      ? content.toString('latin1')
      : String(content);
    const places = [...this.#looks]
      .filter(([, looks]) => looks.some(look => text.includes(look)))
      .map(([place]) => place);
    return TOKEN.test(text) ? [...places, 'a signed token'] : places;
  }
}

/** A value as it is, in a URL, in hexadecimal digits, and in base64 wherever it begins in what is encoded. */
function* looksOf(value) {
  yield value;
  yield encodeURIComponent(value);
  yield Buffer.from(value).toString('hex');
  for (const shift of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
    // The first and the last characters depend on what stands around it.
    yield bytes
      .toString('base64')
      .replace(/=+$/, '')
      .slice(shift && 4, -2);
  }
}
