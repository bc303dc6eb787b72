import type { UnusedSource } from '@portico/plugin-sources-common';
import { Section, Table, Td, Th } from '@portico/ui';
import { CopyKey } from '../parts/CopyKey';
import styles from './UnusedSources.module.css';

/** What Portico could be connected to and isn't: what it would bring, and the key to set, or whom to ask. */
export function UnusedSources(props: {
  sources: UnusedSource[];
  /** The kind that is marked. */
  marked?: string;
  /** Whether the viewer is of those who set config keys. */
  mayConfigure: boolean;
}) {
  const { sources, marked, mayConfigure } = props;
  if (sources.length === 0) return null;
  return (
    <Section
      title="Not connected"
      qualifier={
        mayConfigure
          ? 'set the key and restart'
          : 'ask the platform team if you miss one'
      }
    >
      <Table label="Sources that are not connected">
        <thead>
          <tr>
            <Th>System</Th>
            <Th>Would bring</Th>
            {mayConfigure && <Th>Config key</Th>}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ kind, title, usedFor, configKey }) => (
            <tr
              key={kind}
              id={kind}
              className={marked === kind ? styles.marked : undefined}
              aria-current={marked === kind || undefined}
            >
              <Th scope="row">{title}</Th>
              <Td>{usedFor}</Td>
              {mayConfigure && (
                <Td>
                  <CopyKey text={configKey} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
