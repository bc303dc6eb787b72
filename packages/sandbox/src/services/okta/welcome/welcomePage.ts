import { html, renderPage, type Html } from '../../../kit';
import type { OktaUser } from '../directory';

const STYLES = '.card { max-width: 480px; margin: 24px auto; }';

const page = (title: string, text: Html) =>
  renderPage({
    title: `Sandbox Okta: ${title}`,
    styles: STYLES,
    body: html`<div class="card">
      <h1>${title}</h1>
      ${text}
    </div>`,
  });

/** What a person sees who opens the link. */
export function setUpPage({ profile }: OktaUser, organization: string): Html {
  return page(
    `Welcome to ${organization}, ${profile.firstName}`,
    html`<p class="lead">
        This sets up the account ${profile.login}. There is no password to
        choose: the sign-in is simulated.
      </p>
      <form method="post">
        <button class="primary">Set up the account</button>
      </form>`,
  );
}

/** What they see once it is done. */
export function donePage({ profile }: OktaUser): Html {
  return page(
    'The account is set up',
    html`<p class="lead">
      ${profile.login} may sign in now, with this login or with
      ${profile.email}.
    </p>`,
  );
}

/** What they see where the link is none, used or too old. */
export function usedLinkPage(): Html {
  return page(
    'This link does not work',
    html`<p class="lead">
      It was used already, or a newer one was sent, or it is older than 7 days.
      Ask people operations for a new one.
    </p>`,
  );
}
