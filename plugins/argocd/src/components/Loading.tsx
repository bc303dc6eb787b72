import Skeleton from '@mui/material/Skeleton';

/** Grey bars in the shape of the rows that come. */
export function Loading(props: { rows: number; what: string }) {
  return (
    <div aria-busy aria-label={`Loading ${props.what}`} role="status">
      {Array.from({ length: props.rows }, (_, row) => (
        <Skeleton key={row} variant="text" height={33} />
      ))}
    </div>
  );
}
