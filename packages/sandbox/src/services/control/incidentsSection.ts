import { html, type Html } from '../../kit';
import { incidentKindsTable, incidentsTable } from './incidentsTable';
import type { Overview } from './Overview';

/** The part of the page that starts and ends incidents. */
export function incidentsSection({
  incidents,
  components,
}: Pick<Overview, 'incidents' | 'components'>): Html {
  return html`<section aria-labelledby="incidents-title">
    <header>
      <h2 id="incidents-title">Incidents</h2>
      <label
        >Component
        <select id="component">
          ${components.map(name => html`<option>${name}</option>`)}
        </select></label
      >
      <span id="incident-note" class="quiet" role="status"></span>
      <span class="end quiet"
        >times are UTC; <a href="/incidents">all as JSON</a></span
      >
    </header>
    <div
      class="scroll"
      id="incidents"
      tabindex="0"
      role="region"
      aria-labelledby="incidents-title"
    >
      ${incidentsTable(incidents)}
    </div>
    <details>
      <summary>Start one for the component</summary>
      <div id="incident-kinds" class="scroll">${incidentKindsTable()}</div>
    </details>
  </section>`;
}
