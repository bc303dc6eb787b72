import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import { RiTimeLine } from '@remixicon/react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { formatTime } from './format';
import { RunsTable } from './RunsTable';
import { useWorkflowRuns } from './useWorkflowRuns';

const Section = styled('section')({
  borderTop: '1px solid var(--portico-rule-2)',
  paddingTop: 12,
  '&.stale': { borderTop: '2px dashed var(--portico-unk)', paddingTop: 11 },
  '& header': { display: 'flex', gap: 8, alignItems: 'baseline' },
  '& h2': { fontSize: 14, lineHeight: '20px', fontWeight: 600, margin: 0 },
  '& .qualifier': { fontSize: 12, color: 'var(--portico-ink-3)' },
  '& .age': {
    marginLeft: 'auto',
    fontSize: 12,
    color: 'var(--portico-ink-3)',
    whiteSpace: 'nowrap',
  },
  '& p': {
    fontSize: 13,
    lineHeight: '20px',
    margin: '8px 0',
    color: 'var(--portico-ink-2)',
  },
  '& p svg': { width: 14, height: 14, verticalAlign: '-2px', marginRight: 6 },
  '& b': { fontWeight: 600, color: 'var(--portico-ink)' },
});

/** The entity's latest workflow runs, at most `limit`. */
export function WorkflowRunsSection(props: { title: string; limit?: number }) {
  const { entity } = useEntity();
  const { value, error, retry } = useWorkflowRuns(entity);
  const runs = value?.runs.slice(0, props.limit);
  return (
    <Section className={error ? 'stale' : undefined} aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {value && <span className="qualifier">{value.repository}</span>}
        {value && (
          <span className="age">
            {formatTime(value.asOf)}{' '}
            <Link href={value.url} target="_blank" rel="noopener">
              GitHub
            </Link>
          </span>
        )}
      </header>
      {error && (
        <p role="status">
          <RiTimeLine aria-hidden />
          <b>
            {value
              ? `GitHub unreachable; showing ${formatTime(value.asOf)}.`
              : 'Unknown: GitHub has not answered.'}
          </b>{' '}
          {error.message}{' '}
          <Button size="small" onClick={retry}>
            Try now
          </Button>
        </p>
      )}
      {!value && !error && <Loading rows={Math.min(props.limit ?? 5, 5)} />}
      {runs?.length === 0 && (
        <p>
          <b>No workflow has run yet.</b> Runs appear here once the repository
          has a file under <code>.github/workflows</code> and something sets it
          off, such as a push.
        </p>
      )}
      {runs && runs.length > 0 && <RunsTable runs={runs} stale={!!error} />}
    </Section>
  );
}

function Loading(props: { rows: number }) {
  return (
    <div aria-busy aria-label="Loading workflow runs">
      {Array.from({ length: props.rows }, (_, row) => (
        <Skeleton key={row} height={32} />
      ))}
    </div>
  );
}
