import { ErrorState, formatClock, formatRoughly, TextLink } from '@portico/ui';

/** Why nothing newer is shown, how old what is shown is, and the button to try. */
export function FailureLine(props: {
  error: Error;
  /** When Argo CD last answered; undefined if never since the page was opened. */
  at?: Date;
  /** True while the last answer is still young enough to be shown. */
  shown: boolean;
  retry: () => void;
}) {
  const { error, at, shown, retry } = props;
  return (
    <ErrorState
      inline
      state={shown ? 'stale' : 'unknown'}
      what={headline(at, shown)}
      why={explain(error)}
      retry={retry}
      action={<TextLink to="/sources#argocd">Status of sources</TextLink>}
    />
  );
}

function headline(at: Date | undefined, shown: boolean): string {
  if (!at) return 'Unknown: Argo CD unreachable.';
  if (shown) return `Argo CD unreachable; showing ${formatClock(at)}.`;
  const silent = formatRoughly((Date.now() - at.getTime()) / 1000);
  return `Unknown: Argo CD has not answered for ${silent}.`;
}

/** Roadie's client says `failed to fetch data, status 503: Service Unavailable`. */
function explain({ message }: Error): string {
  const status = /status (\d{3}): ?(.*)$/.exec(message);
  if (!status) return `Asked for its applications: ${message}.`;
  const answer = `${status[1]} ${status[2]}`.trim();
  switch (status[1]) {
    case '401':
      return `The portal's token was refused (${answer}). Ask the platform team to renew it.`;
    case '403':
      return `The portal's account may not read these applications (${answer}). Ask the platform team.`;
    case '404':
      return `It knows no such application, or the portal has no way to it (${answer}). Check the argocd/ annotations.`;
    default:
      return `It answered ${answer}; asked again every 30 s.`;
  }
}
