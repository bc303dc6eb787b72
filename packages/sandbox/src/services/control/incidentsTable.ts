import { INCIDENT_KINDS, type Incident } from '../../incidents';
import { html, type Html } from '../../kit';

/** The incidents under way, each with a button that ends it. */
export function incidentsTable(incidents: Incident[]): Html {
  if (incidents.length === 0) {
    return html`<p class="empty">None: everything is as it should be.</p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th>Component</th>
        <th>Kind</th>
        <th>What happens</th>
        <th>Since</th>
        <th><span class="sr">Actions</span></th>
      </tr>
    </thead>
    <tbody>
      ${incidents.map(one => {
        const since = new Date(one.startedAt).toISOString();
        return html`<tr>
          <td class="keep"><strong>${one.component}</strong></td>
          <td class="keep"><code>${one.kind}</code></td>
          <td>${effectOf(one)}</td>
          <td class="keep">
            <time datetime="${since}" title="${since}"
              >${since.slice(0, 16).replace('T', ' ')}</time
            >
          </td>
          <td class="n">
            <button type="button" data-end="${one.id}">
              End<span class="sr"> ${one.kind} of ${one.component}</span>
            </button>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function effectOf({ kind, errorRatio }: Incident): string {
  return errorRatio === undefined
    ? INCIDENT_KINDS[kind]
    : `${(errorRatio * 100).toFixed(1)} % of the requests fail with 500.`;
}

/** What can be started, each kind with a button that starts it. */
export function incidentKindsTable(): Html {
  return html`<table>
    <thead>
      <tr>
        <th>Kind</th>
        <th>What it does to production</th>
        <th><span class="sr">Actions</span></th>
      </tr>
    </thead>
    <tbody>
      ${Object.entries(INCIDENT_KINDS).map(
        ([kind, effect]) => html`<tr>
          <td class="keep"><code>${kind}</code></td>
          <td>${effect}</td>
          <td class="n">
            <button type="button" data-start="${kind}">
              Start<span class="sr"> ${kind}</span>
            </button>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
