// Figures in words, as the tables print them.
const times = [[1e9, ' s'], [1e6, ' ms'], [1e3, ' µs'], [1, ' ns']];
const sizes = [[2 ** 30, ' GiB'], [2 ** 20, ' MiB'], [2 ** 10, ' KiB'], [1, ' B']];

// What one of the unit is of the scale's smallest, and the scale.
const scales = {
  nanoseconds: [1, times],
  microseconds: [1e3, times],
  milliseconds: [1e6, times],
  seconds: [1e9, times],
  bytes: [1, sizes],
};

const decimalFormats = Array.from({ length: 16 }, (_, decimals) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
const tickFormat = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

const magnitude = value => Math.floor(Math.log10(Math.abs(value)));

const halfToEven = value => {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

const threeDigits = value => {
  if (value === 0) return 0;
  const step = 10 ** (magnitude(value) - 2);
  return halfToEven(value / step) * step;
};

const significant = value => {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : '–';
  const rounded = threeDigits(value);
  return decimalFormats[Math.min(15, Math.max(0, 2 - magnitude(rounded)))].format(rounded);
};

const scaled = (value, [factor, scale], print) => {
  const smallest = value * factor;
  const [size, name] = scale.find(([size]) => Math.abs(threeDigits(smallest / size)) >= 1) ?? [1, scale.at(-1)[1]];
  return print(smallest / size) + name;
};

const format = (value, unit, print = significant) => {
  if (!Number.isFinite(value)) return '–';
  if (scales[unit]) return scaled(value, scales[unit], print);
  if (unit === 'perSecond') return `${print(value)}/s`;
  if (unit === 'fraction') return `${print(value * 100)} %`;
  return Number.isInteger(value) ? decimalFormats[0].format(value) : print(value);
};

const tickText = (value, unit) => format(value, unit, number => tickFormat.format(number));

const unitOf = text => text.slice(text.search(/\d\D*$/) + 1);

// The unit stands once where both ends share it with the centre.
const intervalText = (figure, unit) => {
  if (figure.low === null || figure.high === null) return '[1 launch]';
  const [centre, low, high] = [figure.value, figure.low, figure.high].map(value => format(value, unit));
  const name = unitOf(centre);
  return unitOf(low) === name && unitOf(high) === name
    ? `[${low.slice(0, low.length - name.length)}–${high.slice(0, high.length - name.length)}]`
    : `[${low} – ${high}]`;
};

const figureText = (figure, unit) =>
  figure.value === 0 && figure.low === 0 && figure.high === 0
    ? format(0, unit)
    : `${format(figure.value, unit)} ${intervalText(figure, unit)}`;

const launchesText = figure =>
  `95 % interval over ${figure.launches} ${figure.launches === 1 ? 'launch: none' : 'launches'}`;

// Plotly reads a little markup in its texts; data has none.
const plain = text => text.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const clip = (text, most = 36) => plain(cut(text, most));
const heading = text => `<b>${clip(text)}</b>`;
