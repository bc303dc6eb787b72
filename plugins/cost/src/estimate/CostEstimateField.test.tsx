import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type { CostEstimate } from '@portico/plugin-cost-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { costApiRef } from '../api/costApiRef';
import { CostEstimateField } from './CostEstimateField';

const answer: CostEstimate = {
  currency: 'USD',
  monthly: '15.87',
  asOf: '2026-11-01',
  source: 'AWS list prices',
  lines: [
    {
      title: 'PostgreSQL database',
      monthly: '14.38',
      detail: '20 GiB',
      note: 'list',
    },
    { title: 'Workload', monthly: '1.49', note: 'small' },
  ],
  unknown: [],
};
const ORDERS = 'component:default/orders';
const plain = (element: HTMLElement) =>
  element.textContent?.replaceAll('\u00a0', ' ');

/** A form with the field in it, whose other fields the test changes. */
function setup(
  estimate: jest.Mock,
  formData: Record<string, unknown> = { resources: ['database'], env: 'dev' },
) {
  const options = {
    items: ['workload', { field: 'resources' }],
    environment: 'env',
    entity: 'service',
  };
  const onChange = jest.fn();
  function Form() {
    const [value, setValue] = useState<string>();
    const [data, setData] = useState(formData);
    const props = {
      schema: { title: 'Cost', type: 'string' },
      uiSchema: { 'ui:options': options },
      formContext: { formData: data },
      formData: value,
      onChange: (next?: string) => {
        onChange(next?.replaceAll('\u00a0', ' '));
        setValue(next);
      },
    };
    return (
      <>
        <button onClick={() => setData({ ...data, resources: ['cache'] })}>
          Cache
        </button>
        <CostEstimateField
          {...(props as unknown as ComponentProps<typeof CostEstimateField>)}
        />
      </>
    );
  }
  renderInTestApp(
    <TestApiProvider apis={[[costApiRef, { estimate } as never]]}>
      <Form />
    </TestApiProvider>,
  );
  return onChange;
}

describe('CostEstimateField', () => {
  it('adds up what the form would make, and tells the page that reviews it', async () => {
    const estimate = jest.fn(async () => answer);
    const onChange = setup(estimate);
    const field = await screen.findByRole('region', { name: 'Cost' });
    await screen.findByText('PostgreSQL database');
    expect(estimate.mock.calls).toEqual([
      [
        [
          { item: 'workload', environment: 'dev' },
          { item: 'database', environment: 'dev' },
        ],
        undefined,
      ],
    ]);
    expect(plain(field)).toContain('PostgreSQL database20 GiB14.38');
    expect(plain(field)).toContain('A month15.87 USD');
    expect(plain(field)).toContain(
      'Estimated, list prices of 1 November 2026 (AWS list prices)',
    );
    expect(onChange.mock.calls).toEqual([
      ['15.87 USD a month, estimated at list prices of 1 November 2026'],
    ]);
  });

  it('follows the form, and takes back what holds no more', async () => {
    const estimate = jest.fn(async () => answer);
    const onChange = setup(estimate);
    await screen.findByText('PostgreSQL database');
    estimate.mockResolvedValue({ ...answer, monthly: '13.17', lines: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Cache' }));
    await screen.findByText(/13\.17/);
    expect(onChange.mock.calls.map(([text]) => text?.slice(0, 5))).toEqual([
      '15.87',
      undefined,
      '13.17',
    ]);
  });

  it.each([
    ['20', 'over by 4 USD'],
    ['400', '376 USD left'],
  ])('says what it does to a budget of %s', async (budget, words) => {
    const entity = { monthlyBefore: '8', monthlyAfter: '23.87', budget };
    const estimate = jest.fn(async () => ({ ...answer, entity }));
    setup(estimate, { resources: [], service: ORDERS });
    const effect = await screen.findByText(/^orders: /);
    expect(plain(effect)).toContain(words);
    expect(estimate).toHaveBeenCalledWith([{ item: 'workload' }], ORDERS);
  });

  it('names what has no price', async () => {
    setup(
      jest.fn(async () => ({
        ...answer,
        unknown: ["the price list has no 'gpu'"],
      })),
    );
    await screen.findByText("the price list has no 'gpu'");
    expect(screen.getByText('At least, a month')).toBeInTheDocument();
  });

  it('says why nothing is known, lets go on, and asks again', async () => {
    const estimate = jest
      .fn()
      .mockRejectedValueOnce(new Error('The cost plugin is away.'))
      .mockResolvedValue(answer);
    const onChange = setup(estimate);
    expect(
      await screen.findByText(/The cost plugin is away\. You can go on/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(
        'Unknown: The cost plugin is away.',
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('PostgreSQL database')).toBeInTheDocument();
  });
});
