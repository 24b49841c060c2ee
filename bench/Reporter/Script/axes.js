// Ticks are round in the printed unit: bytes in powers of two, everything else in decimals.
const niceStep = (span, count) => {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= raw * 0.999);
};

const linearTicks = (low, high, unit, count) => {
  const size = unit === 'bytes' ? sizes.find(([size]) => high >= size)?.[0] ?? 1 : 1;
  const step = niceStep((high - low) / size, count) * size;
  const first = Math.ceil(low / step - 1e-9);
  const length = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  return Array.from({ length }, (_, index) => (first + index) * step);
};

// Each form of a log axis from fine to coarse: multiples within a power, and every how many powers.
const logForms = {
  2: [[[1], 1], [[1], 2], [[1], 3], [[1], 5], [[1], 10]],
  10: [[[1, 2, 5], 1], [[1, 3], 1], [[1], 1], [[1], 2], [[1], 3], [[1], 6]],
};

const logTicks = (low, high, unit, count) => {
  const base = unit === 'bytes' ? 2 : 10;
  const [from, to] = [Math.floor(Math.log(low) / Math.log(base)), Math.ceil(Math.log(high) / Math.log(base))];
  const powers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const within = ([factors, every]) => powers
    .filter(power => power % every === 0)
    .flatMap(power => factors.map(factor => factor * base ** power))
    .filter(value => value >= low * 0.999 && value <= high * 1.001);
  // One tick says no scale.
  const forms = logForms[base].map(within).filter(ticks => ticks.length > 1);
  return forms.find(ticks => ticks.length <= count) ?? forms.at(-1) ?? linearTicks(low, high, unit, count);
};

const ticksWithin = (range, unit, isLog, count) => {
  const [low, high] = isLog ? range.map(end => 10 ** end) : range;
  const tickvals = (isLog ? logTicks : linearTicks)(low, high, unit, count);
  return { tickvals, ticktext: tickvals.map(value => plain(tickText(value, unit))) };
};

// The range is ours and not the library's, so that ticks and labels can be placed by it. Linear axes begin at zero.
const rangeOf = (values, isLog) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (isLog) {
    const pad = Math.max(0.02, Math.log10(high / low) * 0.05);
    return [Math.log10(low) - pad, Math.log10(high) + pad];
  }

  const [bottom, top] = [Math.min(0, low), Math.max(0, high) || 1];
  return [bottom * 1.05, top * 1.05];
};

const metricAxis = (values, unit, isLog, count) => {
  const range = rangeOf(values, isLog);
  const ticksOf = shown => ticksWithin(shown, unit, isLog, count);
  return { axis: { ...ticksOf(range), tickmode: 'array', type: isLog ? 'log' : 'linear', range }, ticksOf };
};

const endsOf = figures =>
  figures.flatMap(figure => [figure.value, figure.low ?? figure.value, figure.high ?? figure.value]);

const isLogOf = values => view.scale === 'log' && Math.min(...values) > 0;
const axisTitle = (metric, isLog) => plain(metric.title) + (isLog ? ' (log scale)' : '');
