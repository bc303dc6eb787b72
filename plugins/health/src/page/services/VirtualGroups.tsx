import { StateShape } from '@portico/ui';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useHistories } from '../../hooks/useHistories';
import { useHealthLinks } from '../../parts/useHealthLinks';
import { STOP, useOneStop } from '../../parts/useOneStop';
import styles from './AllServices.module.css';
import { flattenGroups, type Line } from './flattenGroups';
import type { ServiceGroup } from './groupServices';
import { ServiceHeads, ServiceRow } from './ServiceRow';

/** As in the style sheet. */
const HEIGHTS: Record<Line['kind'], number> = {
  group: 44,
  service: 25,
  more: 25,
};

function toggled(before: ReadonlySet<string>, name: string) {
  const next = new Set(before);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** Thousands of services on lines of which only the seen are drawn; healthy ones are folded, group by group. */
export function VirtualGroups(props: { groups: ServiceGroup[]; days: string }) {
  const { groups, days } = props;
  const links = useHealthLinks();
  const stop = useOneStop();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => flattenGroups(groups, open), [groups, open]);
  const [scrollMargin, setScrollMargin] = useState(0);
  const { ref: box } = stop;
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(top + window.scrollY);
  }, [box, lines.length]);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: at => HEIGHTS[lines[at].kind],
    getItemKey: at => lines[at].key,
    overscan: 20,
    scrollMargin,
  });
  const seen = virtual.getVirtualItems();
  const histories = useHistories(
    seen.flatMap(({ index }) => {
      const line = lines[index];
      return line?.kind === 'service' ? [line.item.entityRef] : [];
    }),
  );
  const lineOf = (line: Line) => {
    if (line.kind === 'service') {
      const { item } = line;
      return (
        <ServiceRow
          item={item}
          to={links.entity(item.entityRef)}
          history={histories.of[item.entityRef]}
        />
      );
    }
    const toggle = () => setOpen(before => toggled(before, line.name));
    if (line.kind === 'more') {
      return (
        <button
          {...STOP}
          type="button"
          className={styles.more}
          aria-expanded={false}
          onClick={toggle}
        >
          <StateShape state="healthy" />
          {line.words}
        </button>
      );
    }
    return (
      <h3 className={styles.line}>
        <button
          {...STOP}
          type="button"
          aria-expanded={line.open}
          onClick={toggle}
        >
          {line.name} <span>{line.words}</span>
        </button>
      </h3>
    );
  };
  return (
    <div className={styles.long}>
      <ServiceHeads days={days} />
      {/* The keys belong to the links and buttons inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        {...stop}
        className={styles.lines}
        style={{ height: virtual.getTotalSize() }}
      >
        {seen.map(({ key, index, start }) => (
          <div
            key={key}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {lines[index] && lineOf(lines[index])}
          </div>
        ))}
      </div>
    </div>
  );
}
