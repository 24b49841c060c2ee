// Latency over time: a strip for each case. A cell is a pixel of a small picture that the browser stretches, and what is
// hovered is an unseen line.
const heatShades = () => (dark.matches ? [[28, 52, 84], [180, 220, 255]] : [[205, 225, 242], [8, 32, 74]]);

// Pictures and hovered texts are made once a strip: making them takes longer than placing them.
const heatPictures = new Map();
const momentTexts = new WeakMap();

const remembered = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

const heatPicture = (heat, low, bands) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [heat.bands[0].length, bands];
  const paper = canvas.getContext('2d');
  const [faint, strong] = heatShades();
  const colour = share => `rgb(${faint.map((from, index) => Math.round(from + share * (strong[index] - from))).join(' ')})`;
  heat.bands.forEach((cells, band) => [...cells].forEach((cell, column) => {
    if (cell === ' ' || cell === '.') return;
    paper.fillStyle = colour((Number(cell) - 1) / 8);
    paper.fillRect(column, bands - 1 - (heat.lowestBand - low + band), 1, 1);
  }));
  return canvas.toDataURL();
};

const bandText = (from, to) => `${nanoseconds(2 ** (from / 2))} – ${nanoseconds(2 ** ((to + 1) / 2))}`;

const momentText = ({ name, heat }, column) => {
  const perRound = heat.bands[0].length / heat.rounds.length;
  const when = `round ${heat.rounds[Math.floor(column / perRound)]}, `
    + `from ${tickText((column % perRound) * heat.columnSeconds, 'seconds')}`;
  if (heat.bands[0][column] === '.') return `${heading(name)}<br>${when}<br>not measured`;
  const filled = [...heat.bands.keys()].filter(band => heat.bands[band][column] !== ' ');
  if (filled.length === 0) return `${heading(name)}<br>${when}<br>no operation was meant to start`;
  const most = filled.reduce((a, b) => (heat.bands[b][column] > heat.bands[a][column] ? b : a));
  return `${heading(name)}<br>${when}<br>all within ${bandText(filled[0] + heat.lowestBand, filled.at(-1) + heat.lowestBand)}`
    + `<br>most in ${bandText(most + heat.lowestBand, most + heat.lowestBand)}`;
};

const momentTrace = (arm, middle) => {
  const columns = [...Array(arm.heat.bands[0].length).keys()];
  return {
    type: 'scatter',
    mode: 'lines',
    line: { width: 0 },
    x: columns.map(column => (column + 0.5) / columns.length),
    y: columns.map(() => middle),
    hoverinfo: 'text',
    text: remembered(momentTexts, arm, () => columns.map(column => momentText(arm, column))),
  };
};

// Every strip has room for the same rounds.
const roundTicks = ([{ heat: { rounds } }], most) => {
  const every = Math.ceil(rounds.length / most);
  const shown = [...rounds.keys()].filter(index => index % every === 0);
  return {
    tickvals: shown.map(index => (index + 0.5) / rounds.length),
    ticktext: shown.map(index => `round ${rounds[index]}`),
  };
};

const roundEdges = ({ heat }, bottom, top) => heat.rounds.slice(1).map((_, index) => {
  const x = (index + 1) / heat.rounds.length;
  return { type: 'line', x0: x, x1: x, y0: bottom, y1: top, line: { width: 1, color: css('--rule') } };
});

const roundText = heat => tickText(heat.columnSeconds * heat.bands[0].length / heat.rounds.length, 'seconds');

const drawTime = chart => {
  const arms = view.scenario.arms.filter(arm => isShown(arm) && arm.heat);
  if (arms.length === 0) {
    note(chart, 'None of the chosen models has latency over time.');
    return;
  }

  const low = Math.min(...arms.map(arm => arm.heat.lowestBand));
  const bands = Math.max(8, Math.max(...arms.map(arm => arm.heat.lowestBand + arm.heat.bands.length)) - low);
  const pitch = bands * 1.35;
  const strips = arms.map((arm, index) => ({ arm, bottom: -(index + 1) * pitch, top: bands - (index + 1) * pitch }));
  const marks = logTicks(2 ** (low / 2), 2 ** ((low + bands) / 2), 'nanoseconds', 3);
  paint(chart, strips.map(({ arm, bottom }) => momentTrace(arm, bottom + bands / 2)), {
    height: 80 + arms.length * 100,
    margin: { r: 16, t: 8 },
    hoverdistance: 60,
    xaxis: {
      range: [0, 1],
      tickmode: 'array',
      ...roundTicks(arms, isNarrow(chart) ? 4 : 8),
      title: titled(isNarrow(chart)
        ? 'time within each round'
        : 'time within each round; the darker, the more of a moment\'s operations; grey: none ended'),
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
    yaxis: {
      title: titled('latency (log scale)'),
      range: [-arms.length * pitch, 0],
      tickmode: 'array',
      tickvals: strips.flatMap(({ bottom }) => marks.map(value => bottom + 2 * Math.log2(value) - low)),
      ticktext: strips.flatMap(() => marks.map(value => tickText(value, 'nanoseconds'))),
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
    images: strips.map(({ arm, top }) => ({
      source: remembered(heatPictures, `${arm.case} ${arm.name} ${low} ${bands} ${dark.matches}`, () => heatPicture(arm.heat, low, bands)),
      xref: 'x',
      yref: 'y',
      x: 0,
      y: top,
      sizex: 1,
      sizey: bands,
      sizing: 'stretch',
      layer: 'below',
    })),
    shapes: strips.flatMap(({ arm, bottom, top }) => roundEdges(arm, bottom, top)),
    annotations: strips.map(({ arm, top }) => ({
      xref: 'x',
      x: 0,
      xanchor: 'left',
      yref: 'y',
      y: top,
      yanchor: 'bottom',
      showarrow: false,
      text: `${heading(arm.name)}, ${roundText(arm.heat)} a round`,
      font: { size: 12 },
    })),
  }, `Latency over time: one strip each for ${arms.map(arm => arm.name).join(', ')}.`);
};
