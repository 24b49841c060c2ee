const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Black is one of the models' colours, and the page's ground may be.
const colourOf = model => (model.colour === '#000000' ? css('--ink') : model.colour);

const symbolOf = arm => modelOf(arm).shape + (arm.open ? '-open' : '');

// An open marker is filled with the page's ground, so that no bar runs through it.
const markerOf = arm => {
  const color = colourOf(modelOf(arm));
  return { color: arm.open ? css('--page') : color, symbol: modelOf(arm).shape, size: 10, line: { width: 2, color } };
};

// The same shapes within text.
const signs = {
  circle: '●',
  'circle-open': '○',
  square: '■',
  'square-open': '□',
  'triangle-up': '▲',
  'triangle-up-open': '△',
  'triangle-down': '▼',
  'triangle-down-open': '▽',
  diamond: '◆',
  'diamond-open': '◇',
};

const titled = text => ({ text, standoff: 8, font: { size: 13 } });

// An axis of names, the first on top; nothing to zoom.
const namedRows = (rows, names) => ({
  range: [rows.length - 0.5, -0.5],
  tickmode: 'array',
  tickvals: rows.map(item => item.row),
  ticktext: names,
  fixedrange: true,
  zeroline: false,
});

const dashes = ['solid', 'dash', 'dot', 'dashdot'];

// Lines of one colour differ in their dashes.
const linesOf = arms => arms.map((arm, index) => {
  const color = colourOf(modelOf(arm));
  const before = arms.slice(0, index).filter(other => colourOf(modelOf(other)) === color).length;
  return { color, width: arm.open ? 1.5 : 2.5, dash: dashes[before % dashes.length] };
});

const errorsOf = (figures, arm) => ({
  type: 'data',
  symmetric: false,
  thickness: 2,
  width: 5,
  color: colourOf(modelOf(arm)),
  array: figures.map(figure => (figure.high ?? figure.value) - figure.value),
  arrayminus: figures.map(figure => figure.value - (figure.low ?? figure.value)),
});

const isNarrow = chart => chart.width < 620;

// Margins are ours: the library would find them by drawing twice.
const ruler = document.createElement('canvas').getContext('2d');
const textWidth = (text, weight = 400) => {
  ruler.font = `${weight} 12px Inter, system-ui, sans-serif`;
  return ruler.measureText(text).width;
};

const widest = texts => Math.max(0, ...texts
  .flatMap(text => text.split('<br>'))
  .map(text => textWidth(text.replace(/<\/?b>/g, ''), text.includes('<b>') ? 600 : 400)));

const marginOf = ({ margin, xaxis, yaxis }) => {
  const across = xaxis.title ? 46 + 18 * (xaxis.title.text.split('<br>').length - 1) : 30;
  return {
    ...margin,
    l: Math.ceil(widest(yaxis.ticktext)) + (yaxis.title ? 46 : 16),
    ...(xaxis.side === 'top' ? { t: across + 4, b: 8 } : { b: across }),
    pad: 0,
  };
};

// Of labels in their order those that have room beside each other.
const withRoom = (texts, places, gap = 10) => {
  let free = -Infinity;
  return texts.map((text, index) => {
    const half = textWidth(text) / 2;
    if (places[index] - half < free) return '';
    free = places[index] + half + gap;
    return text;
  });
};

// As much of a text as so many pixels hold.
const fitted = (text, pixels) => {
  if (textWidth(text) <= pixels) return text;
  let length = Math.min(text.length, 200);
  while (length > 1 && textWidth(`${text.slice(0, length)}…`) > pixels) length--;
  return `${text.slice(0, length).trimEnd()}…`;
};

const layoutOf = (chart, layout) => {
  const [ink, rule, page] = ['--ink', '--rule', '--page'].map(css);
  const family = 'Inter, system-ui, sans-serif';
  const axis = { gridcolor: rule, zerolinecolor: rule, linecolor: rule, ticks: '', tickangle: 0, tickfont: { size: 12 } };
  return {
    paper_bgcolor: page,
    plot_bgcolor: page,
    font: { family, size: 13, color: ink },
    showlegend: false,
    hoverlabel: { bgcolor: page, bordercolor: ink, font: { color: ink, family }, align: 'left', namelength: 0 },
    hovermode: 'closest',
    hoverdistance: 40,
    dragmode: false,
    ...layout,
    margin: marginOf(layout),
    width: chart.width,
    xaxis: { ...axis, ...layout.xaxis },
    yaxis: { ...axis, ...layout.yaxis },
  };
};

