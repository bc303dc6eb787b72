import { render, screen } from '@testing-library/react';
import { useLive } from './useLive';

describe('useLive', () => {
  it('keeps what it knows while a later try fails, and says why', async () => {
    let reads = 0;
    const load = async () => {
      reads += 1;
      if (reads === 2) throw new Error('503 of the backend');
      return `answer ${reads}`;
    };
    const Reads = (props: { changed?: object }) => {
      const { value, error } = useLive(load, {
        changed: props.changed,
        pollMs: 3_600_000,
      });
      return (
        <p>
          {value}: {error?.message ?? 'fresh'}
        </p>
      );
    };
    const { rerender } = render(<Reads />);
    expect(await screen.findByText('answer 1: fresh')).toBeInTheDocument();
    rerender(<Reads changed={{}} />);
    expect(
      await screen.findByText('answer 1: 503 of the backend'),
    ).toBeInTheDocument();
    rerender(<Reads changed={{}} />);
    expect(await screen.findByText('answer 3: fresh')).toBeInTheDocument();
    expect(reads).toBe(3);
  });
});
