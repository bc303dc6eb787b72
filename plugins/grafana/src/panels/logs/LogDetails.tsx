import { Button } from '@portico/ui';
import { useState } from 'react';
import type { LogRow } from './logRows';
import styles from './Logs.module.css';
import { isoTime } from './logTime';

/** All that is known of a line: when it was written, its labels, and a button to copy it. */
export function LogDetails(props: { row: LogRow; id: string }) {
  const { row, id } = props;
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(row.line).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow it'),
    );
  const facts = [['time', isoTime(row.at)], ...Object.entries(row.labels)];
  return (
    <div id={id} className={styles.details}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Button look="text" onClick={copy}>
          Copy line
        </Button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
