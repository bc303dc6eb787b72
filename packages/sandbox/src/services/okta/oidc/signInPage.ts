import { html, renderPage, type Html } from '../../../kit';
import type { OktaGroup, OktaUser } from '../directory';

/** A person whom the page offers. */
export interface Choice {
  user: OktaUser;
  groups: OktaGroup[];
}

/** Why a person may not sign in, in Okta's words and what the sandbox knows about it. */
export function refusal(user: OktaUser | undefined): string | undefined {
  switch (user?.status) {
    case undefined:
      return 'No user of this organization has that login or e-mail address.';
    case 'DEPROVISIONED':
      return `${user.profile.login} is deactivated.`;
    case 'SUSPENDED':
      return `${user.profile.login} is suspended.`;
    case 'STAGED':
      return `${user.profile.login} is not activated yet.`;
    case 'PROVISIONED':
      return `${user.profile.login} has not set up the account yet: the link is in the activation e-mail.`;
    case 'RECOVERY':
      return `${user.profile.login} has to choose a new password first: the link is in the e-mail about it.`;
    case 'LOCKED_OUT':
      return `${user.profile.login} is locked out.`;
    default:
      return undefined;
  }
}

const STYLES = `
.card { max-width: 480px; margin: 24px auto; }
.card h1 { font-size: 24px; line-height: 32px; margin-bottom: 8px; }
.card ul { list-style: none; margin: 0 0 24px; padding: 0; border-top: 1px solid var(--rule-2); }
.card li { border-bottom: 1px solid var(--rule); }
.who { display: block; width: 100%; text-align: left; border: 0; border-radius: 0; background: none;
  padding: 8px 4px; color: var(--ink-2); font-weight: 400; overflow-wrap: anywhere; }
.who:hover { background: var(--accent-wash); }
.who > span { display: block; }
.name { font-weight: 600; font-size: 14px; color: var(--accent); }
.tag { font-weight: 500; font-size: 12px; color: var(--ink-2); background: var(--sunken); border-radius: 3px; padding: 0 6px; }
.other label { display: block; margin-bottom: 4px; color: var(--ink-2); }
.row { display: flex; gap: 8px; }
.row input { flex: 1; min-width: 0; }
.error { background: var(--bad-wash); color: var(--ink); border-left: 2px solid var(--bad); padding: 8px 12px; margin-bottom: 16px; }
@media (pointer: coarse) { button, input { min-height: 44px; } }
`;

/** The page on which a person says who they are. */
export function signInPage(options: {
  applicationName: string;
  choices: Choice[];
  /** Who is signed in to Okta in this browser. */
  current?: OktaUser;
  /** Path and query of the request to go on with. */
  next: string;
  /** What the field begins with. */
  loginHint?: string;
  /** Why the last choice was refused. */
  error?: string;
  /** Where the person sets up the account, if that is why. */
  setUpUrl?: string;
}): Html {
  const { applicationName, choices, current, next, loginHint } = options;
  const { error, setUpUrl } = options;
  const button = ({ user, groups }: Choice) => {
    const { profile } = user;
    const isCurrent = user.id === current?.id;
    const names = groups
      .filter(group => group.type !== 'BUILT_IN')
      .map(group => group.profile.name);
    const refused = refusal(user);
    return html`<li>
      <button name="login" value="${profile.login}" class="who">
        <span class="name"
          >${profile.firstName}
          ${profile.lastName}${isCurrent &&
          html` <span class="tag">signed in</span>`}${refused &&
          html` <span class="tag">${user.status.toLowerCase()}</span>`}</span
        >
        <span>${profile.email}</span>
        <span class="quiet"
          >${names.length > 0 ? names.join(', ') : 'in no group yet'}</span
        >
      </button>
    </li>`;
  };
  return renderPage({
    title: 'Sandbox Okta: sign in',
    styles: STYLES,
    body: html`<div class="card">
      <h1>Sandbox Okta: choose who to sign in as</h1>
      <p class="lead">
        To continue to ${applicationName}. There is no password: this sign-in is
        simulated.
      </p>
      ${error &&
      html`<div role="alert" class="error">
        <strong>Unable to sign in.</strong> ${error}
        ${setUpUrl && html`<a href="${setUpUrl}">Set up the account now</a>`}
      </div>`}
      <form method="post" action="/signin" novalidate>
        <input type="hidden" name="next" value="${next}" />
        <ul>
          ${choices.map(button)}
        </ul>
      </form>
      <form method="post" action="/signin" class="other">
        <input type="hidden" name="next" value="${next}" />
        <label for="login"
          >${current ? 'Use another account' : 'Someone else'}: e-mail address
          or login</label
        >
        <div class="row">
          <input
            id="login"
            name="login"
            type="text"
            inputmode="email"
            autocomplete="username"
            required
            value="${loginHint}"
            placeholder="lena.fischer@mini-org.example"
          /><button class="primary">Sign in</button>
        </div>
      </form>
    </div>`,
  });
}

/** What stands at the root of the service: who is signed in, and how to change that. */
export function accountPage(current: OktaUser | undefined): Html {
  return renderPage({
    title: 'Sandbox Okta',
    styles: STYLES,
    body: html`<div class="card">
      <h1>Sandbox Okta</h1>
      ${current
        ? html`<p class="lead">
              This browser is signed in as ${current.profile.firstName}
              ${current.profile.lastName}, ${current.profile.email}.
            </p>
            <form method="post" action="/signout">
              <button class="primary">Sign out</button>
            </form>`
        : html`<p class="lead">
            Nobody is signed in to Okta in this browser. Applications, such as
            the portal, send people here to sign in.
          </p>`}
    </div>`,
  });
}

/** For errors that may not be sent back to the application. */
export function errorPage(title: string, description: string): Html {
  return renderPage({
    title: 'Sandbox Okta: sign in',
    styles: STYLES,
    body: html`<div class="card">
      <h1>${title}</h1>
      <p class="lead">${description}</p>
    </div>`,
  });
}
