import { formatDuration, Table, Td, TextLink, Th, Time } from '@portico/ui';
import type { WorkflowRun } from '@portico/plugin-github-actions-common';
import { RunState } from './RunState';

/** Workflow runs, newest first. */
export function RunsTable(props: { runs: WorkflowRun[]; stale?: boolean }) {
  return (
    <Table label="Workflow runs">
      <thead>
        <tr>
          <Th>Run</Th>
          <Th>State</Th>
          <Th wide>Commit</Th>
          <Th wide>Branch</Th>
          <Th wide>Event</Th>
          <Th end>Took</Th>
          <Th end>Started</Th>
        </tr>
      </thead>
      <tbody>
        {props.runs.map(run => (
          <tr key={run.id}>
            <Td nowrap>
              <TextLink to={run.url}>
                {run.workflow} #{run.number}
              </TextLink>
            </Td>
            <Td>
              <RunState state={run.state} stale={props.stale} />
            </Td>
            <Td wide>
              <code>{run.commit.sha.slice(0, 7)}</code> {run.commit.subject}
            </Td>
            <Td wide>{run.branch ?? 'none'}</Td>
            <Td wide>{run.event.replaceAll('_', ' ')}</Td>
            <Td end>{formatDuration(run.durationSeconds)}</Td>
            <Td end>
              <Time at={run.startedAt} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
