import { Button, Icon } from '@portico/ui';
import { Choice } from '../variables/Choice';
import { INTERVALS, OFF } from './refreshSeconds';

/** `5s` as `5 s`, for never `Off`. */
const words = (interval: string) =>
  interval === OFF
    ? 'Off'
    : interval.replace(/(\d+)/, '$1\u00a0').replace(/m$/, 'min');

/** Reads all panels again, now or every so often. */
export function RefreshControl(props: {
  interval: string;
  /** What the dashboard itself wants, offered beside the usual ones. */
  own?: string;
  onInterval(interval: string): void;
  onNow(): void;
}) {
  const { interval, own, onInterval, onNow } = props;
  const offered = [...INTERVALS, interval, ...(own ? [own] : [])];
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center' }}>
      <Button
        look="icon"
        aria-label="Refresh now"
        title="Refresh now"
        onClick={onNow}
      >
        <Icon name="retry" size={14} />
      </Button>
      <Choice
        label="Refresh every"
        value={interval}
        choices={[...new Set(offered)].map(value => ({
          value,
          title: words(value),
        }))}
        onChange={onInterval}
      />
    </span>
  );
}
