import type { Commit } from '../useCommits';
import styles from './ArgoCd.module.css';

/** The first line of a commit's message and its author; why not, if Argo CD can't say. */
export function CommitCell(props: { commit?: Commit; error?: Error }) {
  const { commit, error } = props;
  if (error) {
    return (
      <span className={styles.quiet} title={error.message}>
        unknown, Argo CD did not say
      </span>
    );
  }
  if (!commit) return null;
  const author = commit.author?.replace(/\s*<.*>$/, '');
  return (
    <>
      {commit.message?.split('\n')[0]}{' '}
      {author && <span className={styles.quiet}>{author}</span>}
    </>
  );
}
