import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import type {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';

/**
 * Backstage's embedded search engine, for which a kind of document that nobody has written yet is
 * an error that takes the whole search page down. Here it is what it is: nothing found.
 */
export class EmbeddedSearchEngine extends LunrSearchEngine {
  async query(query: SearchQuery): Promise<IndexableResultSet> {
    const types = query.types?.filter(type => type in this.lunrIndices);
    if (query.types?.length && !types?.length) {
      return { results: [], numberOfResults: 0 };
    }
    return super.query({ ...query, types });
  }
}
