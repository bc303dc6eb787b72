import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  ErrorState,
  errorName,
  errorWords,
  Icon,
  Section,
} from '@portico/ui';

/** Why there is no verdict: not looked at yet, not the viewer's to see, or nobody answered. */
export function NoVerdict(props: { error: Error; retry(): void }) {
  const { error, retry } = props;
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  const name = errorName(error);
  if (name === 'NotFoundError') {
    return (
      <Section title="Health">
        <EmptyState
          what={`Nothing was collected for ${primaryTitle} yet`}
          why="New components are looked at within a minute; libraries and documentation are not."
        />
      </Section>
    );
  }
  if (name === 'NotAllowedError') {
    return (
      <Section title="Health">
        <EmptyState
          shape={<Icon name="lock" />}
          what={`The health of ${primaryTitle} is for those who may see it in the catalog`}
          why={errorWords(error)}
        />
      </Section>
    );
  }
  return (
    <Section title="Health" tone="stale">
      <ErrorState
        what={`Unknown: nobody could say how ${primaryTitle} is`}
        why={errorWords(error)}
        retry={retry}
      />
    </Section>
  );
}
