const MACROS: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
};

const NAMES: Record<string, number> = Object.fromEntries([
  ...['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((n, i) => [n, i]),
  ...'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((n, i) => [n, i + 1]),
]);

const RANGES = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];

function parseField(
  text: string,
  [low, high]: number[],
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
    if (!match) return undefined;
    const number = (name: string) => NAMES[name] ?? Number(name);
    const from = match[1] === '*' ? low : number(match[1]);
    const open = match[1] === '*' || match[3];
    let to = open ? high : from;
    if (match[2]) to = number(match[2]);
    const step = Number(match[3] ?? 1);
    if (!(from >= low && to <= high && from <= to && step > 0))
      return undefined;
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

/** The first minute after `after` (UTC) at which a cron schedule is due; `undefined` if it can't be read or never is. */
export function nextRun(schedule: string, after: Date): Date | undefined {
  const fields = (MACROS[schedule.trim()] ?? schedule).trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const sets = fields.map((field, index) => parseField(field, RANGES[index]));
  if (sets.some(set => !set)) return undefined;
  const [minutes, hours, days, months, weekdays] = sets as Set<number>[];
  if (weekdays.has(7)) weekdays.add(0);
  const anyDay = fields[2].startsWith('*');
  const anyWeekday = fields[4].startsWith('*');
  const at = new Date(after);
  at.setUTCSeconds(0, 0);
  at.setUTCMinutes(at.getUTCMinutes() + 1);
  const end = at.getTime() + 4 * 366 * 86_400_000;
  while (at.getTime() < end) {
    const day = days.has(at.getUTCDate());
    const weekday = weekdays.has(at.getUTCDay());
    // Where both are given, either is enough, as in Vixie cron.
    const dayMatches = anyDay || anyWeekday ? day && weekday : day || weekday;
    if (!months.has(at.getUTCMonth() + 1) || !dayMatches) {
      at.setUTCHours(24, 0, 0, 0);
    } else if (!hours.has(at.getUTCHours())) {
      at.setUTCHours(at.getUTCHours() + 1, 0, 0, 0);
    } else if (!minutes.has(at.getUTCMinutes())) {
      at.setUTCMinutes(at.getUTCMinutes() + 1);
    } else {
      return at;
    }
  }
  return undefined;
}
