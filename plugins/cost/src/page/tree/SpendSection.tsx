import { Button, NameField, Section, Toggle } from '@portico/ui';
import { useState, type FormEvent } from 'react';
import { usePageQuery } from '../frame/usePageQuery';
import {
  DIMENSIONS,
  dimensionOf,
  labelOf,
  type TreeDimension,
} from './dimensions';
import { SpendTree } from './SpendTree';
import styles from './SpendSection.module.css';

const LABEL = 'label';

/** Asks by which tag or label costs are told apart. */
function LabelField(props: { label: string; onChange(label: string): void }) {
  const { label, onChange } = props;
  const [text, setText] = useState(label);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onChange(text.trim());
  };
  return (
    <form className={styles.label} onSubmit={submit}>
      <NameField label="Tag, e.g. customer" value={text} onChange={setText} />
      <Button type="submit">Split by it</Button>
    </form>
  );
}

/** Who spends it, by what the reader chooses; the choice stays in the address. */
export function SpendSection(props: {
  title: string;
  /** By what; all unless told. */
  choices?: readonly TreeDimension[];
  /** Offers any tag or label, too. */
  label?: boolean;
  /** Offers to narrow the first level down. */
  find?: boolean;
}) {
  const { title, choices = DIMENSIONS, label, find } = props;
  const { query, parameter, change } = usePageQuery();
  const [asked, setAsked] = useState(false);
  const [filter, setFilter] = useState('');
  const dimension = dimensionOf(parameter('by'), choices);
  const byLabel = labelOf(dimension.value);
  const asking = asked || byLabel !== undefined;
  const toggles = [
    ...choices.map(({ value, title: words }) => ({
      value: value as string,
      title: words,
    })),
    ...(label ? [{ value: LABEL, title: 'Label' }] : []),
  ];
  return (
    <Section
      title={title}
      meta={
        toggles.length > 1 && (
          <Toggle
            label={`${title}, by`}
            choices={toggles}
            pressed={[asking ? LABEL : dimension.value]}
            onToggle={value => {
              setAsked(value === LABEL);
              if (value !== LABEL) {
                change({ by: value === choices[0].value ? undefined : value });
              }
            }}
          />
        )
      }
    >
      {find && (
        <p className={styles.find}>
          <NameField
            label={`Find a ${dimension.title.toLowerCase()}`}
            value={filter}
            onChange={setFilter}
          />
        </p>
      )}
      {asking && (
        <LabelField
          label={byLabel ?? ''}
          onChange={key => change({ by: `label:${key}` })}
        />
      )}
      <SpendTree dimension={dimension} query={query} filter={filter} />
    </Section>
  );
}
