import { html, renderPage, type Html } from '../../kit';
import { faultsTable } from './faultsTable';
import { incidentsSection } from './incidentsSection';
import { incidentsTable } from './incidentsTable';
import type { Overview } from './Overview';
import { requestsTable } from './requestsTable';
import { servicesTable } from './servicesTable';

/** The parts of the page that its script fetches anew, as markup. */
export function overviewFragments(overview: Overview) {
  return {
    services: servicesTable(overview.services).toString(),
    faults: faultsTable(overview.faults).toString(),
    incidents: incidentsTable(overview.incidents).toString(),
    requests: requestsTable(overview.requests).toString(),
    /** Id of the newest request shown. */
    latest: overview.requests[0]?.id ?? 0,
  };
}

const STYLES = `
.path { overflow-wrap: anywhere; min-width: 28ch; }
details > summary { cursor: pointer; padding: 8px 0; }
#show-new { border-color: var(--accent); background: var(--accent-wash); }
dialog { background: var(--surface); color: var(--ink); border: 1px solid var(--control); border-radius: 4px;
  max-width: 52ch; padding: 24px; box-shadow: 0 8px 32px rgb(0 0 0 / 0.24); }
dialog::backdrop { background: rgb(0 0 0 / 0.4); }
.actions { display: flex; gap: 12px; justify-content: flex-end; margin-bottom: 0; }
`;

/** The index page of the sandbox. */
export function overviewPage(overview: Overview): Html {
  const { services, faults, requests, service } = overview;
  return renderPage({
    title: 'Portico sandbox',
    script: '/overview.js',
    styles: STYLES,
    body: html` <h1>Portico sandbox</h1>
      <p class="lead">
        Stands in for the platform that the portal talks to: the same APIs, on
        127.0.0.1 alone, with credentials that are worth nothing elsewhere.
        State survives a restart until it is reset.
      </p>
      <section aria-labelledby="services-title">
        <header>
          <h2 id="services-title">Services</h2>
          <span class="quiet end"><span id="age" role="status"></span></span>
          <button type="button" class="danger" id="reset">
            Reset to the seeded state
          </button>
        </header>
        <dialog id="confirm" aria-labelledby="confirm-title">
          <form method="dialog">
            <h2 id="confirm-title">Reset the sandbox?</h2>
            <p>
              Repositories, runs, users, mails and everything else that was made
              since the first start is removed, and the seeded state comes back.
              This can't be undone.
            </p>
            <p class="actions">
              <button value="cancel" autofocus>Keep everything</button>
              <button value="reset" class="danger">Reset</button>
            </p>
          </form>
        </dialog>
        <div
          class="scroll"
          id="services"
          tabindex="0"
          role="region"
          aria-labelledby="services-title"
        >
          ${servicesTable(services)}
        </div>
      </section>
      <section aria-labelledby="faults-title" id="faults-section">
        <header>
          <h2 id="faults-title">Faults</h2>
          <span class="end"></span
          ><button type="button" id="clear-faults">Clear all</button>
        </header>
        <div
          class="scroll"
          id="faults"
          tabindex="0"
          role="region"
          aria-labelledby="faults-title"
        >
          ${faultsTable(faults)}
        </div>
      </section>
      ${incidentsSection(overview)}
      <section aria-labelledby="requests-title">
        <header>
          <h2 id="requests-title">Latest requests</h2>
          <form id="filter">
            <label
              >Service
              <select name="service">
                <option value="">all</option>
                ${services.map(
                  one =>
                    html`<option
                      value="${one.name}"
                      ${one.name === service && html` selected`}
                    >
                      ${one.title}
                    </option>`,
                )}
              </select></label
            >
            <noscript><button>Show</button></noscript>
          </form>
          <button type="button" id="show-new" hidden></button>
          <span class="end quiet"
            >times are UTC; <a href="/requests">as JSON</a>,
            <a href="/objects">what there is</a></span
          >
        </header>
        <div
          class="scroll"
          id="requests"
          tabindex="0"
          role="region"
          aria-labelledby="requests-title"
          data-latest="${requests[0]?.id ?? 0}"
        >
          ${requestsTable(requests)}
        </div>
      </section>`,
  });
}
