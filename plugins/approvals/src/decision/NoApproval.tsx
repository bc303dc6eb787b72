import {
  EmptyState,
  errorName,
  ErrorState,
  errorWords,
  Icon,
  TextLink,
  Waiting,
} from '@portico/ui';
import { useLinks } from '../parts/links';
import page from '../parts/Page.module.css';
import styles from './decision.module.css';
import { Crumbs } from './DecisionHeader';

/** Instead of an approval that is still being read, or that cannot be read. */
export function NoApproval(props: { error?: Error; onTryNow(): void }) {
  const { error, onTryNow } = props;
  return (
    <div className={page.page}>
      <Crumbs />
      <div className={styles.none}>
        {error ? (
          <Why error={error} onTryNow={onTryNow} />
        ) : (
          <Waiting rows={8} what="the approval" />
        )}
      </div>
    </div>
  );
}

function Why(props: { error: Error; onTryNow(): void }) {
  const { error, onTryNow } = props;
  const links = useLinks();
  const back = <TextLink to={links.inbox()}>All approvals</TextLink>;
  switch (errorName(error)) {
    case 'NotFoundError':
      return (
        <EmptyState
          shape={<Icon name="lock" />}
          what="There is no such approval, or it is not yours to see"
          why="Approvals are shown to whoever asked, to those who decide, and to the owners of what is changed."
          action={back}
        />
      );
    case 'NotAllowedError':
      return (
        <EmptyState
          shape={<Icon name="lock" />}
          what="Your role does not see approvals"
          why={errorWords(error)}
          action={back}
        />
      );
    default:
      return (
        <ErrorState
          what="Unknown: the approval could not be read"
          why={errorWords(error)}
          retry={onTryNow}
          action={back}
        />
      );
  }
}