// Draws, or changes what is drawn. ticksOf gives the upright axis new ticks after a zoom; says is for those who cannot see it.
const paint = (chart, traces, layout, says, ticksOf) => {
  if (chart.plot.classList.contains('loading')) chart.plot.textContent = '';
  chart.plot.classList.remove('loading');
  chart.plot.setAttribute('aria-label', says);
  Plotly.react(chart.plot, traces, layoutOf(chart, layout), { displayModeBar: false, doubleClick: 'reset' });
  chart.plot.removeAllListeners('plotly_relayout');
  if (ticksOf) chart.plot.on('plotly_relayout', change => reticked(chart, ticksOf, change));
};

const reticked = (chart, ticksOf, change) => {
  if (!Object.keys(change).some(key => key.startsWith('yaxis.range'))) return;
  const { tickvals, ticktext } = ticksOf(chart.plot.layout.yaxis.range);
  Plotly.relayout(chart.plot, { 'yaxis.tickvals': tickvals, 'yaxis.ticktext': ticktext });
};

const note = (chart, text) => {
  Plotly.purge(chart.plot);
  chart.plot.classList.add('loading');
  chart.plot.setAttribute('aria-label', text);
  chart.plot.textContent = text;
};

// Places moved apart in their order and kept within the range, so that labels there can all be read.
const apart = (wanted, gap, [low, high]) => {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  for (let pass = 0; pass < 40; pass++) {
    for (let i = 1; i < order.length; i++) {
      const lack = Math.max(0, gap - (order[i].at - order[i - 1].at));
      order[i].at += lack / 2;
      order[i - 1].at -= lack / 2;
    }
  }

  order.forEach((item, i) => { item.at = Math.max(item.at, low + i * gap); });
  order.toReversed().forEach((item, i) => { item.at = Math.min(item.at, high - i * gap); });
  return order.sort((a, b) => a.index - b.index).map(item => item.at);
};

const plotHeight = 420;
const labelPixels = (chart, names) =>
  Math.min(chart.width * 0.4, Math.ceil(Math.max(...names.map(name => textWidth(cut(name, 200))))) + 34);
const plotMargin = (chart, names) => ({
  r: isNarrow(chart) ? 24 : labelPixels(chart, names),
  t: 16 + (isNarrow(chart) ? legendPixels(chart, names) : 0),
});

const legendPixels = (chart, names) => {
  const perRow = Math.max(1, Math.floor((chart.width - 80) / (Math.max(...names.map(name => textWidth(cut(name, 40)))) + 60)));
  return 24 * Math.ceil(names.length / perRow);
};

// A legend above the lines where there is no room beside them.
const namesAbove = (chart, names) => (isNarrow(chart)
  ? {
    height: plotHeight + legendPixels(chart, names),
    showlegend: true,
    legend: { orientation: 'h', x: 0, y: 1, yanchor: 'bottom', font: { size: 12 }, itemclick: false, itemdoubleclick: false },
  }
  : { height: plotHeight });

// Names beside the right ends of lines; where there is no room for them they are above: see namesAbove.
const endLabels = (chart, ends, { type, range }) => {
  if (isNarrow(chart)) return [];
  const places = ends.map(end => (type === 'log' ? Math.log10(end.y) : end.y));
  const perPixel = (range[1] - range[0]) / (plotHeight - 80);
  const spread = apart(places, 15 * perPixel, range);
  const pixels = labelPixels(chart, ends.map(end => end.arm.name)) - 32;
  return ends.map(({ arm }, index) => ({
    xref: 'paper',
    x: 1,
    xanchor: 'left',
    xshift: 8,
    yref: 'y',
    y: spread[index],
    showarrow: false,
    text: `<span style="color:${colourOf(modelOf(arm))}">${signs[symbolOf(arm)]}</span> ${plain(fitted(arm.name, pixels))}`,
    font: { size: 12 },
  }));
};
