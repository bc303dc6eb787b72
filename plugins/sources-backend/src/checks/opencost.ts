import { look } from '../http/look';
import type { Vendor } from '../Source';

const configKey = 'cost.opencost';
const usedFor = 'Cost: who uses how much of a cluster, and what is idle.';

/** OpenCost; https://opencost.io/docs/integrations/api/ */
export const opencost: Vendor = {
  kind: 'opencost',
  title: 'OpenCost',
  usedFor,
  configKey,
  read: config =>
    (config.getOptionalConfigArray(configKey) ?? []).map(section => {
      const name = section.getString('name');
      const url = section.getString('url').replace(/\/+$/, '');
      const token = section.getOptionalString('token');
      const headers = {
        ...(token && { authorization: `Bearer ${token}` }),
        ...section.getOptional<Record<string, string>>('headers'),
      };
      const hasToken = Object.keys(headers).length > 0;
      return {
        id: `opencost:${name}`,
        kind: 'opencost',
        title: 'OpenCost',
        instance: name,
        url,
        usedFor,
        configKey,
        check: signal =>
          look(
            { url: `${url}/healthz`, headers, signal },
            {
              configKey,
              hasToken,
              read: () => ({
                answeredAs: 'OpenCost',
                token: { state: hasToken ? 'valid' : 'none' },
              }),
            },
          ),
      };
    }),
};
