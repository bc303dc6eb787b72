import { formatQuantity } from '@portico/plugin-health-common';
import type { HealthGap } from '@portico/plugin-health-node';
import type { Found } from './Ask';
import type { RunOptions } from './AskRunner';

const TOLERATED_SECONDS = 60;

/** Tells where a clock is off: then rates, ages and "since" are. */
export class ClockCheck {
  readonly #instance: string;

  constructor(instance: string) {
    this.#instance = instance;
  }

  gaps(found: readonly Found[], { now, at }: RunOptions): HealthGap[] {
    return [
      // With a time that was asked for, the server says that time.
      ...(at ? [] : this.#serverGaps(found, now)),
      ...this.#sampleGaps(found, now),
    ];
  }

  #serverGaps(found: readonly Found[], now: Date): HealthGap[] {
    const server = found.find(it => it.part.reading === 'clock')?.value;
    if (server === undefined) return [];
    const seconds = server - now.getTime() / 1000;
    if (Math.abs(seconds) <= TOLERATED_SECONDS) return [];
    return [
      {
        instance: this.#instance,
        message: `The clock of Prometheus '${this.#instance}' is ${amount(
          seconds,
        )} ${
          seconds > 0 ? 'ahead of' : 'behind'
        } Portico's. Set both by NTP: until then times and ages are wrong.`,
      },
    ];
  }

  #sampleGaps(found: readonly Found[], now: Date): HealthGap[] {
    const ahead = new Map<string, number>();
    for (const { part, labels, value } of found) {
      const seconds = value - now.getTime() / 1000;
      if (part.reading !== 'future' || seconds <= TOLERATED_SECONDS) continue;
      for (const ref of part.scope.refsOf(labels)) {
        ahead.set(ref, Math.max(seconds, ahead.get(ref) ?? 0));
      }
    }
    if (ahead.size === 0) return [];
    const most = Math.max(...ahead.values());
    return [
      {
        entityRefs: [...ahead.keys()].sort(),
        instance: this.#instance,
        message: `Prometheus '${this.#instance}' has samples that are ${amount(
          most,
        )} ahead of now. Set the clocks of what writes them by NTP: the newest samples are not seen yet.`,
      },
    ];
  }
}

function amount(seconds: number): string {
  return formatQuantity({ value: Math.abs(seconds), unit: 'seconds' });
}
