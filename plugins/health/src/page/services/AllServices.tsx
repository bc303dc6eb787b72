import type { HealthSummary } from '@portico/plugin-health-common';
import { CalmList, ErrorState, errorWords, Section } from '@portico/ui';
import { useHistories } from '../../hooks/useHistories';
import { formatCount } from '../../parts/names';
import { GroupColumns } from './GroupColumns';
import { groupServices, type ServiceGroup } from './groupServices';
import { Legend } from './Legend';
import { Tiles } from './Tiles';
import type { Grouping, Look } from './useServiceView';
import { VirtualGroups } from './VirtualGroups';

/** More rows than these are tiles unless one chooses rows, and rows are drawn as they are seen. */
export const MANY = 200;

const DAY_MS = 86_400_000;
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `22 Aug to 20 Nov`: the days of the bars, in UTC as they are counted. */
function spanOfDays(now = Date.now()): string {
  return `${day.format(now - 89 * DAY_MS)} to ${day.format(now)}`;
}

function FewRows({ groups, days }: { groups: ServiceGroup[]; days: string }) {
  const histories = useHistories(
    groups.flatMap(({ items }) => items.map(it => it.entityRef)),
  );
  return (
    <>
      {histories.error && (
        <ErrorState
          inline
          what="Unknown: the last 90 days."
          why={errorWords(histories.error)}
          retry={histories.reload}
        />
      )}
      <GroupColumns groups={groups} histories={histories} days={days} />
    </>
  );
}

function Groups(props: { items: HealthSummary[]; by: Grouping; look: Look }) {
  const { items, by, look } = props;
  const groups = groupServices(items, by);
  const days = spanOfDays();
  if (look === 'tiles') return <Tiles groups={groups} />;
  return items.length > MANY ? (
    <VirtualGroups groups={groups} days={days} />
  ) : (
    <FewRows groups={groups} days={days} />
  );
}

/** Everything, by team or system, the group with the worst state first; as rows with 90 days or as tiles. */
export function AllServices(props: {
  items: HealthSummary[];
  by: Grouping;
  look: Look;
}) {
  const { items, by, look } = props;
  const groups = new Set(
    items.map(it => (by === 'team' ? it.owner : it.system)),
  ).size;
  return (
    <Section
      title="All services"
      qualifier={`${formatCount(items.length)} in ${formatCount(groups)} ${by}${
        groups === 1 ? '' : 's'
      }; the ${by} with the worst state first`}
      meta={<Legend look={look} />}
    >
      <CalmList items={items} keyOf={item => item.entityRef}>
        {shown => <Groups items={shown ?? []} by={by} look={look} />}
      </CalmList>
    </Section>
  );
}
