import { InputError } from '@backstage/errors';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import type { VariableModel } from '../reading/DashboardModel';
import { findDatasource, nameOfRef } from '../reading/Inventory';
import { askKeys, askValues, checkFilters, readFilters } from './AdHoc';
import { chooseValues } from './chooseValues';
import { mentionedIn, orderVariables } from './dependencies';
import { filledRef } from './filledRef';
import { offeredBy, type AskOptions } from './offeredBy';
import type { Presets } from './presets';
import type {
  OptionsQuestion,
  RawOptions,
  VariableContext,
} from './VariableContext';
import type { VariableValues } from './VariableValues';
import {
  problemOf,
  unchosen,
  valuesOf,
  withoutOptions,
  workedOut,
  type WorkedOut,
} from './WorkedOut';

/** What was asked for, by name of the variable. */
export type Requested = ReadonlyMap<string, readonly string[]>;

const KEPT_SECONDS = 60;
/** Those who look at nearly the same time ask for the same values. */
const ALIGN_MS = 60_000;

/** Works out what the variables of a dashboard offer, and what is chosen. */
export class Variables {
  readonly #requests: SharedRequests<RawOptions>;

  constructor({ now }: { now: () => Date }) {
    this.#requests = new SharedRequests({
      keptSeconds: KEPT_SECONDS,
      atOnce: 10,
      mostWaiting: 1000,
      now,
    });
  }

  /**
   * In the order of the dashboard. A variable whose options can't be learnt says so, and keeps its saved value.
   *
   * @throws GrafanaProblem `ValueRefusedError`
   */
  async resolve(
    variables: readonly VariableModel[],
    wishes: { requested: Requested; presets: Presets },
    context: VariableContext,
  ): Promise<WorkedOut[]> {
    refuseUnknown(variables, wishes.requested);
    const started = new Map<string, Promise<WorkedOut>>();
    for (const { variable, cycle } of orderVariables(variables)) {
      const needed = cycle ? [] : mentionedIn(variable);
      const work = Promise.all(
        [...needed].flatMap(name => started.get(name) ?? []),
      ).then(others =>
        this.#workOut(
          variable,
          { ...wishes, values: valuesOf(others), cycle },
          context,
        ),
      );
      work.catch(() => undefined); // told below, once all have settled
      started.set(variable.name, work);
    }
    return Promise.all(variables.map(({ name }) => started.get(name)!));
  }

  /** Values of one key of an `adhoc` variable. */
  async valuesOfKey(
    variable: VariableModel,
    key: string,
    values: VariableValues,
    context: VariableContext,
  ): Promise<RawOptions> {
    return this.#ask(
      questionOf(variable, values, context),
      ['value', key],
      question => askValues(question, key),
    );
  }

  async #workOut(
    variable: VariableModel,
    known: {
      requested: Requested;
      presets: Presets;
      values: VariableValues;
      cycle?: string[];
    },
    context: VariableContext,
  ): Promise<WorkedOut> {
    const { values, cycle } = known;
    const requested = known.requested.get(variable.name);
    if (variable.type === 'adhoc') {
      return this.#workOutFilters(variable, requested, values, context);
    }
    const preset = known.presets(variable.name);
    try {
      if (cycle) {
        throw new InputError(
          `The variables ${cycle.join(
            ' → ',
          )} wait for each other. Take one out of the circle in Grafana.`,
        );
      }
      const options = await offeredBy(variable, preset, values, {
        context,
        ask: this.#ask,
        questionOf: () => questionOf(variable, values, context),
      });
      const choice = chooseValues(variable, options, { requested, preset });
      return workedOut(variable, options, choice, context);
    } catch (error) {
      context.signal.throwIfAborted();
      if ((error as Error).name === 'ValueRefusedError') throw error;
      return withoutOptions(variable, requested, error as Error);
    }
  }

  async #workOutFilters(
    variable: VariableModel,
    requested: readonly string[] | undefined,
    values: VariableValues,
    context: VariableContext,
  ): Promise<WorkedOut> {
    const { name, baseFilters } = variable;
    const filters = requested ? readFilters(name, requested) : variable.filters;
    const plain = unchosen(variable);
    const chosen = { ...plain.chosen, filters: [...baseFilters, ...filters] };
    try {
      const question = questionOf(variable, values, context);
      const keys = () => this.#ask(question, ['keys'], askKeys);
      if (requested) {
        await checkFilters(name, filters, {
          keys,
          values: key =>
            this.#ask(question, ['value', key], it => askValues(it, key)),
        });
      }
      const { uid: datasourceUid } = question.datasource;
      return {
        ...plain,
        filters,
        keys: variable.keys ?? (await keys()).map(({ value }) => value),
        chosen: { ...chosen, datasourceUid },
      };
    } catch (error) {
      context.signal.throwIfAborted();
      if (filters.length && requested) throw error;
      return { ...plain, filters, chosen, problem: problemOf(error as Error) };
    }
  }

  readonly #ask: AskOptions = (question, key, work) => {
    const { client, datasource, range, signal } = question;
    const id = JSON.stringify([
      client.instance.name,
      datasource.uid,
      Math.floor(range.from.getTime() / ALIGN_MS),
      Math.floor(range.to.getTime() / ALIGN_MS),
      ...key,
    ]);
    return this.#requests.ask(id, signal, shared =>
      work({ ...question, signal: shared }),
    );
  };
}

/** @throws GrafanaProblem `ValueRefusedError` for what is no variable of the dashboard */
function refuseUnknown(
  variables: readonly VariableModel[],
  requested: Requested,
): void {
  const names = variables.map(({ name }) => name);
  const unknown = [...requested.keys()].find(name => !names.includes(name));
  if (unknown === undefined) return;
  throw new GrafanaProblem(
    'ValueRefusedError',
    `The dashboard has no variable '${unknown}'. It has ${
      names.length ? names.join(', ') : 'none'
    }.`,
  );
}

/** @throws GrafanaProblem `DatasourceNotFoundError` */
function questionOf(
  variable: VariableModel,
  values: VariableValues,
  context: VariableContext,
): OptionsQuestion {
  const ref = filledRef(variable.datasource, values);
  const datasource = findDatasource(context.inventory, ref);
  if (datasource) return { ...context, datasource };
  throw new GrafanaProblem(
    'DatasourceNotFoundError',
    `The variable '${variable.name}' asks the data source '${nameOfRef(
      ref,
    )}', which Grafana does not know any more. Choose another one in Grafana.`,
  );
}
