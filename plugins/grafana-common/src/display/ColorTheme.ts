/** What Grafana's names of colours stand for where the panel is shown. */
export interface ColorTheme {
  /** CSS colour (`#rrggbb`, `rgb(…)`) of a name such as `semi-dark-red`; hex, rgb and CSS names are themselves. */
  colorOf(name: string): string;
  /** Names or colours that series take in turn. */
  palette: readonly string[];
  /** CSS colour that a panel lies on. */
  background: string;
}
