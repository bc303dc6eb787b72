import type { CostEstimate } from '@portico/plugin-cost-common';

/** Lines of a log: each thing with what it costs a month, amounts under one another, and the sum. */
export function estimateTable(estimate: CostEstimate): string[] {
  const { lines, monthly, currency, unknown } = estimate;
  const total = `Total, ${currency} a month${
    unknown.length ? ', at least' : ''
  }`;
  const titles = [...lines.map(({ title }) => title), total];
  const amounts = [...lines.map(line => line.monthly), monthly];
  const widest = (texts: string[]) =>
    Math.max(...texts.map(({ length }) => length));
  const row = (title: string, amount: string, detail = '') =>
    `${title.padEnd(widest(titles))}  ${amount.padStart(
      widest(amounts),
    )}  ${detail}`.trimEnd();
  return [
    ...lines.map(({ title, monthly: amount, detail }) =>
      row(title, amount, detail),
    ),
    row(total, monthly),
    ...unknown.map(lacks => `Not in it: ${lacks}`),
  ];
}
