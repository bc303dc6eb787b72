/** A range as the address has it: Grafana's expressions (`now-6h`, `now/d`), milliseconds since 1970, or ISO 8601. */
export interface TimeRange {
  from: string;
  to: string;
}

/** A range in milliseconds since 1970. */
export interface TimeSpan {
  from: number;
  to: number;
}

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'y';

const EXPRESSION = /^now((?:[+-]\d+[smhdwMQy])*)(?:\/([smhdwMQy]))?$/;
const ISO = /^\d{4}-\d\d-\d\dT/;
const STEP = /([+-])(\d+)([smhdwMQy])/g;

function moved(at: Date, amount: number, unit: Unit): Date {
  const then = new Date(at);
  switch (unit) {
    case 's':
      then.setSeconds(then.getSeconds() + amount);
      break;
    case 'm':
      then.setMinutes(then.getMinutes() + amount);
      break;
    case 'h':
      then.setTime(then.getTime() + amount * 3_600_000);
      break;
    case 'd':
      then.setDate(then.getDate() + amount);
      break;
    case 'w':
      then.setDate(then.getDate() + amount * 7);
      break;
    case 'y':
      then.setFullYear(then.getFullYear() + amount);
      break;
    default:
      then.setMonth(then.getMonth() + amount * (unit === 'Q' ? 3 : 1));
  }
  return then;
}

/** Where the unit begins in which a moment lies; weeks begin on Monday. */
function startOf(at: Date, unit: Unit): Date {
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  const starts: Record<Unit, () => Date> = {
    s: () => new Date(Math.floor(at.getTime() / 1000) * 1000),
    m: () => new Date(Math.floor(at.getTime() / 60_000) * 60_000),
    h: () => new Date(year, month, day, at.getHours()),
    d: () => new Date(year, month, day),
    w: () => new Date(year, month, day - ((at.getDay() + 6) % 7)),
    M: () => new Date(year, month),
    Q: () => new Date(year, month - (month % 3)),
    y: () => new Date(year, 0),
  };
  return starts[unit]();
}

/**
 * Reads one end of a range; undefined where it is neither an expression nor a moment.
 *
 * @param end whether it is the end, which Grafana rounds up: `now/d` is then the last millisecond of today
 * @see https://grafana.com/docs/grafana/latest/dashboards/use-dashboards/#time-units-and-relative-ranges
 */
export function momentOf(
  expression: string,
  end: boolean,
  now: number,
): number | undefined {
  if (/^\d{10,}$/.test(expression)) return Number(expression);
  if (ISO.test(expression)) return Date.parse(expression) || undefined;
  const match = EXPRESSION.exec(expression);
  if (!match) return undefined;
  const [, steps, rounded] = match;
  let at = new Date(now);
  for (const [, sign, amount, unit] of steps.matchAll(STEP)) {
    at = moved(at, Number(`${sign}${amount}`), unit as Unit);
  }
  if (!rounded) return at.getTime();
  const start = startOf(at, rounded as Unit);
  return end ? moved(start, 1, rounded as Unit).getTime() - 1 : start.getTime();
}

/** Both ends; undefined where one can't be read or they are the wrong way round. */
export function spanOf(
  { from, to }: TimeRange,
  now = Date.now(),
): TimeSpan | undefined {
  const [start, end] = [momentOf(from, false, now), momentOf(to, true, now)];
  return start !== undefined && end !== undefined && start < end
    ? { from: start, to: end }
    : undefined;
}
