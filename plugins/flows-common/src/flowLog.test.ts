import { flowLog, parseFlowLogLine } from './flowLog';

const stored = (text: string, level = 'info') =>
  `\u001b[32m${level}\u001b[39m: ${text}`;

describe('flowLog', () => {
  it('gives a ledger entry back as it was, from what the scaffolder stores', () => {
    const entry = {
      outcome: 'made' as const,
      kind: 'Repository',
      name: 'mini-org/gift-cards',
      url: 'http://127.0.0.1:7101/mini-org/gift-cards',
      ifItFails: 'deleted',
    };
    expect(parseFlowLogLine(stored(flowLog.ledger(entry)))).toEqual({
      type: 'ledger',
      entry,
    });
  });

  it('leaves the link out where there is none', () => {
    const entry = {
      outcome: 'kept' as const,
      kind: 'GitHub team',
      name: 'commerce',
      ifItFails: 'left alone',
    };
    expect(parseFlowLogLine(flowLog.ledger(entry))).toEqual({
      type: 'ledger',
      entry,
    });
  });

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
