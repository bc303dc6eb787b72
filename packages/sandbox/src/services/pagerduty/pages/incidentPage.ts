import { html, renderPage } from '../../../kit';
import type { PagerDutyContext } from '../PagerDutyContext';
import { nameOf } from '../present/Presenter';
import type { Agent, Incident } from '../types';

/** One incident as a person sees it who follows a link; they may take it on or end it. */
export function incidentPage(context: PagerDutyContext, incident: Incident) {
  const { directory } = context;
  const service = directory.service(incident.serviceId);
  const isOpen = incident.status !== 'resolved';
  return renderPage({
    title: `#${incident.number} ${incident.title}`,
    script: '/page.js',
    body: html`<p><a href="/">All incidents</a></p>
      <h1>#${incident.number} ${incident.title}</h1>
      <p class="lead">
        Simulated incident of ${service?.name}: ${incident.status},
        ${incident.urgency} urgency, since ${time(incident.createdAt)}.
      </p>
      ${isOpen &&
      html`<section>
        <header>
          <h2>Respond</h2>
          <label
            >as
            <select id="person">
              ${respondersOf(context, incident).map(
                user =>
                  html`<option value="${user.id}">${nameOf(user)}</option>`,
              )}
            </select></label
          >
          <button data-incident="${incident.id}" data-status="acknowledged">
            Acknowledge
          </button>
          <button data-incident="${incident.id}" data-status="resolved">
            Resolve
          </button>
          <span id="answer" role="status"></span>
        </header>
      </section>`}
      <section>
        <header><h2>What happened</h2></header>
        <table>
          <tbody>
            ${incident.log.map(
              ({ at, by, summary }) =>
                html`<tr>
                  <td class="keep">${time(at)}</td>
                  <td>${agentName(context, by)}</td>
                  <td>${summary}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
      ${incident.details &&
      html`<section>
        <header><h2>Details</h2></header>
        <pre>${incident.details}</pre>
      </section>`}`,
  });
}

/** Those on call for it first, then everybody else. */
function respondersOf(
  { directory, kit }: PagerDutyContext,
  { serviceId }: Incident,
) {
  const now = kit.clock.now().getTime();
  const service = directory.service(serviceId);
  const called = service
    ? directory.onCalls(service.policy, now, now).map(({ user }) => user)
    : [];
  return [...new Set([...called, ...directory.users])];
}

function agentName({ directory }: PagerDutyContext, by: Agent): string {
  if ('integration' in by) return by.integration;
  const user = directory.user(by.userId);
  return user ? nameOf(user) : 'A user who left';
}

export function time(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
