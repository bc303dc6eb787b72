import type { Request } from 'express';
import { html } from '../../../kit';
import type { JsonObject } from '../datasources';
import type { GrafanaContext } from '../GrafanaContext';
import { isObject, textOf } from '../model/spec';
import { text } from '../routes/parameters';
import { facts, grafanaPage } from './grafanaPage';

/** What Explore would ask, of whom and for which time: from `panes`, or from `left` as before Grafana 10. */
export function explorePage({ datasources }: GrafanaContext, request: Request) {
  const panes = readPanes(request);
  return grafanaPage({
    title: 'Explore',
    body: html`${panes === undefined &&
    html`<p class="empty">The address says nothing that can be read.</p>`}
    ${panes?.map(({ datasource, queries, range }) => {
      const uid = textOf(datasource) ?? '';
      const source = datasources.find(one => one.uid === uid);
      const { from, to } = isObject(range) ? range : {};
      const asked = Array.isArray(queries) ? queries.filter(isObject) : [];
      return html`${facts('Pane', [
        ['data source', source ? `${source.name} (${uid})` : `${uid}: none`],
        ['from', String(from ?? '')],
        ['to', String(to ?? '')],
      ])}
      ${asked.map(
        query =>
          html`<section>
            <header><h2>Query ${String(query.refId ?? '')}</h2></header>
            <p class="mono">${textOf(query.expr) ?? textOf(query.query)}</p>
            <pre>${JSON.stringify(query, undefined, 2)}</pre>
          </section>`,
      )}`;
    })}`,
  });
}

function readPanes(request: Request): JsonObject[] | undefined {
  const panes = text(request, 'panes');
  const state = parse(panes ?? text(request, 'left') ?? '');
  if (!isObject(state)) return undefined;
  return panes === undefined ? [state] : Object.values(state).filter(isObject);
}

/** Undefined for what is no JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
