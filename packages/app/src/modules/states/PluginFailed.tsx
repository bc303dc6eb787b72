import { ErrorDisplayProps } from '@backstage/frontend-plugin-api';
import { CopyBlock, ErrorState, Section } from '@portico/ui';
import styles from './states.module.css';

/** One part of a page could not be drawn; the rest of the page goes on. */
export function PluginFailed(props: ErrorDisplayProps) {
  const { plugin, error, resetError } = props;
  const name = plugin?.title ?? plugin?.pluginId ?? 'this part';
  return (
    <div className={styles.part}>
      <Section title={name} tone="bad">
        <ErrorState
          urgent
          state="failing"
          what={`This part of the page could not be drawn: ${error.message}`}
          why="The rest of the page is not affected. If it fails again, give the details to the platform team."
          retry={resetError}
        >
          <details className={styles.details}>
            <summary>Details</summary>
            <CopyBlock
              label="Details of the error"
              text={`plugin: ${plugin?.pluginId ?? 'unknown'}\n${
                error.stack ?? `${error.name}: ${error.message}`
              }`}
            />
          </details>
        </ErrorState>
      </Section>
    </div>
  );
}
