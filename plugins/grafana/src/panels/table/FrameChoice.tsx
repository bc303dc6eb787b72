import type { PanelFrame } from '@portico/plugin-grafana-common';
import styles from './Table.module.css';

function nameOf({ name, refId, fields }: PanelFrame, index: number): string {
  const number = fields.find(({ type }) => type === 'number');
  return name || number?.displayName || refId || `Table ${index + 1}`;
}

/** Which of several tables is shown. */
export function FrameChoice(props: {
  frames: readonly PanelFrame[];
  at: number;
  onChoose(index: number): void;
}) {
  const { frames, at, onChoose } = props;
  return (
    <div className={styles.pages}>
      <select
        aria-label="Table"
        value={at}
        onChange={event => onChoose(Number(event.target.value))}
      >
        {frames.map((frame, index) => (
          <option key={`${index} ${frame.refId}`} value={index}>
            {nameOf(frame, index)}
          </option>
        ))}
      </select>
    </div>
  );
}
