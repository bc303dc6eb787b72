import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `customer-experience`. */
export const customerExperience: CapabilityArea = {
  name: 'customer-experience',
  owner: 'growth',
  'in-use': [
    [
      'segment',
      'Segment',
      'Customer data: one stream of events to every tool.',
      'https://segment.com',
    ],
    [
      'amplitude',
      'Amplitude',
      'Product analytics: funnels and retention.',
      'https://amplitude.com',
    ],
    [
      'google-analytics',
      'Google Analytics',
      'Visits of the marketing site.',
      'https://marketingplatform.google.com/about/analytics/',
    ],
    [
      'launchdarkly',
      'LaunchDarkly',
      'Feature flags and A/B tests.',
      'https://launchdarkly.com',
    ],
    ['sendgrid', 'SendGrid', 'Delivery of e-mail.', 'https://sendgrid.com'],
    ['twilio', 'Twilio', 'SMS and voice.', 'https://www.twilio.com'],
    [
      'intercom',
      'Intercom',
      'Conversations with customers.',
      'https://www.intercom.com',
    ],
  ],
  trial: [
    [
      'dynamic-yield',
      'Dynamic Yield',
      'Personalised pages; on trial for the shop’s front page.',
      'https://www.dynamicyield.com',
    ],
  ],
  alternative: [
    [
      'rudderstack',
      'RudderStack',
      'Open-source customer data platform.',
      'https://www.rudderstack.com',
    ],
    [
      'split',
      'Split.io',
      'Feature flags with statistics.',
      'https://www.split.io',
    ],
    [
      'optimizely',
      'Optimizely',
      'Experiments and personalisation.',
      'https://www.optimizely.com',
    ],
    [
      'zendesk',
      'Zendesk',
      'Tickets of customer support.',
      'https://www.zendesk.com',
    ],
  ],
};
