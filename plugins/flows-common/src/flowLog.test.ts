import { flowLog, parseFlowLogLine } from './flowLog';

const stored = (text: string, level = 'info') =>
  `\u001b[32m${level}\u001b[39m: ${text}`;

describe('flowLog', () => {
  it('gives progress and sections back', () => {
    expect(
      parseFlowLogLine(
        stored(flowLog.progress({ done: 2, total: 3, message: 'a | b' })),
      ),
    ).toEqual({
      type: 'progress',
      entry: { done: 2, total: 3, message: 'a / b' },
    });
    expect(parseFlowLogLine(stored(flowLog.section('Plan')))).toEqual({
      type: 'section',
      title: 'Plan',
    });
  });

  it('keeps other lines with their level', () => {
    expect(parseFlowLogLine(stored('▸ not ours', 'warn'))).toEqual({
      type: 'text',
      level: 'warn',
      text: '▸ not ours',
    });
  });
});
