import { html, renderPage, type Html } from '../../../kit';
import type { IdentityCenter } from '../IdentityCenter';
import { isProvisioned } from '../identityStore';
import { IDENTITY_STORE_ID, INSTANCE_ARN, REGION } from '../instance';

/** What a person sees who opens AWS: accounts, who has what there, and the directory. */
export function identityCenterPage(center: IdentityCenter): Html {
  const { directory, assignments, world, scim } = center;
  return renderPage({
    title: 'Portico sandbox: AWS',
    body: html`<h1>AWS</h1>
      <p class="lead">
        Simulated: the organisation’s accounts and IAM Identity Center. Users
        and groups come from Okta
        ${scim.enabled
          ? `with SCIM, ${scim.delaySeconds} s after each change.`
          : 'once; SCIM is off, so that changes in Okta stay there.'}
        Region <code>${REGION}</code>, instance <code>${INSTANCE_ARN}</code>,
        identity store <code>${IDENTITY_STORE_ID}</code>.
      </p>
      ${section(
        'Accounts',
        ['Account', 'Id', 'What it is for'],
        world.accounts.map(({ name, id, description }) => [
          html`<strong>${name}</strong>`,
          html`<code>${id}</code>`,
          html`${description}`,
        ]),
      )}
      ${section(
        'Assignments',
        ['Account', 'Permission set', 'Who', 'Kind'],
        assignments.list().map(one => {
          const { account, permissionSet, principal, type } =
            center.namesOf(one);
          return [
            html`${account}`,
            html`${permissionSet}`,
            html`<strong>${principal}</strong>`,
            html`${type}`,
          ];
        }),
      )}
      ${section(
        'Assignments asked for',
        ['Request', 'What', 'Who', 'State'],
        [
          ...assignments.requests('creation'),
          ...assignments.requests('deletion'),
        ]
          .sort((a, b) => b.CreatedDate - a.CreatedDate)
          .slice(0, 20)
          .map(({ RequestId, kind, assignment, Status, FailureReason }) => {
            const { account, permissionSet, principal } =
              center.namesOf(assignment);
            return [
              html`<code>${RequestId}</code>`,
              html`${kind}: ${permissionSet} in ${account}`,
              html`${principal}`,
              html`${Status} ${FailureReason}`,
            ];
          }),
      )}
      ${section(
        'Users',
        ['User', 'Name', 'Groups', 'State', 'From'],
        directory.users
          .list()
          .map(user => [
            html`<strong>${user.UserName}</strong>`,
            html`${user.DisplayName}`,
            html`${groupsOf(center, user.UserId)}`,
            user.UserStatus === 'ENABLED'
              ? html`<span class="ok">✓ Enabled</span>`
              : html`<span class="warn">▲ Disabled</span>`,
            html`${isProvisioned(user) ? 'Okta' : 'API'}`,
          ]),
      )}`,
  });
}

function groupsOf({ directory }: IdentityCenter, userId: string): string {
  return directory
    .membershipsOf(userId)
    .map(({ GroupId }) => directory.groups.get(GroupId)?.DisplayName)
    .join(', ');
}

function section(title: string, columns: string[], rows: Html[][]): Html {
  return html`<section>
    <header>
      <h2>${title}</h2>
      <span class="quiet">${rows.length}</span>
    </header>
    ${rows.length === 0
      ? html`<p class="empty">None.</p>`
      : html`<div class="scroll">
          <table>
            <thead>
              <tr>
                ${columns.map(column => html`<th>${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                row =>
                  html`<tr>
                    ${row.map(cell => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`}
  </section>`;
}
