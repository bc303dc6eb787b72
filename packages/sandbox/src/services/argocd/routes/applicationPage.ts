import { html, renderPage } from '../../../kit/page';
import type { Application } from '../types';

/** What a person sees who follows the portal's link. */
export function applicationPage(application: Application) {
  const { metadata, spec, status } = application;
  const { conditions = [], resources = [], operationState } = status;
  return renderPage({
    title: `${metadata.name} · Argo CD`,
    body: html`<h1>${metadata.name}</h1>
      <p>
        Sandbox: simulated Argo CD. Project ${spec.project}, namespace
        ${spec.destination.namespace}.
      </p>
      <p>
        ${status.sync.status} at ${status.sync.revision} ·
        ${status.health.status}${status.health.message
          ? `: ${status.health.message}`
          : ''}
      </p>
      ${operationState &&
      html`<p>
        Last sync: ${operationState.phase}, ${operationState.message}
      </p>`}
      ${conditions.map(
        one => html`<p><strong>${one.type}</strong>: ${one.message}</p>`,
      )}
      <table>
        <thead>
          <tr>
            <th>Kind</th>
            <th>Name</th>
            <th>Sync</th>
            <th>Health</th>
          </tr>
        </thead>
        <tbody>
          ${resources.map(
            one =>
              html`<tr>
                <td>${one.kind}</td>
                <td>${one.name}</td>
                <td>${one.status}</td>
                <td>
                  ${one.health?.status ?? ''} ${one.health?.message ?? ''}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  });
}
