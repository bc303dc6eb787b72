/**
 * Colour schemes of heatmaps by Grafana's names, eleven stops each from low to high, made by Cynthia Brewer and others:
 * https://d3js.org/d3-scale-chromatic
 */
const STOPS: Record<string, string> = {
  Spectral:
    '9e0142d13c4bf0704afcac63fedd8dfbf8b0e0f3a1a9dda269bda94288b5' + '5e4fa2',
  RdYlGn:
    'a50026d4322cf16e43fcac63fedd8df9f7aed7ee8ea4d86e64bc6122964f' + '006837',
  RdYlBu:
    'a50026d4322cf16e43fcac64fedd90faf8c1dcf1ecabd6e875abd04a74b4' + '313695',
  RdBu:
    '67001fac202fd56050f1a385fbd7c4f2efeecde3ee8fc2dd4b94c42265a3' + '053061',
  RdGy:
    '67001fac202fd56050f1a385fcd8c5faf4f1dfdfdfb8b8b88686864e4e4e' + '1a1a1a',
  PuOr:
    '2d004b552d848170acb0aad0d7d7e9f3eeeafdddb3f8b664dd841fb25a09' + '7f3b08',
  PRGn:
    '40004b732f809a6daac1a4cde4d2e6eff0efd6eed1a2d79e5cad65217839' + '00441b',
  PiYG:
    '8e0152c0267edd72adf0b3d6faddedf5f3efe1f2cab6de8780bb474f9125' + '276419',
  BrBG:
    '5430058b540fbc8435debe7bf2e4c0eef1eac3e7e27fc9bf39988f0a675f' + '003c30',
  Blues:
    'f7fbffe3eef9cfe1f2b5d4e993c3df6daed54b97c92f7ebc1864aa0a4a90' + '08306b',
  Greens:
    'f7fcf5e8f6e3d3eecdb7e2b197d49473c3784daf622f984f157f3b036429' + '00441b',
  Greys:
    'fffffff2f2f2e2e2e2cececeb4b4b49797977a7a7a5f5f5f4040401e1e1e' + '000000',
  Oranges:
    'fff5ebfee8d3fdd8b3fdc28cfda762fb8d3df2701de25609c441039f3303' + '7f2704',
  Purples:
    'fcfbfdf1eff6e2e1efcecee5b6b5d89e9bc98782bc7363ac61409b501f8c' + '3f007d',
  Reds:
    'fff5f0fee3d6fdc9b4fcaa8efc8a6bf9694cef4533d92723bb151a970b13' + '67000d',
  BuGn:
    'f7fcfde8f6f9d5efedb7e4da8fd3c168c2a349b17f2f9959157f3c036429' + '00441b',
  BuPu:
    'f7fcfde4eef5ccddecb2cae19cb3d58f95c68c74b58952a5852d8f730f71' + '4d004b',
  GnBu:
    'f7fcf0e5f5dfd3eecebde5bf9ed9bb7bcbc458b7cd399cc61d7eb70b60a1' + '084081',
  OrRd:
    'fff7ecfeebcffddcaffdca94fdb07afa8e5df16c49e04530c81d13a70403' + '7f0000',
  PuBuGn:
    'fff7fbefe7f2dbd8eabec9e298b9d969a8cf4096c019879f037877016353' + '014636',
  PuBu:
    'fff7fbefeaf4dbdaebbfc9e29bb9d972a8cf4394c31a7db60667a1045281' + '023858',
  PuRd:
    'f7f4f9eae3f0dcc9e2d0aad2d08ac2dd63aee33890d71c6cb70b4f8f023a' + '67001f',
  RdPu:
    'fff7f3fde4e1fccfccfbb5bcf993b0f369a3e03e98c0178899037c700174' + '49006a',
  YlGnBu:
    'ffffd9eff9bdd5eeb3a9ddb773c9bd45b4c22897bf2073b2234ea01c3185' + '081d58',
  YlGn:
    'ffffe5f7fcc4e4f4acc7e89ba2d88a78c5784eaf632f944e15793f036034' + '004529',
  YlOrBr:
    'ffffe5fff8c4feeaa1fed676feba4afb992cee7918d85b0ab743048f3204' + '662506',
  YlOrRd:
    'ffffccfff0a9fee087fec965feab4bfd893cfa5c2eec3023d31121af0225' + '800026',
  Turbo:
    '23171b4a58dd2f9df527d7c44df88495fb51dedd32ffa423f65f18ba2208' + '900c00',
  CubehelixDefault:
    '0000001a1530163d4e1f664254792fa07949d07e93cf9cdac1caf3d2eeef' + 'ffffff',
  Viridis:
    '440154482475414487355f8d2a788e21918c22a88444bf707ad151bddf26' + 'fde725',
  Magma:
    '000004140e363b0f70641a808c2981b73779de4968f7705cfe9f6dfecf92' + 'fcfdbf',
  Inferno:
    '000004160b39420a686a176e932667bc3754dd513af37819fca50af6d746' + 'fcffa4',
  Plasma:
    '0d088741049d6a00a88f0da4b12a90cc4778e16462f2844bfca636fcce25' + 'f0f921',
  Cividis:
    '0020510a326a2b446e4d566d6969707f7c75948f78ada476caba6aead156' + 'fdea45',
  Warm:
    '6e40aa963db3bf3cafe4419dfe4b83ff5e63ff7847fb9633e2b72fc6d63c' + 'aff05b',
  Cool:
    '6e40aa6054c84c6edb368ce123abd81ac7c21ddfa330ef8252f6677ff658' + 'aff05b',
  Rainbow:
    '6e40aabf3caffe4b83ff7847e2b72faff05b52f6671ddfa323abd84c6edb' + '6e40aa',
  Sinebow:
    'ff4040e78d0ba7d50358fc2a18f47200bfbf1872f4582afca703d5e70b8d' + 'ff4040',
};

/** Schemes whose low end is dark; the others that run from light to dark begin with the ground of a light page. */
const FROM_DARK = new Set([
  ...['Turbo', 'CubehelixDefault', 'Viridis', 'Magma', 'Inferno', 'Plasma'],
  ...['Cividis', 'Warm', 'Cool'],
]);
/** Schemes with two ends of equal weight. As in Grafana, they begin with what d3 ends with. */
const TWO_ENDS = new Set([
  ...['Spectral', 'RdYlGn', 'RdYlBu', 'RdBu', 'RdGy', 'PuOr', 'PRGn', 'PiYG'],
  ...['BrBG'],
]);
const ROUND = new Set(['Rainbow', 'Sinebow']);

const OTHERWISE = 'Oranges';

/** The stops of a scheme, low first. The low end is near to the ground of the page, so that little is quiet. */
export function schemeStops(name: string, dark: boolean): string[] {
  const known = STOPS[name] ? name : OTHERWISE;
  const stops = (STOPS[known].match(/.{6}/g) ?? []).map(hex => `#${hex}`);
  if (ROUND.has(known)) return stops;
  const reversed = TWO_ENDS.has(known) || FROM_DARK.has(known) !== dark;
  return reversed ? stops.reverse() : stops;
}
