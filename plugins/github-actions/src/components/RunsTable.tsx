import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import type { WorkflowRun } from '@portico/plugin-github-actions-common';
import { formatDuration, formatSince } from './format';
import { RunState } from './RunState';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    font: 'inherit',
    fontSize: 12,
    fontWeight: 500,
    color: 'var(--portico-ink-3)',
    textAlign: 'left',
  },
  '& th, & td': {
    padding: '6px 12px 6px 0',
    borderBottom: '1px solid var(--portico-rule)',
    verticalAlign: 'top',
  },
  '& .end': { textAlign: 'right', paddingRight: 0, whiteSpace: 'nowrap' },
  '& code': { fontFamily: 'ui-monospace, monospace', fontSize: 12 },
  '@media (max-width: 900px)': { '& .wide': { display: 'none' } },
});

/** Workflow runs, newest first. */
export function RunsTable(props: { runs: WorkflowRun[]; stale?: boolean }) {
  return (
    <Table aria-label="Workflow runs">
      <thead>
        <tr>
          <th>Run</th>
          <th>State</th>
          <th className="wide">Commit</th>
          <th className="wide">Branch</th>
          <th className="wide">Event</th>
          <th className="end">Took</th>
          <th className="end">Started</th>
        </tr>
      </thead>
      <tbody>
        {props.runs.map(run => (
          <tr key={run.id}>
            <td>
              <Link href={run.url} target="_blank" rel="noopener">
                {run.workflow} #{run.number}
              </Link>
            </td>
            <td>
              <RunState state={run.state} stale={props.stale} />
            </td>
            <td className="wide">
              <code>{run.commit.sha.slice(0, 7)}</code> {run.commit.subject}
            </td>
            <td className="wide">{run.branch ?? 'none'}</td>
            <td className="wide">{run.event.replaceAll('_', ' ')}</td>
            <td className="end">{formatDuration(run.durationSeconds)}</td>
            <td className="end">
              <time dateTime={run.startedAt} title={run.startedAt}>
                {formatSince(run.startedAt)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
