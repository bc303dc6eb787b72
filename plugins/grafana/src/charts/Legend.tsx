import type { KeyboardEvent, MouseEvent } from 'react';
import styles from './Charts.module.css';
import {
  sortedEntries,
  type LegendEntry,
  type LegendOptions,
} from './legendOptions';

interface Choice {
  /** Shows this one alone, or all again. */
  onIsolate?(id: string): void;
  /** Shows or hides this one. */
  onToggle?(id: string): void;
}

function Swatch({ entry }: { entry: LegendEntry }) {
  const { color, dashed, block } = entry;
  return (
    <i
      aria-hidden="true"
      className={`${styles.swatch} ${block ? styles.block : ''}`}
      style={
        block
          ? { background: color }
          : { borderColor: color, borderTopStyle: dashed ? 'dashed' : 'solid' }
      }
    />
  );
}

function Name({ entry, onIsolate, onToggle }: { entry: LegendEntry } & Choice) {
  const words = (
    <>
      <Swatch entry={entry} />
      <span className={styles.name} title={entry.name}>
        {entry.name}
      </span>
    </>
  );
  if (!onIsolate || !onToggle) {
    return <span className={styles.entry}>{words}</span>;
  }
  const choose = (event: MouseEvent | KeyboardEvent) => {
    const several = event.ctrlKey || event.metaKey || event.shiftKey;
    (several ? onToggle : onIsolate)(entry.id);
  };
  return (
    <button
      type="button"
      className={styles.entry}
      aria-pressed={entry.shown}
      title={`${entry.name}: click shows it alone, Ctrl and click shows or hides it`}
      onClick={choose}
      onKeyDown={event => {
        // Browsers leave Ctrl and Enter to the page.
        const several = event.ctrlKey || event.metaKey;
        if (!several || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onToggle(entry.id);
      }}
    >
      {words}
    </button>
  );
}

function LegendTable({
  entries,
  ...choice
}: { entries: LegendEntry[] } & Choice) {
  const titles = entries[0]?.values.map(({ title }) => title) ?? [];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {titles.map(title => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <tr key={entry.id}>
            <th scope="row">
              <Name entry={entry} {...choice} />
            </th>
            {entry.values.map(({ title, text }) => (
              <td key={title}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which series is which, with its reductions. Scrolls inside itself. */
export function Legend(
  props: {
    entries: LegendEntry[];
    options: LegendOptions;
    width: number;
    height: number;
  } & Choice,
) {
  const { entries, options, width, height, onIsolate, onToggle } = props;
  const sorted = sortedEntries(entries, options);
  const room = { width, height };
  if (options.mode === 'table') {
    return (
      <div className={`${styles.legend} ${styles.table}`} style={room}>
        <LegendTable
          entries={sorted}
          onIsolate={onIsolate}
          onToggle={onToggle}
        />
      </div>
    );
  }
  return (
    <ul className={`${styles.legend} ${styles.list}`} style={room}>
      {sorted.map(entry => (
        <li key={entry.id} className={styles.entry}>
          <Name entry={entry} onIsolate={onIsolate} onToggle={onToggle} />
          {entry.values.map(({ title, text }) => (
            <b key={title} title={title}>
              {entry.values.length > 1 && <small>{title}: </small>}
              {text}
            </b>
          ))}
        </li>
      ))}
    </ul>
  );
}
