import type { Clock } from '../../../../kit';
import type {
  Datasource,
  JsonObject,
  QueryContext,
  QueryResult,
  ResourceAnswer,
} from '../Datasource';
import { frameOf, timeColumn } from '../frames/columns';
import { goMilliseconds } from '../time/durations';
import { csvFrame, valuesColumn } from './csvFrame';
import { logLines } from './logLines';
import { predictablePulse } from './predictablePulse';
import { randomWalk } from './randomWalk';
import { rawFrames } from './rawFrames';
import {
  numberOf,
  seriesName,
  textOf,
  type TestDataQuery,
} from './TestDataQuery';

type Scenario = (query: TestDataQuery) => QueryResult | Promise<QueryResult>;

/** Grafana's TestData: https://grafana.com/docs/grafana/latest/datasources/testdata/ */
export class TestDataDatasource implements Datasource {
  readonly type = 'grafana-testdata-datasource';
  readonly #scenarios: Record<string, Scenario>;

  constructor({ clock }: { clock: Pick<Clock, 'sleep'> }) {
    this.#scenarios = {
      csv_content: query => csvContent(query),
      csv_metric_values: query => csvMetricValues(query),
      raw_frame: query => ({
        frames: rawFrames(textOf(query, 'rawFrameContent'), query.refId),
      }),
      random_walk: query => ({
        frames: Array.from(
          { length: numberOf(query, 'seriesCount', 1) },
          (_, index) => randomWalk(query, index),
        ),
      }),
      random_walk_with_error: query => ({
        frames: [randomWalk(query)],
        status: 500,
        error: 'this is an error and it can include URLs http://grafana.com/',
      }),
      predictable_pulse: query => ({ frames: [predictablePulse(query)] }),
      logs: query => ({ frames: [logLines(query)] }),
      no_data_points: () => ({ frames: [] }),
      server_error_500: query =>
        textOf(query, 'stringInput') === ''
          ? {
              frames: [],
              status: 500,
              error: 'An error occurred within the plugin',
            }
          : csvMetricValues(query),
      slow_query: async query => {
        await clock.sleep(goMilliseconds(textOf(query, 'stringInput')));
        return { frames: [randomWalk(query)] };
      },
    };
  }

  async query(model: JsonObject, context: QueryContext): Promise<QueryResult> {
    const { scenarioId = 'random_walk', refId = 'A' } = model;
    const scenario = this.#scenarios[String(scenarioId)];
    // The real one logs what it does not know, and answers nothing.
    if (!scenario) return { frames: [] };
    try {
      return await scenario({ refId: String(refId), model, context });
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'ClockStoppedError') throw error;
      return { frames: [], status: 500, error: message };
    }
  }

  async resource(_method: string, path: string): Promise<ResourceAnswer> {
    if (path !== 'scenarios')
      return { status: 404, body: '404 page not found' };
    const body = Object.keys(this.#scenarios).map(id => ({
      id,
      name: id,
      stringInput: '',
      description: '',
    }));
    return { status: 200, body };
  }
}

function csvContent(query: TestDataQuery): QueryResult {
  const text = textOf(query, 'csvContent');
  if (text === '') return { frames: [] };
  return { frames: [csvFrame(text, query.refId, textOf(query, 'alias'))] };
}

/** Values spread over the range. */
function csvMetricValues(query: TestDataQuery): QueryResult {
  const { from, to } = query.context;
  const texts = textOf(query, 'stringInput').replaceAll(' ', '').split(',');
  const step =
    texts.length > 1 ? Math.floor((to - from) / (texts.length - 1)) : 0;
  const columns = [
    timeColumn(
      'time',
      texts.map((_, index) => from + index * step),
    ),
    valuesColumn(seriesName(query), texts),
  ];
  return { frames: [frameOf(columns, { refId: query.refId })] };
}
