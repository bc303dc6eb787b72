import type { ButtonHTMLAttributes } from 'react';
import { Link, LinkProps } from 'react-router-dom';
import styles from './Button.module.css';
import { classes } from './classes';

/**
 * How a button asks for attention: `secondary` has a border, `primary` is the
 * one thing to do, `danger` removes or refuses, `icon` has no border and needs
 * an `aria-label`, `text` stands in a sentence or a section's head.
 */
export type ButtonLook = 'secondary' | 'primary' | 'danger' | 'icon' | 'text';

const look = (name: ButtonLook) =>
  name === 'text' ? styles.text : classes(styles.button, styles[name]);

/** A button of 32 px, 44 px where one points with a finger. */
export function Button(
  props: { look?: ButtonLook } & ButtonHTMLAttributes<HTMLButtonElement>,
) {
  const { look: name = 'secondary', className, ...rest } = props;
  return (
    <button
      type="button"
      className={classes(look(name), className)}
      {...rest}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink(props: { look?: ButtonLook } & LinkProps) {
  const { look: name = 'secondary', className, ...rest } = props;
  return <Link className={classes(look(name), className)} {...rest} />;
}
