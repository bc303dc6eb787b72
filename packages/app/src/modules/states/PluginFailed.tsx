import { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { Button } from '../../parts/Button';
import { CopyableCode } from '../../parts/CopyableCode';
import { Icon } from '../../parts/icons';
import { Section } from '../../parts/Section';
import { StateShape } from '../../parts/StateLabel';
import { Statement } from '../../parts/Statement';
import styles from './states.module.css';

/** One part of a page could not be drawn; the rest of the page goes on. */
export function PluginFailed(props: ErrorDisplayProps) {
  const { plugin, error, resetError } = props;
  const name = plugin?.title ?? plugin?.pluginId ?? 'this part';
  return (
    <div className={styles.part} role="alert">
      <Section title={name} tone="bad">
        <Statement
          shape={<StateShape state="failing" size={16} />}
          what={`This part of the page could not be drawn: ${error.message}`}
          why="The rest of the page is not affected. If it fails again, give the details to the platform team."
          action={
            <Button onClick={resetError}>
              <Icon name="retry" size={14} />
              Try now
            </Button>
          }
        >
          <details className={styles.details}>
            <summary>Details</summary>
            <CopyableCode
              label="Details of the error"
              code={`plugin: ${plugin?.pluginId ?? 'unknown'}\n${
                error.stack ?? `${error.name}: ${error.message}`
              }`}
            />
          </details>
        </Statement>
      </Section>
    </div>
  );
}
