import { html, renderPage } from '../../../kit';
import type { Policy, Service } from '../directory/Directory';
import type { PagerDutyContext } from '../PagerDutyContext';
import { nameOf } from '../present/Presenter';
import type { Incident } from '../types';
import { time } from './incidentPage';

const MAX_INCIDENTS = 100;

/** Incidents, services, and who is on call. */
export function overviewPage(context: PagerDutyContext) {
  const { incidents, directory } = context;
  const newest = incidents.list().reverse().slice(0, MAX_INCIDENTS);
  const open = newest.filter(({ status }) => status !== 'resolved');
  const over = newest.filter(({ status }) => status === 'resolved');
  return renderPage({
    title: 'PagerDuty',
    styles: 'tr:target { background: var(--accent-wash); }',
    body: html`<h1>PagerDuty</h1>
      <p class="lead">Simulated: nobody is called.</p>
      <section>
        <header><h2>Incidents</h2></header>
        ${newest.length === 0
          ? html`<p class="empty">There has been none.</p>`
          : html`<table>
              <tbody>
                ${[...open, ...over].map(one => incidentRow(context, one))}
              </tbody>
            </table>`}
      </section>
      <section>
        <header><h2>On call</h2></header>
        <table>
          <thead>
            <tr>
              <th>Escalation policy</th>
              <th>Level 1</th>
              <th>Level 2</th>
              <th>Level 3</th>
            </tr>
          </thead>
          <tbody>
            ${directory.policies.map(policy => policyRow(context, policy))}
          </tbody>
        </table>
      </section>
      <section>
        <header><h2>Services</h2></header>
        <table>
          <tbody>
            ${directory.services.map(serviceRow)}
          </tbody>
        </table>
      </section>`,
  });
}

function incidentRow({ directory }: PagerDutyContext, incident: Incident) {
  const { id, number, title, status, createdAt } = incident;
  return html`<tr>
    <td><a href="/incidents/${id}">#${number}</a></td>
    <td>${title}</td>
    <td>${directory.service(incident.serviceId)?.name}</td>
    <td class="${status === 'triggered' ? 'bad-text' : ''}">${status}</td>
    <td class="keep">${time(createdAt)}</td>
  </tr>`;
}

function policyRow({ directory, kit }: PagerDutyContext, policy: Policy) {
  const now = kit.clock.now().getTime();
  return html`<tr id="${policy.id}">
    <td>${policy.team.title}</td>
    ${directory
      .onCalls(policy, now, now)
      .map(({ user }) => html`<td>${nameOf(user)}</td>`)}
  </tr>`;
}

function serviceRow({ id, name, description, policy }: Service) {
  return html`<tr id="${id}">
    <td>${name}</td>
    <td class="mono">${id}</td>
    <td>${policy.team.title}</td>
    <td>${description}</td>
  </tr>`;
}
