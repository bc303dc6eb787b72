import type { DataFrame, InterpolateFunction } from '@grafana/data';

/** Fields with the addresses and titles of their links filled in with what is known of the whole field. */
export function fillInLinks(
  frames: DataFrame[],
  replaceVariables: InterpolateFunction,
): DataFrame[] {
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const { links } = field.config;
      if (!links?.length) return field;
      const scopedVars = field.state?.scopedVars;
      return {
        ...field,
        config: {
          ...field.config,
          links: links.map(link => ({
            ...link,
            title: replaceVariables(link.title ?? '', scopedVars),
            url: replaceVariables(link.url ?? '', scopedVars, 'uriencode'),
          })),
        },
      };
    }),
  }));
}
