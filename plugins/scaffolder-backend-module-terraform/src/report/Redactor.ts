import type { JsonValue } from '@backstage/types';

/** Shorter values would hide half of the log. */
const SHORTEST = 4;

/** Takes secret values out of what is shown. */
export class Redactor {
  readonly #secrets: string[];

  constructor(secrets: string[]) {
    this.#secrets = [
      ...new Set(
        secrets.flatMap(secret => [
          secret,
          JSON.stringify(secret).slice(1, -1),
        ]),
      ),
    ]
      .filter(secret => secret.length >= SHORTEST)
      .sort((a, b) => b.length - a.length);
  }

  redact(text: string): string {
    return this.#secrets.reduce(
      (result, secret) => result.replaceAll(secret, '[sensitive]'),
      text,
    );
  }

  /** True if a secret stands somewhere in the value. */
  isIn(value: JsonValue): boolean {
    const text = JSON.stringify(value);
    return this.#secrets.some(secret => text.includes(secret));
  }
}
