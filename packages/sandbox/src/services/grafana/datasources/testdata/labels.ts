/**
 * Labels as TestData takes them: `{host="a", zone="b"}` or `host=a,zone=b`; `$seriesIndex` stands for the place of the
 * series.
 */
export function readLabels(
  text: string,
  seriesIndex: number,
): Record<string, string> {
  const pairs = text
    .replace(/^\s*\{|\}\s*$/g, '')
    .replaceAll('$seriesIndex', `${seriesIndex}`)
    .split(',')
    .map(pair => /^\s*([^=]+?)\s*=\s*"?([^"]*?)"?\s*$/.exec(pair))
    .filter(match => match !== null);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}
