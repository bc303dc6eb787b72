import {
  html,
  renderPage,
  type Fault,
  type Html,
  type LoggedRequest,
} from '../../kit';

/** What the index page shows of one service. */
export interface ServiceOverview {
  name: string;
  title: string;
  description: string;
  url: string;
  credential?: string;
  /** Path of a page for people, if it has one. */
  page?: string;
  listening: boolean;
  /** Requests that the log holds of it. */
  requests: number;
}

export interface Overview {
  services: ServiceOverview[];
  faults: Fault[];
  /** Newest first. */
  requests: LoggedRequest[];
  /** The service that the list of requests is narrowed to. */
  service?: string;
}

/** The parts of the page that its script fetches anew, as markup. */
export function overviewFragments(overview: Overview) {
  return {
    services: servicesTable(overview.services).toString(),
    faults: faultsTable(overview.faults).toString(),
    requests: requestsTable(overview.requests).toString(),
    /** Id of the newest request shown. */
    latest: overview.requests[0]?.id ?? 0,
  };
}

const STYLES = `
.path { overflow-wrap: anywhere; min-width: 28ch; }
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
            >times are UTC; <a href="/requests">as JSON</a></span
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

function servicesTable(services: ServiceOverview[]): Html {
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

function faultsTable(faults: Fault[]): Html {
  if (faults.length === 0) {
    return html`<p class="empty">
      None: every request is answered as it should be. Add one with
      <code>POST /faults</code>, e.g.
      <code
        >{"service":"argocd","method":"POST","kind":"status","value":503,"times":2}</code
      >
    </p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th>Service</th>
        <th>Requests</th>
        <th>What happens</th>
        <th class="n">Hits</th>
        <th><span class="sr">Actions</span></th>
      </tr>
    </thead>
    <tbody>
      ${faults.map(
        fault => html`<tr>
          <td class="keep"><strong>${fault.service}</strong></td>
          <td>
            <code
              >${fault.method ?? 'any method'} ${fault.path ?? 'any path'}</code
            >
          </td>
          <td class="keep">${effect(fault)}</td>
          <td class="n">
            ${fault.hits}${fault.times
              ? ` of ${fault.times}${
                  fault.hits >= fault.times ? ', spent' : ''
                }`
              : ', without end'}
          </td>
          <td class="n">
            <button type="button" data-clear="${fault.id}">
              Clear<span class="sr">
                the ${fault.kind} fault of ${fault.service}</span
              >
            </button>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function effect(fault: Fault): string {
  switch (fault.kind) {
    case 'status':
      return `answers ${fault.value ?? 503}`;
    case 'latency':
      return `waits ${fault.value ?? 1000} ms`;
    case 'reset':
      return 'cuts the connection';
    default:
      return 'never answers';
  }
}

function requestsTable(requests: LoggedRequest[]): Html {
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
