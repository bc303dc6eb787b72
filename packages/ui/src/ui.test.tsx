import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import {
  Badge,
  Button,
  CopyBlock,
  ErrorState,
  Figure,
  Freshness,
  Section,
  State,
  Table,
  Td,
  TextLink,
  Th,
  Time,
  Waiting,
} from '.';

describe('Section', () => {
  it('is found by its title', () => {
    render(
      <Section title="Environments" meta="14:02" tone="stale">
        production
      </Section>,
    );
    const section = screen.getByRole('region', { name: 'Environments' });
    expect(section).toHaveTextContent('production');
    expect(
      within(section).getByRole('heading', { level: 2 }),
    ).toHaveTextContent('Environments');
  });

  it('is found by its label where it has no title, and has no empty head', () => {
    render(<Section label="Verdict">Failed</Section>);
    expect(screen.getByRole('region', { name: 'Verdict' })).toBeInTheDocument();
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});

describe('State', () => {
  it.each([
    ['failing', undefined, 'Failing'],
    ['failing', 'Timed out', 'Timed out'],
  ] as const)(
    'says %s in a word, not by its shape alone',
    (state, own, word) => {
      render(<State state={state}>{own}</State>);
      expect(screen.getByText(word)).toBeInTheDocument();
    },
  );

  it('stands in a badge with how long', () => {
    const { container } = render(
      <Badge state="degraded" detail="12 min">
        Degraded
      </Badge>,
    );
    expect(container).toHaveTextContent('Degraded 12 min');
    expect(container.querySelector('svg')).toHaveAttribute(
      'aria-hidden',
      'true',
    );
  });
});

describe('Figure', () => {
  it('is one group: label, value with its unit, comparison', () => {
    render(
      <Figure
        label="p95 latency"
        value="480"
        unit="ms"
        comparison="objective 300 ms"
        tone="warn"
      />,
    );
    expect(
      screen.getByRole('group', { name: 'p95 latency' }),
    ).toHaveTextContent('p95 latency480 msobjective 300 ms');
  });
});

describe('Table', () => {
  it('has a name, heads for columns and rows, and takes focus to be scrolled by keys', async () => {
    render(
      <Table label="Runs">
        <thead>
          <tr>
            <Th>Run</Th>
            <Th end>Took</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">CI #3</Th>
            <Td end>41 s</Td>
          </tr>
        </tbody>
      </Table>,
    );
    expect(screen.getByRole('table', { name: 'Runs' })).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: 'Took' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: 'CI #3' })).toBeVisible();
    await userEvent.tab();
    expect(screen.getByRole('group', { name: 'Runs' })).toHaveFocus();
  });
});

describe('ErrorState', () => {
  it('announces what failed and why, and tries again from the keyboard', async () => {
    const retry = jest.fn();
    render(
      <ErrorState
        what="Unknown: GitHub has not answered."
        why="It answered 503."
        retry={retry}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Unknown: GitHub has not answered.It answered 503.',
    );
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Try now' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('fits into one line over old values, and interrupts only if it is urgent', () => {
    const { rerender } = render(
      <ErrorState inline state="stale" what="Showing 14:01." why="503." />,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Showing 14:01. 503.');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    rerender(<ErrorState urgent state="failing" what="Failed at step 3." />);
    expect(screen.getByRole('alert')).toHaveTextContent('Failed at step 3.');
  });
});

describe('CopyBlock', () => {
  const lines = 'metadata:\n  name: orders';

  it('copies the lines and says so', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    render(<CopyBlock label="Lines for catalog-info.yaml" text={lines} />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(copied).toHaveBeenCalledWith(lines);
  });

  it('says what to do where the browser does not let it copy', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('not allowed'));
    render(<CopyBlock label="Lines" text={lines} />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByRole('button', {
        name: 'Select the lines and copy them',
      }),
    ).toBeInTheDocument();
  });
});

describe('Button', () => {
  it('does not send the form around it', async () => {
    const send = jest.fn();
    render(
      <form onSubmit={send}>
        <Button look="danger">Refuse</Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Refuse' }));
    expect(send).not.toHaveBeenCalled();
  });
});

describe('TextLink', () => {
  it('says that an outer address opens a new window; a page of the portal does not', () => {
    render(
      <MemoryRouter>
        <TextLink to="https://github.example/orders">Repository</TextLink>
        <TextLink to="/catalog">Catalog</TextLink>
      </MemoryRouter>,
    );
    expect(
      screen.getByRole('link', { name: 'Repository, opens in a new window' }),
    ).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link', { name: 'Catalog' })).not.toHaveAttribute(
      'target',
    );
  });
});

describe('Time', () => {
  it('shows the short form and keeps ISO 8601 for the pointer and machines', () => {
    render(<Time at="2026-11-18T14:02:31Z" form="clock" />);
    const time = screen.getByText(/^\d\d:02:31$/);
    expect(time).toHaveAttribute('title', '2026-11-18T14:02:31.000Z');
    expect(time).toHaveAttribute('datetime', '2026-11-18T14:02:31.000Z');
  });

  it('does not make up a time', () => {
    const { container } = render(<Time at="soon" />);
    expect(container).toHaveTextContent('unknown');
  });

  it('has seconds and the zone in the line of freshness', () => {
    render(<Freshness at={new Date('2026-11-18T14:02:31Z')} prefix="As of" />);
    expect(screen.getByText(/^As of/)).toHaveTextContent(
      /^As of \d\d:02:31 \S+$/,
    );
  });
});

describe('Waiting', () => {
  it('shows grey bars after 200 ms, and after 10 s for whom it waits', () => {
    jest.useFakeTimers();
    try {
      render(<Waiting what="Prometheus" />);
      act(() => jest.advanceTimersByTime(100));
      const waiting = screen.getByRole('status', { hidden: true });
      expect(waiting).not.toBeVisible();
      act(() => jest.advanceTimersByTime(150));
      expect(waiting).toBeVisible();
      expect(waiting).toHaveTextContent('Loading');
      act(() => jest.advanceTimersByTime(10_000));
      expect(waiting).toHaveTextContent('Still waiting for Prometheus');
    } finally {
      jest.useRealTimers();
    }
  });
});
