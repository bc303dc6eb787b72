import { useDeferredValue, useMemo, useState } from 'react';
import type { PanelProps } from '../PanelKind';
import { LogControls } from './LogControls';
import { LogLines } from './LogLines';
import { logOptions } from './logOptions';
import { logRows, orderedRows } from './logRows';
import styles from './Logs.module.css';
import { logTimes } from './logTime';

const CONTROLS = 32;

/** Lines of a log, searched in the browser. */
export default function LogsPanel(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const options = useMemo(() => logOptions(panel.options), [panel.options]);
  const [order, setOrder] = useState<boolean>();
  const [wrap, setWrap] = useState<boolean>();
  const [term, setTerm] = useState('');
  // Typing stays quick while a long log is searched.
  const searched = useDeferredValue(term.trim());
  const newestFirst = order ?? options.newestFirst;
  const wraps = wrap ?? options.wraps;
  const rows = useMemo(() => logRows(data), [data]);
  const ordered = useMemo(
    () =>
      orderedRows(
        rows,
        newestFirst,
        options.dedup,
        newestFirst !== options.newestFirst,
      ),
    [rows, newestFirst, options],
  );
  const found = useMemo(() => {
    const wanted = searched.toLowerCase();
    return wanted
      ? ordered.filter(({ line }) => line.toLowerCase().includes(wanted))
      : ordered;
  }, [ordered, searched]);
  const timeOf = useMemo(() => {
    const times = rows.map(({ at }) => at).filter(at => !Number.isNaN(at));
    return logTimes(
      times.reduce((a, b) => Math.min(a, b), Infinity),
      times.reduce((a, b) => Math.max(a, b), -Infinity),
    );
  }, [rows]);
  return (
    <div className={styles.panel} style={{ width, height }}>
      <LogControls
        term={term}
        onTerm={setTerm}
        found={found.length}
        count={ordered.length}
        newestFirst={newestFirst}
        onOrder={setOrder}
        wraps={wraps}
        onWrap={setWrap}
      />
      <LogLines
        rows={found}
        options={options}
        wraps={wraps}
        term={searched}
        timeOf={timeOf}
        width={width}
        height={Math.max(24, height - CONTROLS)}
        label={label}
      />
    </div>
  );
}
