import type { HealthSignal } from '@portico/plugin-health-common';
import type {
  HealthCollection,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';

/** A signal with what every signal needs; serving unless said otherwise. */
export function signal(
  change: Partial<HealthSignal> & Pick<HealthSignal, 'id'>,
): HealthSignal {
  const [provider] = change.id.split(':');
  return {
    provider,
    kind: 'errors',
    title: 'Error ratio',
    state: 'healthy',
    value: { value: 0.0008, unit: 'ratio' },
    serving: true,
    observedAt: '2026-11-20T14:00:00.000Z',
    ...change,
  };
}

/** A provider that says what the test has put into it. */
export class FakeProvider implements HealthProvider {
  /** What it says, by name of the component. */
  says: Record<string, HealthSignal[]> = {};
  collection: Partial<HealthCollection> = {};
  failure?: Error;
  /** References that it was asked about, one list a collection. */
  readonly asked: string[][] = [];

  constructor(
    readonly id = 'prometheus',
    readonly title = 'Prometheus',
    readonly instances: string[] = ['mini-org'],
  ) {}

  appliesTo(): boolean {
    return true;
  }

  async collect(subjects: HealthSubject[]): Promise<HealthCollection> {
    this.asked.push(subjects.map(({ entityRef }) => entityRef));
    if (this.failure) throw this.failure;
    return {
      signals: new Map(
        Object.entries(this.says).map(([name, signals]) => [
          `component:default/${name}`,
          signals,
        ]),
      ),
      gaps: [],
      requests: 1,
      ...this.collection,
    };
  }
}
