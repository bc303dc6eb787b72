import { ErrorState, errorWords, type Live } from '@portico/ui';

/** Why nothing newer is shown, or nothing at all; nothing while health answers. */
export function LiveFailed({ live }: { live: Live<unknown> }) {
  const { value, error, reload } = live;
  if (!error) return null;
  return (
    <ErrorState
      inline={Boolean(value)}
      state={value ? 'stale' : 'unknown'}
      what={
        value
          ? 'No answer; showing the last.'
          : 'Unknown: health has not answered'
      }
      why={errorWords(error)}
      retry={reload}
    />
  );
}
