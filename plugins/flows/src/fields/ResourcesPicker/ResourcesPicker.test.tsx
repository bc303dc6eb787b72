import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { ResourcesPicker } from './ResourcesPicker';

function setup(formData: string[] | undefined) {
  const onChange = jest.fn();
  const resources = [
    {
      value: 'database',
      title: 'PostgreSQL database',
      description: 'Encrypted, daily backups',
      monthlyCost: 'about 14 USD a month',
    },
    { value: 'queue', title: 'SQS queue' },
  ];
  const props = {
    schema: { title: 'Cloud resources' },
    uiSchema: { 'ui:options': { resources } },
    formData,
    onChange,
  };
  render(
    <ResourcesPicker
      {...(props as unknown as ComponentProps<typeof ResourcesPicker>)}
    />,
  );
  return onChange;
}

describe('ResourcesPicker', () => {
  it('says what each costs and keeps the order of the template', async () => {
    const onChange = setup(['queue']);
    const group = screen.getByRole('group', { name: 'Cloud resources' });
    expect(group).toHaveTextContent('about 14 USD a month');
    await userEvent.click(
      screen.getByRole('checkbox', { name: /PostgreSQL database/ }),
    );
    expect(onChange).toHaveBeenCalledWith(['database', 'queue']);
  });

  it('takes a choice back', async () => {
    const onChange = setup(['queue']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'SQS queue' }));
    expect(onChange).toHaveBeenCalledWith([]);
  });
});
