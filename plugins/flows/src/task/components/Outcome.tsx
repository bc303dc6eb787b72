import { MarkdownContent } from '@backstage/core-components';
import { Section } from '@portico/ui';
import type { TaskView } from '../model';
import { NotFinished } from './NotFinished';
import styles from './task.module.css';
import type { TaskActions } from './useTaskActions';

/** How the task ended: the texts that the template gives, or what failed, what is left and what to do. */
export const Outcome = (props: {
  view: TaskView;
  now: number;
  actions: TaskActions;
}) => {
  const { view } = props;
  if (view.state === 'failed' || view.state === 'cancelled') {
    return <NotFinished {...props} />;
  }
  if (view.state !== 'completed' || view.texts.length === 0) return null;
  return (
    <>
      {view.texts.map(text => (
        <Section
          key={`${text.title}${text.content}`}
          title={text.title}
          className={styles.whole}
        >
          <MarkdownContent content={text.content} linkTarget="_blank" />
        </Section>
      ))}
    </>
  );
};
