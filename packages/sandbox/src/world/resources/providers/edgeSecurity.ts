import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `edge-security`. */
export const edgeSecurity: CapabilityArea = {
  name: 'edge-security',
  owner: 'platform',
  'in-use': [
    [
      'cloudflare',
      'Cloudflare',
      'CDN, WAF, DNS, bot protection and Zero Trust access, in front of everything.',
      'https://www.cloudflare.com',
    ],
    [
      'lets-encrypt',
      'Let’s Encrypt',
      'Certificates of the ingress, renewed by cert-manager.',
      'https://letsencrypt.org',
    ],
  ],
};
