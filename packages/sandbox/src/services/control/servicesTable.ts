import { html, type Html } from '../../kit';
import type { ServiceOverview } from './Overview';

/** The services, where they listen and how to get in. */
export function servicesTable(services: ServiceOverview[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th>Service</th>
        <th>URL</th>
        <th>What it does here</th>
        <th>Credential</th>
        <th>State</th>
        <th class="n">Requests</th>
      </tr>
    </thead>
    <tbody>
      ${services.map(
        one => html`<tr>
          <td class="keep"><strong>${one.title}</strong></td>
          <td class="keep">
            ${one.page
              ? html`<a href="${one.url}${one.page}">${one.url}</a>`
              : html`<code>${one.url}</code>`}
          </td>
          <td>${one.description}</td>
          <td class="keep">
            ${one.credential ? html`<code>${one.credential}</code>` : 'none'}
          </td>
          <td class="keep">
            ${one.listening
              ? html`<span class="ok">✓ Listening</span>`
              : html`<span class="bad-text">■ Not listening</span>`}
          </td>
          <td class="n">${one.requests}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
