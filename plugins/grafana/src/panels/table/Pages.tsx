import { Button } from '@portico/ui';
import styles from './Table.module.css';

/** Which rows of how many are shown, and the way to the others. */
export function Pages(props: {
  page: number;
  size: number;
  count: number;
  onPage(page: number): void;
}) {
  const { page, size, count, onPage } = props;
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const [from, to] = [page * size + 1, Math.min(count, (page + 1) * size)];
  return (
    <div className={styles.pages}>
      <Button
        look="text"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        Previous
      </Button>
      <span role="status">
        {count === 0 ? 'No rows' : `${from} to ${to} of ${count}`}
      </span>
      <Button
        look="text"
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      >
        Next
      </Button>
    </div>
  );
}
