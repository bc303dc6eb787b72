import { html, renderPage } from '../../../kit';
import type { AlertmanagerContext } from '../AlertmanagerContext';
import { formatMatcher } from '../matchers';
import type { Alert, Silence } from '../types';

/** Alerts and silences; links such as `/#/silences/<id>` end at the row of that name. */
export function overviewPage(context: AlertmanagerContext) {
  const alerts = context.alerts.firing();
  const silences = context.silences.list();
  return renderPage({
    title: 'Alertmanager',
    styles: 'tr:target { background: var(--accent-wash); }',
    body: html`<h1>Alertmanager</h1>
      <p class="lead">
        Simulated. Alerts of severity page in production go to
        <a href="${context.kit.urls.pagerduty}">PagerDuty</a> while nobody has
        silenced them.
      </p>
      <section id="/alerts">
        <header><h2>Alerts</h2></header>
        ${alerts.length === 0
          ? html`<p class="empty">Nothing fires.</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th>Alert</th>
                    <th>Labels</th>
                    <th>Since</th>
                    <th>State</th>
                    <th>Receiver</th>
                  </tr>
                </thead>
                <tbody>
                  ${alerts.map(entry => alertRow(context, entry))}
                </tbody>
              </table>
            </div>`}
      </section>
      <section id="/silences">
        <header><h2>Silences</h2></header>
        ${silences.length === 0
          ? html`<p class="empty">Nothing is silenced.</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th>Matchers</th>
                    <th>State</th>
                    <th>By</th>
                    <th>Until</th>
                    <th>Comment</th>
                  </tr>
                </thead>
                <tbody>
                  ${silences.map(one => silenceRow(context, one))}
                </tbody>
              </table>
            </div>`}
      </section>`,
  });
}

function alertRow(
  { silences, routing, dispatcher }: AlertmanagerContext,
  [fingerprint, { labels, annotations, startsAt, generatorURL }]: [
    string,
    Alert,
  ],
) {
  const { alertname, ...others } = labels;
  const mutedBy = silences.muting(labels);
  const failure = dispatcher.notificationOf(labels)?.lastError;
  return html`<tr id="/alerts/${fingerprint}">
    <td>
      ${isLink(generatorURL)
        ? html`<a href="${generatorURL}">${alertname}</a>`
        : alertname}<br /><span class="quiet"
        >${annotations.summary ?? annotations.description ?? ''}</span
      >
    </td>
    <td class="mono">
      ${Object.entries(others)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(' ')}
    </td>
    <td class="keep">${time(startsAt)}</td>
    <td class="${mutedBy.length ? 'warn' : 'bad-text'}">
      ${mutedBy.length
        ? html`silenced by
          ${mutedBy.map(id => html`<a href="#/silences/${id}">${id}</a> `)}`
        : 'firing'}
    </td>
    <td>
      ${routing.receiverOf(labels)}
      ${failure && html`<br /><span class="quiet">last try: ${failure}</span>`}
    </td>
  </tr>`;
}

function silenceRow({ silences }: AlertmanagerContext, silence: Silence) {
  return html`<tr id="/silences/${silence.id}">
    <td class="mono">${silence.matchers.map(formatMatcher).join(' ')}</td>
    <td>${silences.stateOf(silence)}</td>
    <td>${silence.createdBy}</td>
    <td class="keep">${time(silence.endsAt)}</td>
    <td>${silence.comment}</td>
  </tr>`;
}

function isLink(url: string) {
  return /^https?:\/\//.test(url);
}

function time(milliseconds: number) {
  const text = new Date(milliseconds).toISOString();
  return `${text.slice(0, 16).replace('T', ' ')} UTC`;
}
