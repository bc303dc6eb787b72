import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkEntity } from './__testUtils__/checkEntity';
import { createWorld } from './createWorld';

const FOLDER = resolve(__dirname, '../../../../examples');
const world = createWorld();

function read(file: string): Entity[] {
  return parseAllDocuments(readFileSync(resolve(FOLDER, file), 'utf8')).map(
    document => document.toJS(),
  );
}

describe('examples', () => {
  it('has one entry that leads to all files', () => {
    const [location, ...others] = read('all.yaml');
    expect(others).toEqual([]);
    expect(location.spec?.targets).toEqual([
      './domains.yaml',
      './systems.yaml',
      './resources.yaml',
    ]);
  });

  it.each(['all.yaml', 'domains.yaml', 'systems.yaml', 'resources.yaml'])(
    '%s holds valid entities only',
    async file => {
      for (const entity of read(file)) {
        await expect(checkEntity(entity)).resolves.toBeUndefined();
      }
    },
  );

  it('agrees with the world about domains', () => {
    expect(read('domains.yaml').map(e => [e.kind, e.metadata, e.spec])).toEqual(
      world.domains.map(({ name, title, description, owner }) => [
        'Domain',
        { name, title, description },
        { owner: `group:default/${owner}` },
      ]),
    );
  });

  it('agrees with the world about systems', () => {
    expect(read('systems.yaml').map(e => [e.kind, e.metadata, e.spec])).toEqual(
      world.systems.map(({ name, title, description, owner, domain }) => [
        'System',
        { name, title, description },
        {
          owner: `group:default/${owner}`,
          domain: `domain:default/${domain}`,
        },
      ]),
    );
  });

  it('agrees with the world about resources', () => {
    expect(
      read('resources.yaml').map(({ kind, metadata, spec }) => ({
        kind,
        name: metadata.name,
        title: metadata.title,
        description: metadata.description,
        labels: metadata.labels,
        url: metadata.links?.[0].url,
        spec,
      })),
    ).toEqual(
      world.resources.map(r => ({
        kind: 'Resource',
        name: r.name,
        title: r.title,
        description: r.description,
        labels: r.capabilityArea && {
          'portico/capability-area': r.capabilityArea,
          'portico/adoption': r.adoption,
        },
        url: r.url,
        spec: {
          type: r.type,
          owner: `group:default/${r.owner}`,
          ...(r.system && { system: `system:default/${r.system}` }),
          ...(r.dependsOn.length && {
            dependsOn: r.dependsOn.map(name => `resource:default/${name}`),
          }),
        },
      })),
    );
  });

  it('labels providers of all seven capability areas', () => {
    const areas = read('resources.yaml').map(
      ({ metadata }) => metadata.labels?.['portico/capability-area'],
    );
    expect([...new Set(areas.filter(Boolean))]).toEqual([
      'edge-security',
      'identity-access',
      'infrastructure-platform',
      'data-analytics',
      'customer-experience',
      'business-applications',
      'engineering-platform',
    ]);
  });
});
