import type { VariableView } from '@portico/plugin-grafana-common';
import { Icon } from '@portico/ui';
import { useState } from 'react';
import { Drop } from '../parts/Drop';
import { chosenWords, offeredBy, toggled } from './chosen';
import { OptionList } from './OptionList';
import type { SearchOptions } from './useOptions';
import styles from './Variables.module.css';

/** One or several values of a variable; several are taken over when the list closes. */
export function OptionPicker(props: {
  variable: VariableView;
  label: string;
  search: SearchOptions;
  onChange(values: string[]): void;
}) {
  const { variable, label, search, onChange } = props;
  const { multi, current, more, fromEntity } = variable;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [draft, setDraft] = useState<string[]>();
  const offered = offeredBy(variable);
  const words = chosenWords(draft ?? current, offered);
  const close = () => {
    setAnchor(null);
    setDraft(undefined);
    if (draft && draft.join('\n') !== current.join('\n')) onChange(draft);
  };
  const pick = (value: string) => {
    if (multi) {
      setDraft(toggled(draft ?? current, value));
      return;
    }
    setAnchor(null);
    if (value !== current[0]) onChange([value]);
  };
  return (
    <>
      <button
        type="button"
        className={styles.value}
        aria-label={`${label}: ${words}`}
        aria-haspopup="listbox"
        aria-expanded={anchor !== null}
        title={fromEntity ? `${words}, taken from the catalog` : words}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span>{words}</span>
        <Icon name="down" size={12} />
      </button>
      <Drop label={label} anchor={anchor} onClose={close}>
        <OptionList
          label={label}
          offered={offered}
          chosen={draft ?? current}
          multi={multi}
          beyond={more}
          search={more ? search : undefined}
          onPick={pick}
        />
      </Drop>
    </>
  );
}
