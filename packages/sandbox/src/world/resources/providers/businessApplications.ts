import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `business-applications`. */
export const businessApplications: CapabilityArea = {
  name: 'business-applications',
  owner: 'workplace',
  'in-use': [
    [
      'hubspot',
      'HubSpot',
      'CRM: partners, leads and deals.',
      'https://www.hubspot.com',
    ],
    [
      'zoho-books',
      'Zoho Books',
      'The books: ledgers, VAT and closing.',
      'https://www.zoho.com/books/',
    ],
    ['stripe', 'Stripe', 'Card payments and wallets.', 'https://stripe.com'],
    [
      'paypal',
      'PayPal',
      'Payments by PayPal account.',
      'https://www.paypal.com',
    ],
    ['mailchimp', 'Mailchimp', 'Newsletters.', 'https://mailchimp.com'],
    ['gusto', 'Gusto', 'Payroll.', 'https://gusto.com'],
    [
      'bamboohr',
      'BambooHR',
      'People: contracts, leave and reviews.',
      'https://www.bamboohr.com',
    ],
    ['slack', 'Slack', 'Chat, and where alerts arrive.', 'https://slack.com'],
  ],
  alternative: [
    ['wave', 'Wave', 'Free bookkeeping.', 'https://www.waveapps.com'],
    [
      'brevo',
      'Brevo',
      'Newsletters and SMS with a free tier.',
      'https://www.brevo.com',
    ],
    [
      'microsoft-teams',
      'Microsoft Teams',
      'Chat and meetings, for partners who use it.',
      'https://www.microsoft.com/microsoft-teams',
    ],
  ],
};
