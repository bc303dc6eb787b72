import { useApi } from '@backstage/frontend-plugin-api';
import {
  scaffolderApiRef,
  type ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import useAsync from 'react-use/esm/useAsync';
import { usualDurations, type UsualDurations } from './usualDurations';

const NONE: UsualDurations = {};

/** Usual durations while a task runs; none while they load or when they cannot be told, since they are an extra. */
export function useUsualDurations(
  task: ScaffolderTask | undefined,
  wanted: boolean,
): UsualDurations {
  const api = useApi(scaffolderApiRef);
  const { value } = useAsync(
    async () => (task && wanted ? usualDurations(api, task) : NONE),
    [api, task?.id, wanted],
  );
  return value ?? NONE;
}
