/** Says in words why signing in failed, and what to do. */
export function explainSignInError(error: Error): {
  what: string;
  why: string;
} {
  if (error.name === 'PopupRejectedError') {
    return {
      what: 'The sign-in window was closed before Okta answered',
      why: 'Sign in again and leave the window open.',
    };
  }
  if (/unable to resolve user identity|user not found/i.test(error.message)) {
    return {
      what: 'Okta knows you, but the catalog does not yet',
      why: 'People are read from Okta every few minutes. Try again shortly; if it stays, ask the platform team whether your Okta groups are among those that are read.',
    };
  }
  if (/failed to fetch|auth refresh request failed/i.test(error.message)) {
    return {
      what: 'The portal’s server did not answer',
      why: `${error.message}. Check that it is running, then try again.`,
    };
  }
  return {
    what: 'Okta did not sign you in',
    why: `${error.message}. Try again; if it stays, give this line to the platform team.`,
  };
}
