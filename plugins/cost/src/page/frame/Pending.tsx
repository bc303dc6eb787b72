import {
  EmptyState,
  errorName,
  ErrorState,
  errorWords,
  Icon,
  Section,
  Waiting,
  type Live,
} from '@portico/ui';

/** In place of a section that has no answer yet: grey bars, for whom it is, or why nobody answered. */
export function Pending(props: {
  live: Live<unknown>;
  title: string;
  rows?: number;
}) {
  const { live, title, rows = 8 } = props;
  const { error, reload } = live;
  if (!error) return <Waiting rows={rows} what="cost" />;
  if (errorName(error) === 'NotAllowedError') {
    return (
      <Section title={title}>
        <EmptyState
          shape={<Icon name="lock" />}
          what="Not yours to see"
          why={errorWords(error)}
        />
      </Section>
    );
  }
  return (
    <Section title={title} tone="stale">
      <ErrorState
        what={`${title}: nobody could say`}
        why={errorWords(error)}
        retry={reload}
      />
    </Section>
  );
}
