import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { collect } from '../__testUtils__/collect';
import { AZURE } from '../__testUtils__/samples';
import { FocusProvider } from '../FocusProvider';
import { openSource } from './openSource';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

describe('FocusProvider, with files behind an address', () => {
  let server: Server;
  let answer: RequestListener;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(
        `${request.method} ${request.url} ${
          request.headers.range ?? ''
        }`.trim(),
      );
      answer(request, response);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const provider = (path: string, more: object = {}) => {
    const { port } = server.address() as AddressInfo;
    const from = {
      kind: 'https' as const,
      url: `http://127.0.0.1:${port}${path}`,
      ...more,
    };
    return new FocusProvider(
      {
        name: 'azure',
        title: 'Azure',
        from,
        counts: 'bill',
        restatedDays: 35,
        tags: {},
      },
      openSource(from),
    );
  };

  it('reads a file of each month, with what proves who asks', async () => {
    answer = (request, response) => {
      if (
        request.headers['x-key'] !== 'k' ||
        !request.url!.endsWith('?sig=s')
      ) {
        response.writeHead(403).end();
      } else if (request.url!.startsWith('/2026-11.csv')) {
        response.setHeader('etag', '"1"');
        response.end(request.method === 'HEAD' ? undefined : AZURE);
      } else {
        response.writeHead(404).end();
      }
    };
    const slice = { from: '2026-10-20', to: '2026-11-30' };
    const secrets = { query: 'sig=s', headers: { 'x-key': 'k' } };
    const { rows } = await collect(provider('/{month}.csv', secrets), slice);
    expect(rows).toHaveLength(2);
    expect(asked).toEqual([
      'HEAD /2026-10.csv?sig=s',
      'HEAD /2026-11.csv?sig=s',
      'GET /2026-11.csv?sig=s',
    ]);
    const error = await collect(
      provider('/{month}.csv', { query: 'sig=wrong' }),
      slice,
    ).catch(it => it);
    expect(error.message).toMatch(
      /2026-10.csv was answered with 403 Forbidden. Check the address/,
    );
    expect(error.message).not.toContain('wrong');
  });

  it('reads Parquet in parts where the server gives them', async () => {
    const text = (name: string, value: string) => ({
      name,
      data: [value],
      type: 'STRING' as const,
    });
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'BilledCost', data: [1.5], type: 'DOUBLE' },
          { name: 'EffectiveCost', data: [1.5], type: 'DOUBLE' },
          text('BillingAccountId', '1'),
          text('BillingCurrency', 'EUR'),
          text('ChargeCategory', 'Usage'),
          text('ChargePeriodStart', '2026-11-02T00:00:00Z'),
          text('ProviderName', 'Microsoft'),
          text('ServiceCategory', 'Compute'),
          text('ServiceName', 'Virtual Machines'),
        ],
      }),
    );
    answer = (request, response) => {
      const [, start, end] =
        /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      response.setHeader('accept-ranges', 'bytes');
      if (start === undefined) {
        response.setHeader('content-length', bytes.length);
        response.end(request.method === 'HEAD' ? undefined : bytes);
      } else {
        response
          .writeHead(206)
          .end(bytes.subarray(Number(start), Number(end) + 1));
      }
    };
    const { rows } = await collect(provider('/focus.parquet'), NOVEMBER);
    expect(rows).toMatchObject([
      { day: '2026-11-02', billedCost: 1_500_000_000n },
    ]);
    expect(asked.slice(1).every(it => it.includes('bytes='))).toBe(true);
  });

  it('lists a container of Azure, as far as it goes, and reads the newest run', async () => {
    const runs = 'costs/daily/20261101-20261130';
    const blob = (name: string, hour: number) =>
      `<Blob><Name>${name}</Name><Properties><Last-Modified>Fri, 20 Nov 2026 0${hour}:00:00 GMT</Last-Modified><Etag>0x8D${hour}</Etag><Content-Length>${AZURE.length}</Content-Length></Properties></Blob>`;
    const page = (blobs: string, marker: string) =>
      `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="exports"><Prefix>costs/</Prefix><Blobs>${blobs}</Blobs><NextMarker>${marker}</NextMarker></EnumerationResults>`;
    answer = (request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      if (url.searchParams.get('sig') !== 's') {
        response.writeHead(403).end();
      } else if (url.searchParams.get('comp') === 'list') {
        response.end(
          url.searchParams.get('marker') === 'a&b'
            ? page(blob(`${runs}/two/part 0.csv`, 2), '')
            : page(blob(`${runs}/one/part 0.csv`, 1), 'a&amp;b'),
        );
      } else {
        response.setHeader('etag', '"0x8D2"');
        response.end(AZURE);
      }
    };
    const folder = provider('/exports/costs/', { query: 'sig=s' });
    const { rows, problems } = await collect(folder, NOVEMBER);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(asked).toEqual([
      'GET /exports?restype=container&comp=list&prefix=costs%2F&sig=s',
      'GET /exports?restype=container&comp=list&prefix=costs%2F&marker=a%26b&sig=s',
      'GET /exports/costs/daily/20261101-20261130/two/part%200.csv?sig=s',
    ]);
    answer = (_request, response) => response.end('<html>');
    await expect(collect(folder, NOVEMBER)).rejects.toThrow(
      'is no list of blobs',
    );
  });

  it('does not mix two versions of a file, and follows nobody elsewhere', async () => {
    answer = (request, response) => {
      response.setHeader('etag', request.method === 'HEAD' ? '"1"' : '"2"');
      response.end(request.method === 'HEAD' ? undefined : AZURE);
    };
    await expect(collect(provider('/a.csv'), NOVEMBER)).rejects.toThrow(
      'was overwritten while it was read',
    );
    answer = (_request, response) => {
      response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    };
    await expect(collect(provider('/a.csv'), NOVEMBER)).rejects.toThrow(
      'answered with 302',
    );
  });
});
