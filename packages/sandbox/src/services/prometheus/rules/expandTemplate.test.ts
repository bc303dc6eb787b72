import { expandTemplate } from './expandTemplate';

describe('expandTemplate', () => {
  const labels = { service: 'orders' };

  it.each([
    ['{{ $labels.service }} is slow', 1, 'orders is slow'],
    ['{{$labels.missing}}|{{ $value }}', 0.25, '|0.25'],
    ['{{ $value | humanizePercentage }}', 0.06836, '6.836%'],
    ['{{ $value | humanizePercentage }}', 1234.56, '1.235e+05%'],
    ['{{ $value | humanizeDuration }}', 0.4587, '458.7ms'],
    ['{{ $value | humanizeDuration }}', 12.5, '12.5s'],
    ['{{ $value | humanizeDuration }}', 93_784, '1d 2h 3m 4s'],
    ['{{ $value | humanizeDuration }}', -120, '-2m 0s'],
    ['{{ $value | humanize }}', 1_234_567, '1.235M'],
    ['{{ $value | humanize }}', 0.0000123, '12.3u'],
    ['{{ $value | humanize }}', NaN, 'NaN'],
    ['{{ $value }}', Infinity, '+Inf'],
  ])('%s of %d is %j', (template, value, expected) => {
    expect(expandTemplate(template, { labels, value })).toBe(expected);
  });

  it.each(['{{ $externalLabels.x }}', '{{ query "up" }}', '{{ $value | x }}'])(
    'says that it does not expand %s',
    template => {
      expect(() => expandTemplate(template, { labels, value: 1 })).toThrow(
        `This sandbox does not expand '${template}'`,
      );
    },
  );
});
