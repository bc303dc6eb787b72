import { TextLink } from '@portico/ui';

/** A name that leads somewhere if an address is known. */
export function RefText(props: { to?: string; children: string }) {
  return props.to ? (
    <TextLink to={props.to}>{props.children}</TextLink>
  ) : (
    <>{props.children}</>
  );
}
