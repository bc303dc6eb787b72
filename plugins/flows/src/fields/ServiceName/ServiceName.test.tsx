import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type { NameAvailability } from '@portico/plugin-flows-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { flowsApiRef, type FlowsApi } from '../../api/flowsApiRef';
import { ServiceName } from './ServiceName';
import { validateServiceName } from './validateServiceName';

const free = (name: string): NameAvailability => ({
  name,
  free: true,
  taken: [],
  unknown: [],
});

const taken = (name: string): NameAvailability => ({
  name,
  free: false,
  taken: [
    {
      where: 'catalog',
      message: 'A component of this name is in the catalog.',
      url: '/catalog/default/component/orders',
    },
  ],
  unknown: [],
});

const Form = () => {
  const [name, setName] = useState<string>();
  const props = {
    schema: { title: 'Name', description: 'Becomes the repository.' },
    uiSchema: {},
    rawErrors: [],
    formData: name,
    onChange: setName,
    idSchema: { $id: 'root_name' },
  };
  return (
    <ServiceName
      {...(props as unknown as ComponentProps<typeof ServiceName>)}
    />
  );
};

function setup(checkName: FlowsApi['checkName']) {
  renderInTestApp(
    <TestApiProvider apis={[[flowsApiRef, { checkName }]]}>
      <Form />
    </TestApiProvider>,
  );
  return screen.findByRole('textbox', { name: 'Name' });
}

describe('ServiceName', () => {
  it('explains a malformed name while it is typed and asks nobody', async () => {
    const checkName = jest.fn();
    await userEvent.type(await setup(checkName), 'Gift');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Use lower-case letters only, e.g. gift.',
    );
    expect(checkName).not.toHaveBeenCalled();
  });

  it('says that a name is free, having asked once', async () => {
    const checkName = jest.fn(async name => free(name));
    await userEvent.type(await setup(checkName), 'gift-cards');
    expect(await screen.findByText(/gift-cards is free/)).toBeInTheDocument();
    expect(checkName).toHaveBeenCalledTimes(1);
  });

  it('says where a name is taken, with a link', async () => {
    await userEvent.type(await setup(async name => taken(name)), 'orders');
    expect(await screen.findByText(/orders is taken/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Look at it' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
  });

  it('says which source could not be asked', async () => {
    const answer = async (name: string): Promise<NameAvailability> => ({
      ...free(name),
      unknown: [{ where: 'github', reason: 'no answer within 5 s.' }],
    });
    await userEvent.type(await setup(answer), 'gift-cards');
    expect(
      await screen.findByText(/GitHub could not be asked/),
    ).toHaveTextContent('You can go on');
  });
});

describe('the step of the form', () => {
  async function validate(name: string, checkName: FlowsApi['checkName']) {
    const errors: string[] = [];
    const field = { addError: (error: string) => errors.push(error) };
    await validateServiceName(name, field as never, {
      apiHolder: { get: () => ({ checkName }) } as never,
      formData: {},
      schema: {},
    });
    return errors;
  }

  it('is blocked by a malformed or taken name', async () => {
    expect(await validate('x', jest.fn())).toEqual([
      'Use at least 3 characters.',
    ]);
    expect(await validate('orders', async name => taken(name))).toEqual([
      'orders is taken. A component of this name is in the catalog.',
    ]);
  });

  it('is not blocked by a free name, nor by a check that cannot be made', async () => {
    expect(await validate('gift-cards', async name => free(name))).toEqual([]);
    const broken = async () => {
      throw new Error('503');
    };
    expect(await validate('gift-cards', broken)).toEqual([]);
  });
});
