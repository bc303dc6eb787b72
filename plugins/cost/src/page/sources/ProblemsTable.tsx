import type { CostSourceStanding } from '@portico/plugin-cost-common';
import { Section, Table, Td, Th, useMore } from '@portico/ui';
import { MoreButton } from '../frame/MoreButton';

const FIRST = 20;
const STEP = 100;

/** Rows of bills that could not be read: where and why; the others count. Nothing where all could be read. */
export function ProblemsTable({ sources }: { sources: CostSourceStanding[] }) {
  const problems = sources.flatMap(({ title, malformed }) =>
    malformed.map(problem => ({ ...problem, title })),
  );
  const more = useMore(problems, FIRST, STEP);
  if (problems.length === 0) return null;
  return (
    <Section
      title="Could not be read"
      qualifier={
        problems.length === 1
          ? '1 row is in no sum; all others are'
          : `${problems.length.toLocaleString(
              'en-US',
            )} rows are in no sum; all others are`
      }
      tone="warn"
    >
      <Table label="Could not be read">
        <thead>
          <tr>
            <Th>Source</Th>
            <Th>Where</Th>
            <Th end>Line</Th>
            <Th>Why</Th>
          </tr>
        </thead>
        <tbody>
          {more.shown.map(({ title, where, line, message }, index) => (
            <tr key={`${where} ${line ?? ''} ${index}`}>
              <Td nowrap>{title}</Td>
              <Td>
                <code>{where}</code>
              </Td>
              <Td end quiet={line === undefined}>
                {line ?? 'unknown'}
              </Td>
              <Td>{message}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <MoreButton more={more} total={problems.length} />
    </Section>
  );
}
