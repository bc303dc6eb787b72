import {
  formatAge,
  formatClock,
  formatMinute,
  formatSince,
  formatZone,
} from './formatTime';

const forms = {
  age: formatAge,
  clock: formatClock,
  minute: formatMinute,
  since: formatSince,
  zoned: (at: Date) => `${formatClock(at)} ${formatZone(at)}`,
};

/** `age` "3 h ago", `clock` "14:02:31", `minute` "14:02", `since` "13:50" or "18 Nov", `zoned` "14:02:31 UTC". */
export type TimeForm = keyof typeof forms;

/** A moment in the viewer's zone; ISO 8601 on hover and for machines. */
export function Time(props: {
  /** A date, an ISO 8601 string or milliseconds since 1970. */
  at: Date | string | number;
  form?: TimeForm;
}) {
  const { form = 'since' } = props;
  const at = new Date(props.at);
  if (Number.isNaN(at.getTime())) return <>unknown</>;
  const iso = at.toISOString();
  return (
    <time dateTime={iso} title={iso}>
      {forms[form](at)}
    </time>
  );
}
