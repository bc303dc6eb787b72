/** The portico: pediment, three columns, step; the door takes the accent. */
export function BrandGlyph(props: { size?: number }) {
  const { size = 24 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
    >
      <path d="M12 2.6 22 8.4v1.5H2V8.4Z" />
      <path d="M4.2 11.4h2.9v7.3H4.2zM16.9 11.4h2.9v7.3h-2.9z" />
      <path
        d="M10.55 11.4h2.9v7.3h-2.9z"
        style={{ fill: 'var(--portico-accent)' }}
      />
      <path d="M2 20.1h20v1.7H2z" />
    </svg>
  );
}
