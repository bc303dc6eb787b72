import type { GrafanaProblemName } from '@portico/plugin-grafana-common';
import { errorName, errorWords, type StateName } from '@portico/ui';

/** What helps beside trying again: each is offered where the page can do it. */
export type Remedy =
  | 'open'
  | 'explore'
  | 'narrow'
  | 'own-range'
  | 'own-values'
  | 'other-dashboard';

/** How a problem is told: one bold sentence, one plain, what to do. */
export interface ProblemWords {
  what: string;
  why: string;
  state: StateName;
  /** Whether the same request may go better a moment later. */
  retry: boolean;
  remedies: readonly Remedy[];
  /** Whether what was seen before still says something. */
  keepsOld: boolean;
}

interface Telling {
  what: string;
  /** Added to what the backend says: who or what helps. */
  hint?: string;
  state?: StateName;
  retry?: false;
  remedies?: readonly Remedy[];
  keepsOld?: true;
}

type Known =
  | GrafanaProblemName
  | 'NotFoundError'
  | 'NotAllowedError'
  | 'AuthenticationError';

const WORDS: Record<Known, Telling> = {
  GrafanaUnreachableError: {
    what: 'Grafana is unreachable',
    keepsOld: true,
    remedies: ['open'],
  },
  GrafanaTimeoutError: {
    what: 'Grafana did not answer in time',
    hint: 'A shorter range is answered sooner.',
    keepsOld: true,
    remedies: ['narrow', 'open'],
  },
  GrafanaCredentialError: {
    what: 'Grafana refuses Portico’s token',
    hint: 'The platform team has to renew it; your own rights play no part.',
    keepsOld: true,
    remedies: ['open'],
  },
  DashboardNotFoundError: {
    what: 'The dashboard is no longer there',
    state: 'failing',
    remedies: ['other-dashboard'],
  },
  PanelNotFoundError: {
    what: 'The panel is no longer on the dashboard',
    hint: 'Reload the page to see the dashboard as it is now.',
    state: 'failing',
    remedies: ['open'],
  },
  DatasourceNotFoundError: {
    what: 'Its data source was removed',
    state: 'failing',
    remedies: ['open'],
  },
  QueryFailedError: {
    what: 'The query failed',
    state: 'failing',
    keepsOld: true,
    remedies: ['explore', 'open'],
  },
  ResultTooLargeError: {
    what: 'More data than can be drawn',
    state: 'degraded',
    remedies: ['narrow', 'open'],
  },
  RangeRefusedError: {
    what: 'This range can’t be shown',
    state: 'degraded',
    retry: false,
    remedies: ['own-range', 'open'],
  },
  ValueRefusedError: {
    what: 'A chosen value is not offered',
    state: 'degraded',
    retry: false,
    remedies: ['own-values', 'open'],
  },
  RequestRefusedError: {
    what: 'Portico refused the request',
    hint: 'Reload the page; if that does not help, tell the platform team.',
    state: 'failing',
    retry: false,
  },
  NotFoundError: {
    what: 'There is nothing here for you',
    state: 'unknown',
  },
  NotAllowedError: {
    what: 'This is for others',
    state: 'unknown',
    retry: false,
  },
  AuthenticationError: {
    what: 'You are signed out',
    hint: 'Reload the page to sign in again.',
    retry: false,
  },
};

const UNNAMED: Telling = {
  what: 'Portico did not answer',
  keepsOld: true,
  remedies: ['open'],
};

/** Puts a stop after what the backend said, so that a hint can follow. */
const sentence = (words: string) => {
  const trimmed = words.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

/** What an error of the Grafana backend means to whoever looks at a panel or a dashboard, and what helps. */
export function problemWords(error: Error): ProblemWords {
  const telling = tellingOf(error);
  const { what, hint, state = 'unknown', retry, remedies = [] } = telling;
  return {
    what,
    why: [sentence(errorWords(error)), hint].filter(Boolean).join(' '),
    state,
    retry: retry ?? true,
    remedies,
    keepsOld: telling.keepsOld ?? false,
  };
}

function tellingOf(error: Error): Telling {
  const name = errorName(error);
  return name in WORDS ? WORDS[name as Known] : UNNAMED;
}
