import { parseDuration } from '../../prometheus/promql/parse/literals';
import type { ContentAlertRule } from '../content';
import type { JsonObject } from '../datasources';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import { isObject, textOf } from '../model/spec';

/** @throws GrafanaError 400 that names what is missing */
export function readRule(
  { folders }: GrafanaContext,
  body: JsonObject,
): Omit<ContentAlertRule, 'uid'> & { uid?: string } {
  const { title, folderUID, ruleGroup, condition } = body;
  if (!textOf(title)) throw invalid('title is empty');
  if (!textOf(ruleGroup)) throw invalid('rule group is empty');
  if (!folders.find(textOf(folderUID))) throw invalid('folder does not exist');
  const data = readData(body);
  if (!data.some(({ refId }) => refId === condition)) {
    throw invalid(
      `condition ${condition} does not exist, must be one of [${data.map(
        ({ refId }) => refId,
      )}]`,
    );
  }
  const hold = textOf(body.for) ?? '0s';
  if (parseDuration(hold) === undefined) {
    throw invalid(`not a valid duration string: "${hold}"`);
  }
  return {
    uid: textOf(body.uid),
    title: String(title),
    folderUID: String(folderUID),
    ruleGroup: String(ruleGroup),
    orgID: 1,
    condition: String(condition),
    data,
    noDataState: oneOf(body.noDataState, ['NoData', 'OK', 'Alerting']),
    execErrState: oneOf(body.execErrState, ['Error', 'OK', 'Alerting']),
    for: hold,
    labels: readTexts(body.labels),
    annotations: readTexts(body.annotations),
    isPaused: body.isPaused === true,
  };
}

function readData({ data }: JsonObject): ContentAlertRule['data'] {
  if (!Array.isArray(data) || data.length === 0) {
    throw invalid('no queries or expressions are found');
  }
  return data.filter(isObject).map(query => {
    const { refId, queryType, datasourceUid, model } = query;
    if (!textOf(datasourceUid) || !isObject(model)) {
      throw invalid(`query ${refId} has no data source or no model`);
    }
    const range = isObject(query.relativeTimeRange)
      ? query.relativeTimeRange
      : {};
    return {
      refId: String(refId ?? ''),
      queryType: textOf(queryType) ?? '',
      relativeTimeRange: {
        from: Number(range.from ?? 0),
        to: Number(range.to ?? 0),
      },
      datasourceUid: String(datasourceUid),
      model,
    };
  });
}

/** The first is what it is without being said. @throws GrafanaError 400 */
function oneOf<T extends string>(value: unknown, known: readonly T[]): T {
  if (!textOf(value)) return known[0];
  const found = known.find(one => one === value);
  if (!found) throw invalid(`unknown state '${value}', expected ${known}`);
  return found;
}

function readTexts(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, String(text)]),
  );
}

function invalid(why: string): GrafanaError {
  return GrafanaError.named(
    400,
    'alerting.alert-rule.invalid',
    `invalid alert rule: ${why}`,
  );
}
