// The chosen metric against a parameter that varies.
const sweepOf = () => {
  const index = view.workload.scenarios.indexOf(view.scenario);
  const through = view.workload.sweeps.filter(sweep => sweep.scenarios.includes(index));
  return through.sort((a, b) => b.scenarios.length - a.scenarios.length)[0];
};

const sweepLines = sweep => {
  const points = sweep.scenarios.flatMap((scenario, at) => view.workload.scenarios[scenario].arms
    .filter(arm => arm.competes && isShown(arm) && figureOf(arm, view.metric))
    .map(arm => ({ arm, x: sweep.values[at], label: sweep.labels[at], figure: figureOf(arm, view.metric) })));
  const names = [...new Set(points.map(point => point.arm.name))];
  return names.map(name => points.filter(point => point.arm.name === name));
};

const growthTrace = (points, line, sweep) => ({
  type: 'scatter',
  mode: 'lines+markers',
  x: points.map(point => point.x),
  y: points.map(point => point.figure.value),
  line,
  name: plain(cut(points[0].arm.name, 40)),
  cliponaxis: false,
  marker: markerOf(points[0].arm),
  error_y: errorsOf(points.map(point => point.figure), points[0].arm),
  hoverinfo: 'text',
  text: points.map(({ arm, label, figure }) => `${heading(arm.name)}<br>${clip(sweep.parameter)} ${plain(label)}<br>`
    + `${plain(metricOf().title)} ${plain(figureText(figure, metricOf().unit))}<br>${launchesText(figure)}`),
});

const growthWords = points =>
  `${points[0].arm.name}: ${points.map(({ label, figure }) => `${label} ${figureText(figure, metricOf().unit)}`).join(', ')}`;

const drawGrowth = chart => {
  const [sweep, metric] = [sweepOf(), metricOf()];
  if (!sweep || !metric) return;
  chart.title.textContent = `How does it grow? ${metric.title} against ${sweep.parameter}`;
  const lines = sweepLines(sweep);
  if (lines.length === 0) {
    note(chart, 'None of the chosen models has this metric along this parameter.');
    return;
  }

  const ends = endsOf(lines.flat().map(point => point.figure));
  const isLog = isLogOf(ends);
  const { axis, ticksOf } = metricAxis(ends, metric.unit, isLog, 8);
  const across = sweep.values[0] > 0 ? 'log' : 'linear';
  const looks = linesOf(lines.map(points => points[0].arm));
  const names = lines.map(points => points[0].arm.name);
  const margin = plotMargin(chart, names);
  const at = across === 'log' ? sweep.values.map(Math.log10) : sweep.values;
  const perUnit = (chart.width - margin.r - 90) / (1.1 * (at.at(-1) - at[0]));
  paint(chart, lines.map((points, index) => growthTrace(points, looks[index], sweep)), {
    ...namesAbove(chart, names),
    margin,
    dragmode: touch.matches ? false : 'zoom',
    xaxis: {
      type: across,
      tickmode: 'array',
      tickvals: sweep.values,
      ticktext: withRoom(sweep.labels, at.map(place => place * perUnit)).map(plain),
      title: titled(plain(sweep.parameter) + (across === 'log' ? ' (log scale)' : '')),
      zeroline: false,
    },
    yaxis: { ...axis, title: titled(axisTitle(metric, isLog)) },
    annotations: endLabels(chart, lines.map(points => ({ arm: points[0].arm, y: points.at(-1).figure.value })), axis),
  }, `${chart.title.textContent}. ${lines.map(growthWords).join('; ')}.`, ticksOf);
};
