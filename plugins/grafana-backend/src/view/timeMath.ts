const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const MONTHS: Record<string, number> = { M: 1, Q: 3, y: 12 };
const EXPRESSION = /^now((?:[+-]\d+(?:ms|[smhdwMQy])|\/[smhdwMQy])*)$/;
const STEP = /([+-])(\d+)(ms|[smhdwMQy])|\/([smhdwMQy])/g;

/**
 * The moment that one of Grafana's expressions means, e.g. `now-6h`, `now-1d/d`, or milliseconds since 1970, or a date.
 * Days begin in UTC. Undefined if it means none.
 *
 * @param end whether `/d` means the end of the day
 */
export function momentOf(
  text: string,
  now: Date,
  end = false,
): Date | undefined {
  const plain = text.trim();
  if (/^-?\d{5,}$/.test(plain)) return valid(new Date(Number(plain)));
  const [, steps] = plain.match(EXPRESSION) ?? [];
  if (steps === undefined) {
    return /^\d{4}-\d{2}/.test(plain) ? valid(new Date(plain)) : undefined;
  }
  let at = now;
  for (const [, sign, count, unit, whole] of steps.matchAll(STEP)) {
    at = whole
      ? rounded(at, whole, end)
      : shifted(at, Number(`${sign}${count}`), unit);
  }
  return valid(at);
}

function shifted(at: Date, count: number, unit: string): Date {
  if (!(unit in MONTHS)) return new Date(at.getTime() + count * UNIT_MS[unit]);
  const day = at.getUTCDate();
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + count * MONTHS[unit]);
  const last = new Date(
    Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0),
  ).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved;
}

/** Weeks begin on Monday. */
function rounded(at: Date, unit: string, end: boolean): Date {
  const start = startOf(at, unit);
  return end ? new Date(shifted(start, 1, unit).getTime() - 1) : start;
}

function startOf(at: Date, unit: string): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  switch (unit) {
    case 'y':
      return new Date(Date.UTC(year, 0));
    case 'Q':
      return new Date(Date.UTC(year, Math.floor(month / 3) * 3));
    case 'M':
      return new Date(Date.UTC(year, month));
    case 'w': {
      const day = startOf(at, 'd');
      const since = (day.getUTCDay() + 6) % 7;
      return new Date(day.getTime() - since * UNIT_MS.d);
    }
    default:
      return new Date(Math.floor(at.getTime() / UNIT_MS[unit]) * UNIT_MS[unit]);
  }
}

function valid(at: Date): Date | undefined {
  return Number.isNaN(at.getTime()) ? undefined : at;
}
