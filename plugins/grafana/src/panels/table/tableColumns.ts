import {
  type ColorTheme,
  createDisplay,
  formatted,
  type PanelField,
  type PanelFrame,
} from '@portico/plugin-grafana-common';
import { Options } from '../../charts/Options';
import { textWidth } from '../../charts/textWidth';
import { footerText } from './footerText';
import type { CellType, TableColumn } from './TableColumn';
import type { TableOptions } from './tableOptions';

const LEAST = 64;
const MOST = 320;
const PADDING = 18;
const SORT_MARK = 12;
/** Texts are measured for the widest font there is; most need less, so columns may give way before the table scrolls. */
const GIVE = 0.8;
const SAMPLE = 100;

/** Names of cell types that dashboards used before. */
const OLDER: Record<string, CellType> = {
  basic: 'gauge',
  'gradient-gauge': 'gauge',
  'lcd-gauge': 'gauge',
  'color-background-solid': 'color-background',
};
const TYPES = [
  ...['auto', 'color-text', 'color-background', 'gauge', 'sparkline'],
  ...['boolean', 'json-view', 'image', 'pill', 'markdown', 'actions'],
];

function cellOf(field: PanelField): { cell: CellType; mode: string } {
  const custom = new Options(field.config.custom);
  const options = custom.child('cellOptions');
  const named = options.text('type') ?? custom.text('displayMode') ?? 'auto';
  const older = OLDER[named];
  const found = (older ?? TYPES.find(type => type === named)) as CellType;
  const mode = named === 'lcd-gauge' ? 'lcd' : 'gradient';
  if (found && found !== 'auto') {
    return { cell: found, mode: options.text('mode') ?? mode };
  }
  const json = field.values.some(
    value => typeof value === 'object' && value !== null,
  );
  return { cell: json ? 'json-view' : 'auto', mode };
}

function alignOf(field: PanelField): TableColumn['align'] {
  const wanted = new Options(field.config.custom).choice(
    'align',
    ['auto', 'left', 'right', 'center'],
    'auto',
  );
  if (wanted !== 'auto') {
    return wanted;
  }
  return field.type === 'number' ? 'right' : 'left';
}

const isHidden = ({ config }: PanelField) => {
  const custom = new Options(config.custom);
  return custom.flag('hidden') ?? custom.child('hideFrom').flag('viz') ?? false;
};

/** Gives columns the widths that they set; the others what their texts need, and a share of what is left. */
function withWidths(
  columns: TableColumn[],
  room: number,
  options: TableOptions,
): TableColumn[] {
  const wanted = columns.map(({ field, name, display, cell }) => {
    const set = new Options(field.config.custom).number('width');
    if (set) {
      return { set: true, width: set };
    }
    if (cell === 'gauge' || cell === 'sparkline') {
      return { set: false, width: 180 };
    }
    const texts = field.values
      .slice(0, SAMPLE)
      .map(value => textWidth(formatted(display(value)), 13));
    const head = textWidth(name, 12) + SORT_MARK;
    const all = field.values.map((_, row) => row);
    const foot = footerText(field, display, all, options) ?? '';
    const width = Math.max(head, textWidth(foot, 13), ...texts) + PADDING;
    const least = new Options(field.config.custom).number('minWidth') ?? LEAST;
    return { set: false, width: Math.min(MOST, Math.max(least, width)) };
  });
  const used = wanted.reduce((sum, { width }) => sum + width, 0);
  const open = wanted.filter(({ set }) => !set);
  const total = open.reduce((sum, { width }) => sum + width, 0);
  const spare = Math.max(room - used, (GIVE - 1) * total);
  return columns.map((column, index) => {
    const { set, width } = wanted[index];
    const more = set ? 0 : (spare * width) / total;
    return { ...column, width: Math.floor(width + more) };
  });
}

/** The columns that a frame is shown with. */
export function tableColumns(
  frame: PanelFrame,
  room: number,
  options: TableOptions,
  theme?: ColorTheme,
): TableColumn[] {
  const columns = frame.fields
    .map((field, index) => ({ field, index }))
    .filter(({ field }) => !isHidden(field))
    .map(({ field, index }) => {
      const custom = new Options(field.config.custom);
      const cellOptions = custom.child('cellOptions');
      return {
        index,
        field,
        fields: frame.fields,
        name: field.displayName,
        display: createDisplay(field, { theme }),
        ...cellOf(field),
        valueMode: cellOptions.choice(
          'valueDisplayMode',
          ['color', 'text', 'hidden'],
          'color',
        ),
        applyToRow: cellOptions.flag('applyToRow') ?? false,
        wraps: custom.flag('wrapText') ?? cellOptions.flag('wrapText') ?? false,
        align: alignOf(field),
        width: 0,
        filterable: custom.flag('filterable') ?? false,
      };
    });
  return withWidths(columns, room, options);
}
