import type { World } from '../../../world';
import type { GrafanaTeam } from './types';

/** The organisation's teams, as they are synchronised from its groups. */
export class Teams {
  readonly #teams: GrafanaTeam[];

  constructor(world: World) {
    this.#teams = world.teams.map(({ name }, index) => ({
      id: index + 1,
      uid: name,
      name,
      email: `${name}@${world.organization}.example`,
      memberCount: world.people.filter(({ team }) => team === name).length,
    }));
  }

  find(id: number): GrafanaTeam | undefined {
    return this.#teams.find(team => team.id === id);
  }

  /** @param name whole name; @param query part of it */
  search({ name, query }: { name?: string; query?: string }): GrafanaTeam[] {
    return this.#teams.filter(
      team =>
        (!name || team.name === name) &&
        (!query || team.name.includes(query.toLowerCase())),
    );
  }
}
