import { csvLine } from './csv';

describe('csvLine', () => {
  it('keeps a spreadsheet from running what stands on a bill', () => {
    expect(
      csvLine(['=HYPERLINK("x")', '+1+1', '@SUM(A1)', '-cmd', '\t=1']),
    ).toBe(`"'=HYPERLINK(""x"")",'+1+1,'@SUM(A1),'-cmd,'\t=1\r\n`);
  });

  it('leaves numbers as they are, and what is not there empty', () => {
    expect(csvLine(['-0.000000028', '12', undefined, null, 3])).toBe(
      '-0.000000028,12,,,3\r\n',
    );
  });

  it('quotes what would end a cell', () => {
    expect(csvLine(['a,b', 'a"b', 'a\nb'])).toBe('"a,b","a""b","a\nb"\r\n');
  });
});
