import type { RequestHandler } from 'express';
import { html, renderPage, sendPage, type Html } from '../../../kit';
import { formatFloat } from '../promql/format';
import { formatLabels } from '../promql/labels/labelSets';
import { PromqlError } from '../promql/PromqlError';
import { queryInstant, type Result } from '../promql/runQuery';
import type { PrometheusOptions } from './PrometheusOptions';

/** More series than this are counted, not listed. */
const MOST_ROWS = 200;

const STYLES = `
form { display: grid; gap: 8px; margin-bottom: 24px; }
form button { justify-self: start; }
textarea { font: 12px/18px ui-monospace, "DejaVu Sans Mono", monospace; color: var(--ink); background: var(--surface);
  border: 1px solid var(--control); border-radius: 4px; padding: 8px; width: 100%; }
label { font-weight: 500; }
.mono { overflow-wrap: anywhere; }
`;

/** `/graph?g0.expr=…`: where links of alerts and evidence lead; shows what the expression is worth now. */
export function graphPage(options: PrometheusOptions): RequestHandler {
  const { source, limits, now = () => new Date() } = options;
  return async (request, response) => {
    const given = request.query['g0.expr'];
    const expression = typeof given === 'string' ? given : '';
    const at = now();
    let answer: Html | undefined;
    if (expression !== '') {
      try {
        const result = await queryInstant(expression, at.getTime(), {
          source,
          limits,
        });
        answer = resultTable(result);
      } catch (error) {
        if (!(error instanceof PromqlError)) throw error;
        answer = html`<p class="bad-text">${error.message}</p>`;
      }
    }
    sendPage(
      response,
      renderPage({
        title: 'Prometheus, simulated',
        styles: STYLES,
        body: html`<h1>Prometheus</h1>
          <p class="lead">
            Simulated Prometheus: the series are made up from the sandbox's
            world, its deployments and incidents.
          </p>
          <form action="/graph" method="get">
            <label for="expr">Expression</label>
            <textarea id="expr" name="g0.expr" rows="4" spellcheck="false">
${expression}</textarea
            >
            <button class="primary">Evaluate</button>
          </form>
          ${answer &&
          html`<section>
            <header>
              <h2>Value</h2>
              <span class="quiet end">at ${at.toISOString()}</span>
            </header>
            ${answer}
          </section>`}`,
      }),
    );
  };
}

function resultTable(result: Result): Html {
  if (result.type === 'scalar') {
    return html`<p class="mono">${formatFloat(result.sample.value)}</p>`;
  }
  if (result.type === 'string') {
    return html`<p class="mono">${result.value}</p>`;
  }
  const { series } = result;
  if (series.length === 0) {
    return html`<p class="empty">No series.</p>`;
  }
  return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col" class="n">Value</th>
          </tr>
        </thead>
        <tbody>
          ${series.slice(0, MOST_ROWS).map(
            ({ labels, samples }) => html`<tr>
              <td class="mono">${formatLabels(labels)}</td>
              <td class="n mono">
                ${formatFloat(samples[samples.length - 1].value)}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${series.length > MOST_ROWS &&
    html`<p class="quiet">and ${series.length - MOST_ROWS} more series</p>`}`;
}
