import type { Directory } from './Directory';

/** Asks each question once: for answers that go into one page, never for a decision. */
export function rememberDirectory(directory: Directory): Directory {
  const entities = new Map<string, ReturnType<Directory['entity']>>();
  const members = new Map<string, Promise<string[]>>();
  const ask = async (ref: string) =>
    (await directory.membersOf([ref])).get(ref) ?? [];
  return {
    entity: ref => remember(entities, ref, () => directory.entity(ref)),
    membersOf: async refs =>
      new Map(
        await Promise.all(
          refs.map(
            async ref =>
              [ref, await remember(members, ref, () => ask(ref))] as const,
          ),
        ),
      ),
    groupsOf: user => directory.groupsOf(user),
    people: users => directory.people(users),
    names: refs => directory.names(refs),
  };
}

function remember<T>(
  known: Map<string, Promise<T>>,
  key: string,
  ask: () => Promise<T>,
): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
