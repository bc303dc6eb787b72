import { ErrorState, Section, TextLink } from '@portico/ui';
import { Answers } from './readAnswers';

function headline({ answered, failed }: Answers): string {
  if (answered.length === 0) return 'Unknown: Kubernetes has not answered.';
  const all = answered.length + failed.length;
  return failed.length > 0
    ? `${answered.length} of ${all} clusters answered.`
    : 'Kubernetes has not told everything.';
}

/** Which clusters did not answer, and why; nothing if all did. */
export function MissingAnswers(props: { answers: Answers }) {
  const { failed, inPart } = props.answers;
  const missing = [...failed, ...inPart];
  if (missing.length === 0) return null;
  return (
    <Section title="Clusters" tone="stale">
      <ErrorState
        what={headline(props.answers)}
        action={<TextLink to="/sources#kubernetes">Status of sources</TextLink>}
        why={
          <>
            {missing.map(({ cluster, reason }) => (
              <span key={cluster}>
                <code>{cluster}</code>: {reason}.{' '}
              </span>
            ))}
            Asked again every 10 s.
          </>
        }
      />
    </Section>
  );
}
