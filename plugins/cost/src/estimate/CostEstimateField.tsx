import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { estimateWords } from '@portico/plugin-cost-common';
import {
  EmptyState,
  ErrorState,
  errorWords,
  Section,
  Waiting,
} from '@portico/ui';
import { useEffect, useRef } from 'react';
import styles from './Estimate.module.css';
import { EstimateView } from './EstimateView';
import { readQuestion } from './readQuestion';
import type { CostEstimateOptions } from './schema';
import { useEstimate, type LiveEstimate } from './useEstimate';

/** What the page that reviews the form says; nothing while it is not known whether it still holds. */
function reviewWords({ value, error, asking }: LiveEstimate) {
  if (asking) return undefined;
  if (error) return `Unknown: ${errorWords(error)}`;
  return value && estimateWords(value);
}

/** Keeps the value of the field what it should be, without getting in the way of the fields beside it. */
function useValue(
  wanted: string | undefined,
  props: FieldExtensionComponentProps<string, CostEstimateOptions>,
) {
  const { formData, onChange } = props;
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (formData !== wanted) latest.current(wanted);
  }, [formData, wanted]);
}

function Body(props: {
  live: LiveEstimate;
  isNothing: boolean;
  entityRef?: string;
}) {
  const { live, isNothing, entityRef } = props;
  const { value, error, asking, retry } = live;
  if (isNothing) {
    return (
      <EmptyState
        what="Nothing that costs is chosen"
        why="What you choose above is added up here, before anything is made."
      />
    );
  }
  if (error && !asking) {
    return (
      <ErrorState
        inline
        what="The cost can't be estimated now:"
        why={`${errorWords(error)} You can go on without.`}
        retry={retry}
      />
    );
  }
  if (!value) return <Waiting rows={2} what="the price list" />;
  return (
    <div className={asking ? styles.asking : undefined} aria-busy={asking}>
      <EstimateView estimate={value} entityRef={entityRef} />
    </div>
  );
}

/** What the form would make costs a month, as it is filled in; never keeps anybody from going on. */
export const CostEstimateField = (
  props: FieldExtensionComponentProps<string, CostEstimateOptions>,
) => {
  const { schema, uiSchema, formContext } = props;
  const options = uiSchema?.['ui:options'];
  const question = readQuestion(
    { items: [], ...options },
    formContext?.formData ?? {},
  );
  const live = useEstimate(question);
  const isNothing = question.items.length === 0;
  useValue(isNothing ? undefined : reviewWords(live), props);
  return (
    <Section
      title={schema.title ?? 'Cost'}
      qualifier={schema.description}
      className={styles.estimate}
    >
      <Body live={live} isNothing={isNothing} entityRef={question.entityRef} />
    </Section>
  );
};
