import { Button, type useMore } from '@portico/ui';

const words = (count: number) => count.toLocaleString('en-US');

/** Shows the next rows of a long list; nothing once all are shown. */
export function MoreButton(props: {
  more: Pick<ReturnType<typeof useMore>, 'left' | 'next' | 'showMore'>;
  /** How many there are. */
  total: number;
}) {
  const { more, total } = props;
  const { left, next, showMore } = more;
  if (left === 0) return null;
  return (
    <Button look="text" onClick={showMore}>
      {`${words(next)} more of ${words(total)}`}
    </Button>
  );
}
