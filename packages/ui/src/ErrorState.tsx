import { Button } from './Button';
import { Icon } from './Icon';
import { StateShape } from './State';
import { StateName } from './stateShapes';
import { Statement, StatementProps } from './Statement';
import styles from './Statement.module.css';

/**
 * Something did not answer or could not be done: what, why, and "Try now".
 * `inline` puts it into one line above values that are still shown, with
 * `state="stale"`.
 */
export function ErrorState(
  props: StatementProps & {
    state?: StateName;
    /** Offers "Try now". */
    retry?: () => void;
    inline?: boolean;
    /** Read out at once, for what stops the reader's work. */
    urgent?: boolean;
  },
) {
  const { state = 'unknown', retry, inline, urgent, ...statement } = props;
  const { what, why, action, children } = statement;
  const role = urgent ? 'alert' : 'status';
  if (inline) {
    return (
      <p className={styles.line} role={role}>
        <StateShape state={state} />
        <b>{what}</b> {why}{' '}
        {retry && (
          <Button look="text" onClick={retry}>
            Try now
          </Button>
        )}{' '}
        {action}
        {children}
      </p>
    );
  }
  return (
    <div role={role}>
      <Statement
        {...statement}
        shape={<StateShape state={state} size={16} />}
        action={
          (retry || action) && (
            <>
              {retry && (
                <Button onClick={retry}>
                  <Icon name="retry" size={14} />
                  Try now
                </Button>
              )}
              {action}
            </>
          )
        }
      />
    </div>
  );
}
