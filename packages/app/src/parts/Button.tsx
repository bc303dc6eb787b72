import { ButtonHTMLAttributes } from 'react';
import { Link, LinkProps } from 'react-router-dom';
import styles from './Button.module.css';

/** How much a button asks for attention; `icon` has no border. */
export type ButtonLook = 'plain' | 'primary' | 'icon';

const classes = (look: ButtonLook) => `${styles.button} ${styles[look]}`;

/** A button of 32 px, 44 px where one points with a finger. */
export function Button(
  props: { look?: ButtonLook } & ButtonHTMLAttributes<HTMLButtonElement>,
) {
  const { look = 'plain', ...rest } = props;
  return <button type="button" className={classes(look)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink(props: { look?: ButtonLook } & LinkProps) {
  const { look = 'plain', ...rest } = props;
  return <Link className={classes(look)} {...rest} />;
}
