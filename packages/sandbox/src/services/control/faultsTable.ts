import { html, type Fault, type Html } from '../../kit';

/** The faults in force, each with a button that ends it. */
export function faultsTable(faults: Fault[]): Html {
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
              >${fault.method ?? 'any method'}
              ${fault.path ?? 'any path'}${fault.body === undefined
                ? ''
                : ` with ${fault.body}`}</code
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
  return fault.after ? `carries it out, then ${bare(fault)}` : bare(fault);
}

function bare(fault: Fault): string {
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
