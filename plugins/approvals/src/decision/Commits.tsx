import type { Change } from '@portico/plugin-approvals-common';
import { List, ListRow } from '@portico/ui';
import { RefText } from '../parts/RefText';
import styles from './Difference.module.css';

/** What a deployment brings in, newest first. */
export function Commits(props: { commits: NonNullable<Change['commits']> }) {
  return (
    <List>
      {props.commits.map(({ sha, title, author, url }) => (
        <ListRow key={sha} end={author}>
          <code className={styles.sha} title={sha}>
            <RefText to={url}>{sha.slice(0, 7)}</RefText>
          </code>{' '}
          {title}
        </ListRow>
      ))}
    </List>
  );
}
