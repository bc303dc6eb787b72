import { hexes } from './hues';
import { parseColor } from './rgb';

/** Stops of Grafana's continuous schemes, least value first. */
export const NAMED_STOPS: Record<string, readonly string[]> = {
  'continuous-GrYlRd': ['green', 'yellow', 'red'],
  'continuous-RdYlGr': ['red', 'yellow', 'green'],
  'continuous-BlYlRd': ['dark-blue', 'super-light-yellow', 'dark-red'],
  'continuous-YlRd': ['super-light-yellow', 'dark-red'],
  'continuous-BlPu': ['blue', 'purple'],
  'continuous-YlBl': ['super-light-yellow', 'dark-blue'],
  'continuous-blues': ['panel-bg', 'dark-blue'],
  'continuous-reds': ['panel-bg', 'dark-red'],
  'continuous-greens': ['panel-bg', 'dark-green'],
  'continuous-purples': ['panel-bg', 'dark-purple'],
};

/** Scientific schemes at equal steps, made for readers who see colours differently: https://d3js.org/d3-scale-chromatic/sequential */
export const SAMPLED_STOPS: Record<string, readonly string[]> = {
  'continuous-viridis': hexes(
    '44015448186A472D7B4240863B528B33638D2C728E26828E21918C1FA088' +
      '28AE803FBC735EC96284D44BADDC30D8E219FDE725',
  ),
  'continuous-magma': hexes(
    '0000040A08221D114736106B51127C6A1C818326819C2E7FB73779D0416F' +
      'E75263F56B5CFC8961FEA772FEC488FDE2A3FCFDBF',
  ),
  'continuous-plasma': hexes(
    '0D08873105974C02A16600A77E03A89511A1AA2395BC3587CC4778DA5A6A' +
      'E66C5CF0804EF89540FDAC33FDC527F8DF25F0F921',
  ),
  'continuous-inferno': hexes(
    '0000040B0724210C4A3D096557106E71196E8A226AA32C61BC3754D24644' +
      'E45A31F1731DF98E09FCAC11F9CB35F2EA69FCFFA4',
  ),
  'continuous-cividis': hexes(
    '002051012B6511366C26426E3C4D6E51586E62646F7270717F7C758C8877' +
      '9A9478A9A177BBAF71CEBD68E2CB5CF3DA4FFDEA45',
  ),
};

/** Palettes that series take their colours from in turn. */
export const PALETTES: Record<string, readonly string[]> = {
  'palette-colorblind': hexes(
    '0072B2E69F00009E73CC79A756B4E9D55E00F0E442000000FFFFFF',
  ),
  'palette-categorical-next': hexes(
    'D97E9BFFC55441CD9464A6D8F79CFFE78A5FC9E1A600CFE39B93DFFFB2BE' +
      'CEA82E9CF2D68FC3FFCE84C1FFC39D89C86241AEC7CDB9FFEF8488E7DB98' +
      '00D8BE759EE6FFB1E1EE9941BAF2B854D3FFB78EE2FF645AC0BD2F8FFFF6' +
      'B4C7FFEB85B5FFD49F58DB8946ABDEEABCFFFF8E6FDEED9F00DFE5959DF6',
  ),
  'palette-categorical-next-2': hexes(
    '63B564DED18884B1FFFFDBBCFFA8AAC986E6FFC4D49BCB35D3EFFFF8B4D2' +
      'A6B924AFE8FFFF97DAAAA72081E3FBF386E2FFE39784D6E1D784DFFED283' +
      '00D4DAF2E7FFF3C48A00C9C0E4DAFFFFAC7400BEA7D2CFFFFF97679DFFDF' +
      'BDC4FFFE826093F4C5A4BAFFEA796E9FE3B374B6FFFFD8DD89E04D3BAFFE',
  ),
  'palette-categorical-next-3': hexes(
    '63B56488DDFECA94FFFFD8D3CFCB0000BEB5C7D5FFFF8DC4FFE5C79FDCB0' +
      '00BBFFF0D0FFFFA48B9BAC327CE6E9A3ABFFFFDAE4E1C18A1DC58AB7DFFF' +
      'F38EFCFFE7DDBED99700C5D8DEDCFFFFA4B3C79E008BEBCC7DBBFFFFDCF8' +
      'F5BB957DC0539BEAFFC5ADFFEA777EE0D28700CEB5D5E4FFFFA1DCE88E29',
  ),
};

/** A colour between others, along a smooth curve that d3 calls a basis spline. */
export function alongCurve(stops: readonly string[], at: number): string {
  const colors = stops.map(parseColor);
  const last = colors.length - 1;
  const place = Math.min(1, Math.max(0, at));
  const index = Math.min(last - 1, Math.floor(place * last));
  const t = place * last - index;
  const mix = (channel: 'r' | 'g' | 'b') => {
    const [v1, v2] = [colors[index][channel], colors[index + 1][channel]];
    const v0 = index > 0 ? colors[index - 1][channel] : 2 * v1 - v2;
    const v3 = index < last - 1 ? colors[index + 2][channel] : 2 * v2 - v1;
    const sum =
      (1 - t) ** 3 * v0 +
      (4 - 6 * t ** 2 + 3 * t ** 3) * v1 +
      (1 + 3 * t + 3 * t ** 2 - 3 * t ** 3) * v2 +
      t ** 3 * v3;
    return Math.min(255, Math.max(0, Math.round(sum / 6)));
  };
  return `rgb(${mix('r')}, ${mix('g')}, ${mix('b')})`;
}

/** A colour between others, along straight lines. */
export function alongLine(stops: readonly string[], at: number): string {
  const place = Math.min(1, Math.max(0, at)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [parseColor(stops[index]), parseColor(stops[index + 1])];
  const mix = (channel: 'r' | 'g' | 'b') =>
    Math.round(a[channel] + (b[channel] - a[channel]) * (place - index));
  return `rgb(${mix('r')}, ${mix('g')}, ${mix('b')})`;
}
