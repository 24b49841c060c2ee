// Every case's value in the chosen metric, with its interval, best first.
const saidOf = (arm, figure) => (figure ? figureText(figure, metricOf().unit) : arm.whyNone ?? 'not measured');

const valueTrace = ({ arm, row, figure }) => ({
  type: 'scatter',
  mode: 'markers',
  x: [figure.value],
  y: [row],
  marker: markerOf(arm),
  error_x: errorsOf([figure], arm),
  cliponaxis: false,
  hoverinfo: 'text',
  text: `${heading(arm.name)}<br>${plain(metricOf().title)} ${plain(saidOf(arm, figure))}<br>${launchesText(figure)}`,
});

const rowLabel = ({ arm, figure }, narrow) => {
  const name = clip(arm.name, narrow ? 24 : 36);
  const marked = arm === bestArm() ? `<b>${name}</b>` : name;
  return narrow ? `${marked}<br>${clip(saidOf(arm, figure), 28)}` : marked;
};

const drawValues = chart => {
  const arms = ranked(view.scenario.arms.filter(isShown), view.metric);
  const rows = arms.map((arm, row) => ({ arm, row, figure: figureOf(arm, view.metric) }));
  const measured = rows.filter(item => item.figure);
  if (measured.length === 0) {
    note(chart, 'None of the chosen models has this metric here.');
    return;
  }

  const metric = metricOf();
  const narrow = isNarrow(chart);
  const ends = endsOf(measured.map(item => item.figure));
  const isLog = isLogOf(ends);
  const labels = rows.map(item => rowLabel(item, narrow));
  const figures = rows.map(({ arm, figure }) => cut(saidOf(arm, figure), 40));
  const right = narrow ? 16 : Math.ceil(Math.max(...figures.map(text => textWidth(text)))) + 28;
  const room = chart.width - widest(labels) - right - 20;
  const { axis } = metricAxis(ends, metric.unit, isLog, Math.max(2, Math.min(6, Math.floor(room / 76))));
  const direction = `further ${metric.higherIsBetter ? 'right' : 'left'} is better`;
  const better = narrow
    ? `${plain(fitted(metric.title, room))}<br>${isLog ? 'log scale: ' : ''}${direction}`
    : `${axisTitle(metric, isLog)}: ${direction}`;
  paint(chart, measured.map(valueTrace), {
    height: 80 + rows.length * (narrow ? 44 : 32),
    margin: { r: right, t: 16 },
    xaxis: { ...axis, title: titled(better), fixedrange: true, zeroline: false },
    yaxis: namedRows(rows, labels),
    annotations: narrow ? [] : rows.map(({ row }) => ({
      xref: 'paper',
      x: 1,
      xanchor: 'left',
      xshift: 12,
      yref: 'y',
      y: row,
      showarrow: false,
      text: plain(figures[row]),
      font: { size: 12 },
    })),
  }, `${metric.title}, best first: ${rows.map(({ arm, figure }) => `${arm.name} ${saidOf(arm, figure)}`).join('; ')}.`);
};
