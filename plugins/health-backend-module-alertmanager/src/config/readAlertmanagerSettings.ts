import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  SEVERITY_MEANINGS,
  type AlertmanagerInstance,
  type AlertmanagerSettings,
  type SeverityMeaning,
} from './AlertmanagerSettings';

const PATH = 'health.alertmanager';
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const USUAL = { page: 'failing', critical: 'failing', warning: 'degraded' };

/**
 * Reads `health.alertmanager`.
 *
 * @throws InputError that says which key is wrong
 */
export function readAlertmanagerSettings(config: Config): AlertmanagerSettings {
  const section = config.getOptionalConfig(PATH);
  const label = (key: string, usual: string) =>
    asLabel(key, section?.getOptionalString(key) ?? usual);
  const minutes = (key: string, usual: number) => {
    const value = section?.getOptionalNumber(`silence.${key}`) ?? usual;
    if (value >= 1) return value;
    throw new InputError(`${PATH}.silence.${key} has to be at least 1.`);
  };
  return {
    instances: readInstances(section),
    matchLabels: (
      section?.getOptionalStringArray('matchLabels') ?? ['service']
    ).map(name => asLabel('matchLabels', name)),
    environmentLabel: label('environmentLabel', 'environment'),
    severityLabel: label('severityLabel', 'severity'),
    severities: readSeverities(
      section?.getOptional<Record<string, string>>('severities') ?? USUAL,
    ),
    silence: {
      defaultMinutes: minutes('defaultMinutes', 60),
      maxMinutes: minutes('maxMinutes', 24 * 60),
    },
  };
}

function readInstances(section?: Config): AlertmanagerInstance[] {
  const instances = (section?.getOptionalConfigArray('instances') ?? []).map(
    readInstance,
  );
  const names = new Set(instances.map(({ name }) => name));
  if (names.size < instances.length) {
    throw new InputError(
      `${PATH}.instances: two entries share a name; give each its own.`,
    );
  }
  return instances;
}

function readInstance(config: Config): AlertmanagerInstance {
  const name = config.getString('name');
  const url = readAddress(name, 'url', config.getString('url'));
  const externalUrl = config.getOptionalString('externalUrl');
  return {
    name,
    url,
    externalUrl: externalUrl
      ? readAddress(name, 'externalUrl', externalUrl)
      : url,
    headers: {
      ...config.getOptional<Record<string, string>>('headers'),
      ...readAuthorization(config),
    },
  };
}

function readAuthorization(config: Config): Record<string, string> {
  const token = config.getOptionalString('token');
  const username = config.getOptionalString('username');
  if (token) return { authorization: `Bearer ${token}` };
  if (!username) return {};
  const password = config.getOptionalString('password') ?? '';
  const pair = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}

function readAddress(name: string, key: string, text: string): string {
  if (!/^https?:\/\/[^@/]+/.test(text) || !URL.canParse(text)) {
    throw new InputError(
      `${PATH}.instances: ${key} of '${name}' is no address; write e.g. https://alertmanager.internal.`,
    );
  }
  return text.replace(/\/+$/, '');
}

function readSeverities(given: Record<string, string>) {
  const meanings = new Map<string, SeverityMeaning>();
  for (const [severity, text] of Object.entries(given)) {
    const meaning = SEVERITY_MEANINGS.find(it => it === text);
    if (!meaning) {
      throw new InputError(
        `${PATH}.severities: '${severity}' can't be '${text}'; there are ${SEVERITY_MEANINGS.join(
          ', ',
        )}.`,
      );
    }
    meanings.set(severity, meaning);
  }
  return meanings;
}

function asLabel(key: string, name: string): string {
  if (LABEL.test(name)) return name;
  throw new InputError(`${PATH}.${key}: '${name}' is no label's name.`);
}
