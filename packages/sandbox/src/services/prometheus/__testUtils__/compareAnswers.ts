/** What the API answered, as far as it matters. */
export interface Answer {
  status: number;
  body: {
    status: string;
    errorType?: string;
    error?: string;
    data?: { resultType: string; result: unknown };
  };
}

type Point = [number, string];

interface Series {
  metric: Record<string, string>;
  value?: Point;
  values?: Point[];
}

/** Sends a query as a form. */
export async function ask(
  url: string,
  path: string,
  parameters: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  });
  return {
    status: response.status,
    body: (await response.json()) as Answer['body'],
  };
}

/**
 * How one answer differs from the other; rounding is none.
 *
 * @param ordered whether the order of the series matters
 */
export function compareAnswers(
  expected: Answer,
  actual: Answer,
  ordered = false,
): string[] {
  const [left, right] = [expected.body, actual.body];
  if (expected.status !== actual.status || left.errorType !== right.errorType) {
    return [`${outline(expected)} but here ${outline(actual)}`];
  }
  if (left.errorType === 'execution') {
    // Which of several duplicates is named first hangs on the order of a hash.
    const [wanted, found] = [left.error ?? '', right.error ?? ''].map(text =>
      text.replace(/\[\{.*\}\]|match group \{[^}]*\}/g, ''),
    );
    return wanted === found ? [] : [`${left.error} but here ${right.error}`];
  }
  const [wanted, found] = [left.data, right.data];
  if (!wanted || !found) return [];
  if (wanted.resultType !== found.resultType) {
    return [`${wanted.resultType} but here ${found.resultType}`];
  }
  if (wanted.resultType === 'scalar' || wanted.resultType === 'string') {
    return same(wanted.result as Point, found.result as Point)
      ? []
      : [`${wanted.result} but here ${found.result}`];
  }
  const series = [wanted.result as Series[], found.result as Series[]] as const;
  return [
    ...compareSeries(...series),
    ...(ordered ? compareOrder(...series) : []),
  ];
}

function compareOrder(expected: Series[], actual: Series[]): string[] {
  const [wanted, found] = [expected, actual].map(list =>
    list.map(keyOf).join(),
  );
  return wanted === found ? [] : [`order ${wanted} but here ${found}`];
}

function compareSeries(expected: Series[], actual: Series[]): string[] {
  const rest = new Map(actual.map(one => [keyOf(one), one]));
  const differences: string[] = [];
  for (const series of expected) {
    const key = keyOf(series);
    const other = rest.get(key);
    rest.delete(key);
    if (!other) {
      differences.push(`${key} is missing`);
      continue;
    }
    const wanted = series.values ?? [series.value!];
    const found = other.values ?? [other.value!];
    const index = wanted.findIndex((point, i) => !same(point, found[i]));
    if (index >= 0 || wanted.length !== found.length) {
      differences.push(
        `${key}: ${wanted[index]} of ${wanted.length} but here ${found[index]} of ${found.length}`,
      );
    }
  }
  return [...differences, ...[...rest.keys()].map(key => `${key} is too many`)];
}

function same(a: Point, b: Point | undefined): boolean {
  if (!b || a[0] !== b[0]) return false;
  if (a[1] === b[1]) return true;
  const [left, right] = [Number(a[1]), Number(b[1])];
  return (
    Math.abs(left - right) <=
    1e-9 * Math.max(Math.abs(left), Math.abs(right), 1e-9)
  );
}

function keyOf({ metric }: Series): string {
  return JSON.stringify(Object.entries(metric).sort());
}

function outline({ status, body }: Answer): string {
  const { errorType, error } = body;
  return errorType
    ? `${status} ${errorType}: ${error}`
    : `${status} ${JSON.stringify(body.data).slice(0, 200)}`;
}
