import { renderValue } from './plan/renderValue';
import type { RunLog } from './RunLog';
import type { Run, StateVersion } from './types';

/** The last lines of an apply's log: what it did, and the outputs. */
export function writeApplySummary(
  log: RunLog,
  run: Run,
  outputs: StateVersion['outputs'],
): void {
  const { add, change, destroy } = run.planResult!.summary;
  const summary = `Apply complete! Resources: ${add} added, ${change} changed, ${destroy} destroyed.`;
  log.write(
    [
      '',
      `\u001b[1m\u001b[32m${summary}\u001b[0m`,
      ...(outputs.length > 0
        ? ['', '\u001b[1m\u001b[32mOutputs:\u001b[0m', '']
        : []),
      ...outputs.map(
        o =>
          `${o.name} = ${
            o.sensitive ? '<sensitive>' : renderValue(o.value, 0)
          }`,
      ),
    ],
    [
      {
        '@message': summary,
        type: 'change_summary',
        changes: {
          add,
          change,
          import: 0,
          remove: destroy,
          operation: 'apply',
        },
      },
      {
        '@message': `Outputs: ${outputs.length}`,
        type: 'outputs',
        outputs: Object.fromEntries(
          outputs.map(o => [
            o.name,
            {
              sensitive: o.sensitive,
              type: typeof o.value,
              ...(o.sensitive ? {} : { value: o.value }),
            },
          ]),
        ),
      },
    ],
  );
}
