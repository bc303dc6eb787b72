import { html, type Html, type LoggedRequest } from '../../kit';

/** The latest requests, newest first. */
export function requestsTable(requests: LoggedRequest[]): Html {
  if (requests.length === 0) {
    return html`<p class="empty">
      No requests yet. Open the portal, and what it asks appears here.
    </p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th>Time</th>
        <th>Service</th>
        <th>Request</th>
        <th class="n">Status</th>
        <th class="n">Took</th>
        <th>Caller</th>
        <th>Notes</th>
      </tr>
    </thead>
    <tbody>
      ${requests.map(
        one => html`<tr>
          <td class="keep">
            <time datetime="${one.at}" title="${one.at}"
              >${one.at.slice(11, 19)}</time
            >
          </td>
          <td class="keep">${one.service}</td>
          <td class="path"><code>${one.method} ${one.path}</code></td>
          <td class="n">${status(one)}</td>
          <td class="n">${one.durationMs} ms</td>
          <td class="keep">
            ${one.caller ?? html`<span class="quiet">none</span>`}
          </td>
          <td class="keep">
            ${one.fault &&
            html`<span class="warn"
              >▲ fault: ${one.fault}</span
            > `}${one.unknownRoute &&
            html`<span class="warn">▲ no such route</span>`}
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function status({ status: code }: LoggedRequest): Html {
  if (code === 0) return html`<span class="bad-text">× cut</span>`;
  if (code >= 500) return html`<span class="bad-text">× ${code}</span>`;
  if (code >= 400) return html`<span class="warn">! ${code}</span>`;
  return html`${code}`;
}
