import { mockServices } from '@backstage/backend-test-utils';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';

describe('EmbeddedSearchEngine', () => {
  async function engineWithCatalog() {
    const engine = new EmbeddedSearchEngine({
      logger: mockServices.logger.mock(),
    });
    await pipeline(
      Readable.from([
        { title: 'orders', text: 'Takes customer orders', location: '/orders' },
      ]),
      await engine.getIndexer('software-catalog'),
    );
    return engine;
  }

  it('finds nothing among documents that nobody has written yet', async () => {
    const engine = await engineWithCatalog();
    await expect(
      engine.query({ term: 'orders', types: ['techdocs'] }),
    ).resolves.toEqual({ results: [], numberOfResults: 0 });
  });

  it('finds what there is, whatever else is asked for', async () => {
    const engine = await engineWithCatalog();
    const { results } = await engine.query({
      term: 'orders',
      types: ['techdocs', 'software-catalog'],
    });
    expect(results.map(({ document }) => document.location)).toEqual([
      '/orders',
    ]);
  });
});
