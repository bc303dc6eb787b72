import type { PanelProps } from '../panels/PanelKind';

function FakeDrawing({ label, panel, data }: PanelProps) {
  const [first] = data.frames;
  if (panel.title === 'Broken') throw new Error('No scale');
  return (
    <div role="img" aria-label={label}>
      {panel.html ?? `${first?.length} rows`}
    </div>
  );
}

/** Stands for the drawings in tests of what is around them: `jest.mock('../panels/registry', …)`. */
export const kindOf = (type: string) =>
  ['timeseries', 'stat', 'text'].includes(type)
    ? {
        kind: {
          types: [type],
          load: async () => ({ default: FakeDrawing }),
          summarize: () => 'p95 rose to 513 ms',
        },
        Drawing: FakeDrawing,
      }
    : undefined;
