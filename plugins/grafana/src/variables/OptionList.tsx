import type { VariableOption } from '@portico/plugin-grafana-common';
import { errorWords, Icon } from '@portico/ui';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useOptions, type SearchOptions } from './useOptions';
import styles from './Variables.module.css';

const STEPS: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
};

/** A field that narrows the options down, and the options: arrows move, Enter picks. */
export function OptionList(props: {
  label: string;
  offered: VariableOption[];
  chosen: string[];
  multi?: boolean;
  /** How many options the server keeps beyond those offered. */
  beyond?: number;
  search?: SearchOptions;
  onPick(value: string): void;
}) {
  const { label, offered, chosen, multi, beyond = 0, search, onPick } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const { options, more, busy, error } = useOptions(
    offered,
    typed.trim(),
    search,
  );
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    ),
  );
  const active = Math.min(at, options.length - 1);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(options.length - 1, to));
    setAt(next);
    list.current?.children[next]?.scrollIntoView?.({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      go(active + step);
    } else if (event.key === 'Enter' && options[active]) {
      event.preventDefault();
      onPick(options[active].value);
    }
  };
  const rest = typed ? more : more + beyond;
  return (
    <div className={styles.list}>
      <span className={styles.search}>
        <Icon name="search" size={14} />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={
            options[active] ? `${id}-${active}` : undefined
          }
          aria-autocomplete="list"
          placeholder="Search"
          // Opened to be typed into.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={typed}
          onChange={event => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multi}
      >
        {options.map(({ text, value }, index) => (
          // The field above holds the focus and the keys.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.includes(value)}
            data-active={index === active || undefined}
            title={text}
            onClick={() => {
              setAt(index);
              onPick(value);
            }}
          >
            <span className={styles.tick}>
              {chosen.includes(value) && <Icon name="tick" size={12} />}
            </span>
            {text || 'empty'}
          </li>
        ))}
      </ul>
      <p role="status">
        {error && `Could not be searched: ${errorWords(error)}`}
        {!error && busy && 'Searching'}
        {!error && !busy && options.length === 0 && 'Nothing fits'}
        {!error &&
          !busy &&
          rest > 0 &&
          `${rest.toLocaleString('en-US')} more; type to find them`}
      </p>
    </div>
  );
}
