import { Bill, RESTATED_DAYS, type Charge } from '../../../billing';
import type { Clock } from '../../../kit';

const DAY_MS = 86_400_000;

/** Reads days of the bill as they stand today, and keeps those that no longer change. */
export class BillReader {
  readonly #bill: Bill;
  readonly #clock: Clock;
  readonly #whole = new Map<string, Charge[]>();

  constructor(bill: Bill, clock: Clock) {
    this.#bill = bill;
    this.#clock = clock;
  }

  /** `YYYY-MM-DD`. */
  get today(): string {
    return this.#clock.now().toISOString().slice(0, 10);
  }

  /** Whether a day may still change. */
  isEstimated(day: string): boolean {
    return Date.parse(this.today) - Date.parse(day) < RESTATED_DAYS * DAY_MS;
  }

  day(day: string): Charge[] {
    const known = this.#whole.get(day);
    if (known) return known;
    const charges = this.#bill.day(day, this.today);
    if (!this.isEstimated(day)) this.#whole.set(day, charges);
    return charges;
  }

  /** Days from the first to the last but one, both `YYYY-MM-DD`. */
  static days(from: string, until: string): string[] {
    const days: string[] = [];
    for (let at = Date.parse(from); at < Date.parse(until); at += DAY_MS) {
      days.push(new Date(at).toISOString().slice(0, 10));
    }
    return days;
  }
}
