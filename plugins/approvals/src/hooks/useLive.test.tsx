import { act, screen } from '@testing-library/react';
import { show } from '../__testUtils__/render';
import { useLive } from './useLive';

describe('what is kept fresh', () => {
  it('is read again on signals about it, and only then', async () => {
    let tell = (_message: { approvalId: string }) => {};
    const subscribe = jest.fn((_channel: string, onMessage) => {
      tell = onMessage;
      return { unsubscribe: () => {} };
    });
    let reads = 0;
    const load = async () => {
      reads += 1;
      return reads;
    };
    const Reads = () => {
      const { value, signals } = useLive(load, { only: 'a1' });
      return (
        <p>
          {value} {signals ? 'live' : 'polled'}
        </p>
      );
    };
    show(<Reads />, { signals: { subscribe } });
    expect(await screen.findByText('1 live')).toBeInTheDocument();
    expect(subscribe).toHaveBeenCalledWith('approvals', expect.anything());
    act(() => tell({ approvalId: 'another' }));
    act(() => tell({ approvalId: 'a1' }));
    expect(await screen.findByText('2 live')).toBeInTheDocument();
    expect(reads).toBe(2);
  });
});
