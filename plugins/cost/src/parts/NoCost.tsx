import {
  EmptyState,
  ErrorState,
  errorName,
  errorWords,
  Icon,
  Section,
} from '@portico/ui';

/** Why there are no costs: not the viewer's to see, nothing known, or nobody answered. */
export function NoCost(props: {
  /** Of whom or what: `orders`, `the organisation`. */
  of: string;
  error: Error;
  retry(): void;
  /** Of the section; "Cost" unless told. */
  title?: string;
}) {
  const { of, error, retry, title = 'Cost' } = props;
  switch (errorName(error)) {
    case 'NotAllowedError':
      return (
        <Section title={title}>
          <EmptyState
            shape={<Icon name="lock" />}
            what={`What ${of} costs is not yours to see`}
            why={errorWords(error)}
          />
        </Section>
      );
    case 'NotFoundError':
      return (
        <Section title={title}>
          <EmptyState
            what={`Nothing is known of what ${of} costs`}
            why={errorWords(error)}
          />
        </Section>
      );
    default:
      return (
        <Section title={title} tone="stale">
          <ErrorState
            what={`Unknown: nobody could say what ${of} costs`}
            why={errorWords(error)}
            retry={retry}
          />
        </Section>
      );
  }
}

/** Over values that are still shown after the backend failed to answer; nothing while it answers. */
export function NotCurrent(props: { error?: Error; retry(): void }) {
  const { error, retry } = props;
  if (!error) return null;
  return (
    <ErrorState
      inline
      state="stale"
      what="Cost has not answered; showing what it said last."
      why={errorWords(error)}
      retry={retry}
    />
  );
}
