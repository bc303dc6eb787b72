import type { SVGProps } from 'react';

/** The 16 px line icons of the design, by name. */
const paths = {
  home: 'M2 7.2 8 2l6 5.2M3.6 6.2V14h8.8V6.2M6.6 14v-4h2.8v4',
  catalog: 'M2 2.5h5v5H2zM9 2.5h5v5H9zM2 9.5h5v4H2zM9 9.5h5v4H9z',
  api: 'M5.5 2.5C3.6 2.5 4.6 7 2.4 8c2.2 1 1.2 5.5 3.1 5.5M10.5 2.5c1.9 0 .9 4.5 3.1 5.5-2.2 1-1.2 5.5-3.1 5.5',
  book: 'M8 4.2C6.6 3 4.5 2.8 2 2.8v9.7c2.5 0 4.6.3 6 1.5 1.4-1.2 3.5-1.5 6-1.5V2.8c-2.5 0-4.6.2-6 1.4ZM8 4.2V14',
  pulse: 'M1.5 8.5h3L6.3 3.5l3.2 9 1.8-4h3.2',
  coin: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0ZM10 5.9C9.6 5.3 8.9 5 8 5c-1.1 0-2 .6-2 1.5C6 8.6 10 7.4 10 9.5 10 10.4 9.1 11 8 11c-.9 0-1.6-.3-2-.9M8 3.8V5m0 6v1.2',
  plus: 'M8 2.8v10.4M2.8 8h10.4',
  stamp:
    'M3 13.5h10M3.5 11h9V9.5L9.6 8.3c-.8-.6.9-2.2.9-3.8a2.5 2.5 0 0 0-5 0c0 1.6 1.7 3.2.9 3.8L3.5 9.5Z',
  layers: 'M8 2 14.2 5.2 8 8.4 1.8 5.2ZM2.2 8 8 11l5.8-3M2.2 10.8l5.8 3 5.8-3',
  trend: 'M2 12.5 6 8l2.8 2.5L14 4.5M10.3 4.2H14v3.7',
  people:
    'M8.6 5.4a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0ZM1.5 13.5c0-2.6 1.9-4.3 4.5-4.3s4.5 1.7 4.5 4.3M10.3 3a2.6 2.6 0 0 1 0 4.8M12.3 9.7c1.4.6 2.2 2 2.2 3.8',
  bell: 'M3.3 11.8h9.4L11.5 10V7a3.5 3.5 0 0 0-7 0v3ZM6.8 13.8h2.4',
  gear: 'M2 4.5h7.5M12.5 4.5H14M2 11.5h1.5M6.5 11.5H14M12.5 4.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0ZM6.5 11.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
  search: 'M11.7 7a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0ZM10.5 10.5 14 14',
  out: 'M5 11 11.2 4.8M6 4.5h5.5V10',
  right: 'm6 3.5 4.5 4.5L6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  branch:
    'M6.2 3.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0ZM6.2 12.5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0ZM13.2 5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0ZM4.5 5.2v5.6M11.5 6.7c0 2.6-7 1.7-7 4.1',
  chart: 'M2 2v12h12M5 10.5 8 7l2.3 2L14 4.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  retry: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 2v3h-3',
  star: 'm8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5Z',
  menu: 'M2 4h12M2 8h12M2 12h12',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  clock: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0ZM8 4.6V8l2.3 1.5',
  x: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  db: 'M13 3.8c0 1-2.2 1.8-5 1.8s-5-.8-5-1.8S5.2 2 8 2s5 .8 5 1.8ZM3 3.8v8.4c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V3.8M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8',
  user: 'M10.8 5.2a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM2.8 14c0-3 2.2-4.8 5.2-4.8s5.2 1.8 5.2 4.8',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  minus: 'M2.8 8h10.4',
  tick: 'm2.8 8.6 3.4 3.4 7-7.6',
  change: 'M2.8 9.2c1.4-2.6 3.4-2.6 5.2-1.2s3.8 1.4 5.2-1.2',
  swap: 'M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13',
  trash: 'M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4',
  box: 'M8 1.8 13.8 5v6L8 14.2 2.2 11V5ZM2.2 5 8 8.2 13.8 5M8 8.2v6',
  deploy: 'M8 13.5v-9M4.5 7.5 8 4l3.5 3.5M3 1.8h10',
  phone:
    'M3.2 2.5h2.6l1.2 3-1.6 1.2a8 8 0 0 0 3.9 3.9l1.2-1.6 3 1.2v2.6c0 .6-.5 1.2-1.2 1.2C7 14 2 9 2 3.7c0-.7.5-1.2 1.2-1.2Z',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 6.5V13',
  flask:
    'M6 2h4M6.8 2v4L3 12.5c-.4.8.1 1.5 1 1.5h8c.9 0 1.4-.7 1-1.5L9.2 6V2M4.8 10h6.4',
  tiles: 'M2.5 2.5h3v3h-3zM10.5 2.5h3v3h-3zM2.5 10.5h3v3h-3zM10.5 10.5h3v3h-3z',
} as const;

/** The name of an icon of the design. */
export type IconName = keyof typeof paths;

/** A line icon; hidden from readers, so the word beside it must say the same. */
export function Icon(
  props: { name: IconName; size?: number } & SVGProps<SVGSVGElement>,
) {
  const { name, size = 16, ...rest } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'dots' ? 2.6 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...rest}
    >
      <path d={paths[name]} />
    </svg>
  );
}
