import { FormEvent, RefObject, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Icon } from '@portico/ui';
import styles from './Navigation.module.css';

/** The search field of the navigation; Enter opens the search page with the words. */
export function SearchField(props: { inputRef: RefObject<HTMLInputElement> }) {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const query = words.trim();
    navigate(query ? `/search?query=${encodeURIComponent(query)}` : '/search');
    setWords('');
  };
  return (
    <form className={styles.find} role="search" onSubmit={submit}>
      <Icon name="search" />
      <input
        ref={props.inputRef}
        type="search"
        aria-label="Search"
        aria-keyshortcuts="/"
        placeholder="Search"
        value={words}
        onChange={event => setWords(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.currentTarget.blur();
          }
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
