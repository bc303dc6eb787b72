import { look } from '../http/look';
import type { Vendor } from '../Source';

const configKey = 'health.pagerduty';
const usedFor = 'Health: open incidents, and who is on call.';

/** PagerDuty; https://developer.pagerduty.com/api-reference/ */
export const pagerduty: Vendor = {
  kind: 'pagerduty',
  title: 'PagerDuty',
  usedFor,
  configKey,
  read(config) {
    const section = config.getOptionalConfig(configKey);
    const token = section?.getOptionalString('token');
    if (!section || !token) return [];
    const url = (
      section.getOptionalString('apiUrl') ?? 'https://api.pagerduty.com'
    ).replace(/\/+$/, '');
    return [
      {
        id: 'pagerduty',
        kind: 'pagerduty',
        title: 'PagerDuty',
        url,
        usedFor,
        configKey,
        check: signal =>
          look(
            {
              url: `${url}/services?limit=1`,
              headers: {
                authorization: `Token token=${token}`,
                accept: 'application/vnd.pagerduty+json;version=2',
              },
              signal,
            },
            {
              configKey,
              hasToken: true,
              read: () => ({
                answeredAs: 'PagerDuty',
                token: { state: 'valid' },
              }),
            },
          ),
      },
    ];
  },
};
