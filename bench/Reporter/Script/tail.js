// Latency by percentile. Curves begin at the median.
const nineText = nines => {
  if (nines === data.nines[0]) return '50 %';
  const decimals = Math.ceil(nines) - (Number.isInteger(nines) ? 1 : 0);
  return `${+(100 - 100 * 10 ** -nines).toFixed(decimals)} %`;
};

const isNine = nines => Number.isInteger(nines);
const wholeNines = () => data.nines.filter((at, index) => isNine(at) || index === 0);
const nanoseconds = value => format(value, 'nanoseconds');

// The band, a marker at each nine, and the line that can be hovered.
const tailTraces = (arm, line) => {
  const places = [...arm.tail[0].keys()].filter(index => data.nines[index] >= +view.from);
  const x = places.map(index => data.nines[index]);
  const [y, low, high] = arm.tail.map(values => places.map(index => values[index]));
  return [
    {
      type: 'scatter',
      mode: 'lines',
      x: [...x, ...x.toReversed()],
      y: [...low, ...high.toReversed()],
      line: { width: 0 },
      fill: 'toself',
      fillcolor: `${colourOf(modelOf(arm))}26`,
      hoverinfo: 'skip',
      showlegend: false,
    },
    {
      type: 'scatter',
      mode: 'markers',
      x: x.filter(isNine),
      y: y.filter((_, index) => isNine(x[index])),
      marker: markerOf(arm),
      hoverinfo: 'skip',
      showlegend: false,
      cliponaxis: false,
    },
    {
      type: 'scatter',
      mode: 'lines',
      x,
      y,
      line,
      name: plain(cut(arm.name, 40)),
      hoverinfo: 'text',
      text: x.map((nines, index) => `${heading(arm.name)}<br>${nineText(nines)} within ${nanoseconds(y[index])}<br>`
        + `single launches ${nanoseconds(low[index])} – ${nanoseconds(high[index])}`),
    },
  ];
};

const drawTail = chart => {
  const arms = view.scenario.arms.filter(arm => isShown(arm) && arm.tail);
  const drawn = arms.filter(arm => data.nines[arm.tail[0].length - 1] > +view.from);
  chart.figure.querySelector('details .box').replaceChildren(tailTable(arms));
  if (drawn.length === 0) {
    note(chart, 'None of the chosen models has operations enough for percentiles this high.');
    return;
  }

  const lines = linesOf(drawn);
  const traces = drawn.flatMap((arm, index) => tailTraces(arm, lines[index]));
  const names = drawn.map(arm => arm.name);
  const right = Math.max(...drawn.map(arm => data.nines[arm.tail[0].length - 1]));
  const { axis, ticksOf } = metricAxis(traces.flatMap(trace => trace.y), 'nanoseconds', true, 8);
  const nines = wholeNines().filter(at => at >= +view.from && at <= right);
  const ends = drawn.map((arm, index) => ({ arm, y: traces[3 * index + 2].y.at(-1) }));
  paint(chart, traces, {
    ...namesAbove(chart, names),
    margin: plotMargin(chart, names),
    dragmode: touch.matches ? false : 'zoom',
    xaxis: {
      range: [nines[0] ?? +view.from, right],
      tickmode: 'array',
      tickvals: nines,
      ticktext: nines.map(nineText),
      title: titled(isNarrow(chart) ? 'percentile' : 'share of operations that are at least this fast'),
      zeroline: false,
    },
    yaxis: { ...axis, title: titled('latency (log scale)') },
    annotations: endLabels(chart, ends, axis),
  }, `Latency by percentile. At the right end: ${ends.map(end => `${end.arm.name} ${nanoseconds(end.y)}`).join('; ')}.`, ticksOf);
};

const tableRow = (texts, first, others) => {
  const row = document.createElement('tr');
  row.append(...texts.map((text, index) => {
    const cell = document.createElement(index === 0 ? 'th' : others);
    if (cell.tagName === 'TH') cell.scope = index === 0 ? first : 'col';
    if (index > 0) cell.className = 'figure';
    cell.textContent = cut(text, 80);
    return cell;
  }));
  return row;
};

// The same for those who do not hover.
const tailTable = arms => {
  const table = document.createElement('table');
  const places = wholeNines().map(at => data.nines.indexOf(at)).filter(at => arms.some(arm => at < arm.tail[0].length));
  const value = (arm, at) => (at < arm.tail[0].length ? nanoseconds(arm.tail[0][at]) : '–');
  table.createTHead().append(tableRow(['latency', ...places.map(at => nineText(data.nines[at]))], 'col', 'th'));
  table.createTBody().append(...arms.map(arm => tableRow([arm.name, ...places.map(at => value(arm, at))], 'row', 'td')));
  return table;
};
