/** The port of each sandbox service on 127.0.0.1. Other tools rely on these numbers. */
export const PORTS = {
  control: 7100,
  github: 7101,
  okta: 7102,
  aws: 7103,
  argocd: 7104,
  kubernetes: 7105,
  prometheus: 7106,
  alertmanager: 7107,
  grafana: 7108,
  terraform: 7109,
  smtp: 7110,
  inbox: 7111,
  opencost: 7112,
  pagerduty: 7113,
  azure: 7114,
} as const;

/** The name of a sandbox service, as it stands in URLs of the control service and in faults. */
export type ServiceName = keyof typeof PORTS;
