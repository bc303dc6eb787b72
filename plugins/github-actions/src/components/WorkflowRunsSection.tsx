import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  ErrorState,
  formatMinute,
  Section,
  TextLink,
  Time,
  Waiting,
} from '@portico/ui';
import { RunsTable } from './RunsTable';
import { useWorkflowRuns } from './useWorkflowRuns';

/** The entity's latest workflow runs, at most `limit`. */
export function WorkflowRunsSection(props: { title: string; limit?: number }) {
  const { title, limit } = props;
  const { entity } = useEntity();
  const { value, error, retry } = useWorkflowRuns(entity);
  const runs = value?.runs.slice(0, limit);
  return (
    <Section
      title={title}
      tone={error ? 'stale' : 'fine'}
      qualifier={value?.repository}
      meta={
        value && (
          <>
            <Time at={value.asOf} form="minute" />
            <TextLink to={value.url}>GitHub</TextLink>
          </>
        )
      }
    >
      {error && (
        <ErrorState
          inline
          state={value ? 'stale' : 'unknown'}
          what={
            value
              ? `GitHub unreachable; showing ${formatMinute(
                  new Date(value.asOf),
                )}.`
              : 'Unknown: GitHub has not answered.'
          }
          why={error.message.replace(/\.?$/, '.')}
          retry={retry}
          action={<TextLink to="/sources#github">Status of sources</TextLink>}
        />
      )}
      {!value && !error && (
        <Waiting rows={Math.min(limit ?? 5, 5)} what="GitHub" />
      )}
      {runs?.length === 0 && (
        <EmptyState
          what="No workflow has run yet."
          why={
            <>
              Runs appear here once the repository has a file under{' '}
              <code>.github/workflows</code> and something sets it off, such as
              a push.
            </>
          }
        />
      )}
      {runs && runs.length > 0 && <RunsTable runs={runs} stale={!!error} />}
    </Section>
  );
}
