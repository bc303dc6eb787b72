import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  collectPermission,
  type CostSourceStanding,
} from '@portico/plugin-cost-common';
import { CopyBlock, EmptyState, Section, Table, Th } from '@portico/ui';
import { useCallback, useState } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { useCost } from '../../hooks/useCost';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { toneOf } from '../frame/toneOf';
import { CollectDialog } from './CollectDialog';
import { ProblemsTable } from './ProblemsTable';
import { SourceRow } from './SourceRow';
import styles from './SourcesTab.module.css';

const EXAMPLE = `cost:
  focus:
    - name: production
      from: s3://billing-exports/focus`;

/** How bills come in: which days are known, what asking costs, what could not be read; and collecting now. */
export function SourcesTab() {
  const api = useApi(costApiRef);
  const live = useCost(useCallback(() => api.sources(), [api]));
  const { value, error, reload } = live;
  const { allowed } = usePermission({ permission: collectPermission });
  const [asked, setAsked] = useState<CostSourceStanding>();
  if (!value) return <Pending live={live} title="Sources" />;
  const failing = value.some(
    ({ lastError, missingDays }) => lastError || missingDays.length > 0,
  );
  return (
    <>
      <Section
        title="Sources"
        qualifier="how bills come in; pages answer from what was collected and ask nobody"
        tone={toneOf(error, failing && 'warn')}
      >
        <NotCurrent error={error} retry={reload} />
        {value.length === 0 ? (
          <EmptyState
            what="No bill comes in"
            why="For platform engineers: name a source in the portal’s config and restart."
          >
            <CopyBlock text={EXAMPLE} label="Lines for the config" />
          </EmptyState>
        ) : (
          <Table label="Sources" className={styles.sources}>
            <thead>
              <tr>
                <Th>Source</Th>
                <Th>Days known</Th>
                <Th>Collected</Th>
                <Th end>Asked this month</Th>
                <Th end>Paid for asking</Th>
                {allowed && <Th>Collecting now</Th>}
              </tr>
            </thead>
            <tbody>
              {value.map(source => (
                <SourceRow
                  key={source.id}
                  source={source}
                  onAsk={allowed ? () => setAsked(source) : undefined}
                />
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      <ProblemsTable sources={value} />
      {asked && (
        <CollectDialog
          source={asked}
          onClose={() => setAsked(undefined)}
          onCollected={() => {
            setAsked(undefined);
            reload();
          }}
        />
      )}
    </>
  );
}
