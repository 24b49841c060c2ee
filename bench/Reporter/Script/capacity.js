// Where does each lane saturate? A latency against the throughput achieved, over the loads that were offered: a section a
// workload, each with its own view, of which the address names the one that was changed last.
const capacityMark = '#capacity?';
const capacitySections = [...document.querySelectorAll('section.capacity')];
const capacityViews = new Map();

const capacityOf = section => data.capacities.find(({ anchor }) => anchor === section.id);
const termsOf = capacity => [...new Set(capacity.lanes.map(lane => lane.terms))];

const capacityView = (capacity, query) => ({
  terms: termsOf(capacity).find(terms => terms === query.get('terms')) ?? termsOf(capacity)[0],
  scale: query.get('scale') === 'linear' ? 'linear' : 'log',
  hidden: new Set(query.getAll('hide')),
});

const placeOfCapacity = () => {
  const wanted = queryAfter(capacityMark).get('of');
  return capacitySections.find(section => section.id === wanted) ?? capacitySections[0];
};

const chooseCapacities = () => capacitySections.forEach(section => {
  const isNamed = section === placeOfCapacity();
  if (!isNamed && capacityViews.has(section)) return;
  capacityViews.set(section, capacityView(capacityOf(section), isNamed ? queryAfter(capacityMark) : new URLSearchParams()));
});

const changeCapacity = ({ target }) => {
  const section = target.closest('section');
  const [{ terms, scale }, hidden] = [section.querySelector('form').elements, hiddenAfter(capacityViews.get(section).hidden, target)];
  capacityViews.set(section, { terms: terms.value, scale: scale.value, hidden });
  const query = new URLSearchParams({ of: section.id, terms: terms.value, scale: scale.value });
  hidden.forEach(model => query.append('hide', model));
  addressed(capacityMark, query);
};

const showCapacities = () => capacitySections.forEach(section => {
  const [capacity, { terms, scale, hidden }] = [capacityOf(section), capacityViews.get(section)];
  const fields = section.querySelector('form').elements;
  fill(fields.terms, termsOf(capacity).map(name => [name, name]), terms);
  fields.scale.value = scale;
  fillModels(section.querySelector('.models'), capacity.lanes, hidden);
});

const lanesShown = (capacity, { terms, hidden }) => capacity.lanes.filter(lane =>
  (lane.terms === terms || lane.alike) && !hidden.has(modelOf(lane).id) && lane.loads.length > 0);

const rangeText = (range, unit) => {
  const [middle, low, high] = range.map(value => format(value, unit));
  return low === high ? middle : `${middle}, single launches ${low} – ${high}`;
};

const loadText = (lane, load, capacity) => [
  heading(lane.name),
  `offered ${plain(load.offered)}`,
  `achieved ${plain(rangeText(load.throughput, 'perSecond'))}`,
  `${plain(capacity.metric)} ${plain(rangeText(load.latency, capacity.unit))}`,
  `service level met in ${load.met} of ${load.launches} launches`,
].join('<br>');

const spreads = (ranges, lane) => errorsOf(ranges.map(([value, low, high]) => ({ value, low, high })), lane);

const capacityTrace = (lane, line, capacity) => ({
  type: 'scatter',
  mode: 'lines+markers',
  x: lane.loads.map(load => load.throughput[0]),
  y: lane.loads.map(load => load.latency[0]),
  error_x: { ...spreads(lane.loads.map(load => load.throughput), lane), thickness: 1, width: 0 },
  error_y: { ...spreads(lane.loads.map(load => load.latency), lane), thickness: 1, width: 0 },
  line,
  name: plain(cut(lane.name, 40)),
  cliponaxis: false,
  marker: markerOf(lane),
  hoverinfo: 'text',
  text: lane.loads.map(load => loadText(lane, load, capacity)),
});

// The level that the loads are held to, named where the line begins.
const levelLine = (limit, text, isLog) => limit === null || limit === undefined ? {} : {
  shapes: [{
    type: 'line',
    xref: 'paper',
    x0: 0,
    x1: 1,
    y0: limit,
    y1: limit,
    line: { width: 2, dash: 'dash', color: css('--muted') },
  }],
  level: [{
    xref: 'paper',
    x: 0,
    xanchor: 'left',
    yref: 'y',
    y: isLog ? Math.log10(limit) : limit,
    yanchor: 'bottom',
    showarrow: false,
    text: `service level ${plain(text)}`,
    font: { size: 12, color: css('--muted') },
  }],
};

const drawCapacity = (chart, section) => {
  const [capacity, chosen] = [capacityOf(section), capacityViews.get(section)];
  const shown = lanesShown(capacity, chosen);
  if (shown.length === 0) {
    note(chart, 'None of the chosen models has a curve on these terms.');
    return;
  }

  const isLog = chosen.scale === 'log';
  const loads = shown.flatMap(lane => lane.loads);
  const heights = [...loads.flatMap(load => load.latency), ...(capacity.limit ? [capacity.limit] : [])];
  const [up, across] = [
    metricAxis(heights, capacity.unit, isLog, 8),
    metricAxis(loads.flatMap(load => load.throughput), 'perSecond', isLog, isNarrow(chart) ? 3 : 6),
  ];
  const scale = isLog ? ' (log scale)' : '';
  const ends = shown.map(lane => ({ arm: { ...lane, name: `${lane.name}: ${lane.capacity}` }, y: lane.loads.at(-1).latency[0] }));
  const { level = [], shapes = [] } = levelLine(capacity.limit, capacity.level, isLog);
  const lines = linesOf(shown);
  const names = ends.map(end => end.arm.name);
  paint(chart, shown.map((lane, index) => capacityTrace(lane, lines[index], capacity)), {
    ...namesAbove(chart, names),
    margin: plotMargin(chart, names),
    dragmode: touch.matches ? false : 'zoom',
    xaxis: { ...across.axis, title: titled(`achieved throughput${scale}`), zeroline: false },
    yaxis: { ...up.axis, title: titled(plain(capacity.metric) + scale), zeroline: false },
    shapes,
    annotations: [...level, ...endLabels(chart, ends, up.axis)],
  }, `${capacity.metric} against achieved throughput. ${shown.map(lane => `${lane.name}: ${lane.capacity}`).join('; ')}.`, up.ticksOf);
};

capacitySections.forEach(section => chartIn(section.querySelector('figure.explored'), {
  draw: chart => drawCapacity(chart, section),
  content: () => {
    const { terms, scale, hidden } = capacityViews.get(section);
    return [terms, scale, [...hidden]];
  },
}));

const capacityPart = {
  mark: capacityMark,
  sections: capacitySections,
  place: () => placeOfCapacity().querySelector('form'),
  choose: chooseCapacities,
  change: changeCapacity,
  show: showCapacities,
};
