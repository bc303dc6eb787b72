import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import {
  EmptyState,
  List,
  ListRow,
  Section,
  StateShape,
  TextLink,
  Waiting,
} from '@portico/ui';
import { SourceFailed } from './SourceFailed';
import { shortWhen, taskName, taskState } from './taskState';

const pollMilliseconds = 5000;

/** The viewer's last five tasks; asked again while one is under way. */
function useMyTasks() {
  const scaffolderApi = useApi(scaffolderApiRef);
  const result = useAsyncRetry(async () => {
    const { tasks } = await scaffolderApi.listTasks({
      filterByOwnership: 'owned',
      limit: 5,
    });
    return tasks;
  }, [scaffolderApi]);
  const { value, loading, retry } = result;
  useEffect(() => {
    const active = value?.some(({ status }) =>
      ['open', 'processing'].includes(status),
    );
    if (!active || loading) {
      return undefined;
    }
    const timer = setTimeout(retry, pollMilliseconds);
    return () => clearTimeout(timer);
  }, [value, loading, retry]);
  return result;
}

/** What the viewer started, and how it stands. */
export function MyTasks() {
  const { value, error, retry } = useMyTasks();
  return (
    <Section
      title="My tasks"
      meta={
        value && value.length > 0 && <TextLink to="/create/tasks">All</TextLink>
      }
    >
      {!value && !error && <Waiting rows={3} what="the task list" />}
      {error && (
        <SourceFailed source="the task list" error={error} retry={retry} />
      )}
      {value?.length === 0 && (
        <EmptyState
          what="You have started nothing yet"
          why="What you create shows here, with how far it is."
        />
      )}
      {value && value.length > 0 && (
        <List>
          {value.map(task => {
            const { state, word } = taskState(task.status);
            return (
              <ListRow
                key={task.id}
                icon={<StateShape state={state} />}
                end={`${word}, ${shortWhen(task.createdAt, new Date())}`}
              >
                <TextLink plain to={`/create/tasks/${task.id}`}>
                  {taskName(task)}
                </TextLink>
              </ListRow>
            );
          })}
        </List>
      )}
    </Section>
  );
}
