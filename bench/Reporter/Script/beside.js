// This run beside an earlier one: the same cases, a ratio each.
const besideMark = '#beside?';
const beside = document.getElementById('beside');
const besideFields = beside?.querySelector('form').elements;
const mostDrawn = 40;
const outcomes = ['inconclusive', 'equivalent', 'better', 'worse'];
let pairs;

// Of an outcome: its colour and its marker, so that neither is needed alone.
const outcomeLooks = {
  inconclusive: () => ({ color: css('--muted'), symbol: 'circle-open' }),
  equivalent: () => ({ color: css('--muted'), symbol: 'diamond' }),
  better: () => ({ color: css('--good'), symbol: 'triangle-up' }),
  worse: () => ({ color: css('--warning'), symbol: 'triangle-down' }),
};

const askedOf = id => data.beside.asked.find(asked => asked.id === id);
const outcomeOf = change => outcomes[change.outcome];
const caseOf = change => data.beside.cases[change.case];
const caseName = change => [caseOf(change).name, caseOf(change).workload, caseOf(change).place].join(' · ');
const unitIn = change => data.metrics[change.metric].unit;

const columns = {
  case: { title: 'case', key: change => change.case, text: caseName },
  before: { title: 'before', key: change => change.before, text: change => valueText(change, change.before) },
  after: { title: 'after', key: change => change.after, text: change => valueText(change, change.after) },
  ratio: { title: 'ratio [99 % interval]', key: change => change.ratio, text: change => ratioText(change) },
  verdict: { title: 'verdict', key: change => -change.outcome, text: change => verdictOf(change) },
};

const valueText = (change, value) => (value === undefined ? '–' : format(value, unitIn(change)));
const ratioText = ({ ratio, low, high }) => {
  if (ratio === undefined) return '–';
  return low === undefined || high === undefined
    ? `${significant(ratio)}×`
    : `${significant(ratio)}× [${significant(low)}–${significant(high)}]`;
};
const verdictOf = change => outcomeOf(change) + (change.reason ? `: ${change.reason}` : '');

const chooseBeside = () => {
  const query = queryAfter(besideMark);
  pairs = {
    metric: (askedOf(query.get('metric')) ?? data.beside.asked[0]).id,
    show: outcomes.find(outcome => outcome === query.get('show')) ?? '',
    of: data.beside.cases.some(({ workload }) => workload === query.get('of')) ? query.get('of') : '',
    sort: query.get('sort') in columns ? query.get('sort') : 'case',
    order: query.get('order') === 'descending' ? 'descending' : 'ascending',
  };
};

const changeBeside = ({ target }) => {
  if (target.name in pairs) pairs[target.name] = target.value;
  addressed(besideMark, new URLSearchParams(pairs));
};

const sortBy = name => {
  const turned = pairs.sort === name && pairs.order === 'ascending';
  Object.assign(pairs, { sort: name, order: turned ? 'descending' : 'ascending' });
  addressed(besideMark, new URLSearchParams(pairs));
  showBeside();
  drawNext();
};

// What has no value comes last, whichever the order.
const changesShown = () => {
  const key = columns[pairs.sort].key;
  const sign = pairs.order === 'descending' ? -1 : 1;
  return askedOf(pairs.metric).changes
    .filter(change => !pairs.show || outcomeOf(change) === pairs.show)
    .filter(change => !pairs.of || caseOf(change).workload === pairs.of)
    .map(change => ({ change, at: key(change) }))
    .sort((a, b) => (a.at === undefined) - (b.at === undefined) || sign * (a.at - b.at))
    .map(({ change }) => change);
};

const headingCell = ([name, { title }]) => {
  const [cell, button] = ['th', 'button'].map(kind => document.createElement(kind));
  button.type = 'button';
  button.textContent = title;
  button.dataset.sort = name;
  button.addEventListener('click', () => sortBy(name));
  cell.scope = 'col';
  if (name !== 'case' && name !== 'verdict') cell.className = 'figure';
  cell.append(button);
  return cell;
};

const changeRow = change => {
  const row = document.createElement('tr');
  const cells = Object.entries(columns).map(([name, { text }], index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.scope = 'row';
    cell.className = { case: '', verdict: outcomeOf(change) }[name] ?? 'figure';
    cell.textContent = cut(text(change), 200);
    return cell;
  });
  if (caseOf(change).anchor) {
    const link = document.createElement('a');
    link.href = `#view?${new URLSearchParams({ scenario: caseOf(change).anchor, metric: data.metrics[change.metric].id })}`;
    link.textContent = cells[0].textContent;
    cells[0].replaceChildren(link);
  }

  row.append(...cells);
  return row;
};

const countText = changes => outcomes
  .toReversed()
  .map(outcome => [changes.filter(change => outcomeOf(change) === outcome).length, outcome])
  .filter(([count]) => count > 0)
  .map(([count, outcome]) => `${count} ${outcome}`)
  .join(', ');

const showBeside = () => {
  const every = { show: [['', 'every verdict'], ...outcomes.toReversed().map(name => [name, name])] };
  every.metric = data.beside.asked.map(({ id, title }) => [id, title]);
  every.of = [['', 'every workload'], ...[...new Set(data.beside.cases.map(({ workload }) => workload))].map(name => [name, name])];
  Object.entries(every).forEach(([name, options]) => fill(besideFields[name], options, pairs[name]));
  const changes = changesShown();
  document.getElementById('beside-count').textContent = changes.length === 0
    ? 'No case is so.'
    : `${changes.length} of ${askedOf(pairs.metric).changes.length} cases: ${countText(changes)}.`;
  const table = beside.querySelector('table.sorted');
  if (!table.tHead.rows[0].cells.length) table.tHead.rows[0].append(...Object.entries(columns).map(headingCell));
  [...table.tHead.rows[0].cells].forEach(cell => {
    const isSorted = cell.firstElementChild.dataset.sort === pairs.sort;
    if (isSorted) cell.setAttribute('aria-sort', pairs.order);
    else cell.removeAttribute('aria-sort');
  });
  table.tBodies[0].replaceChildren(...changes.map(changeRow));
};

const changeTrace = ({ change, row }) => {
  const look = outcomeLooks[outcomeOf(change)]();
  const { ratio, low, high } = change;
  return {
    type: 'scatter',
    mode: 'markers',
    x: [ratio],
    y: [row],
    marker: { ...look, size: 10, line: { width: 2, color: look.color } },
    error_x: { ...errorsOf([{ value: ratio, low: low ?? ratio, high: high ?? ratio }], caseOf(change)), color: look.color },
    hoverinfo: 'text',
    text: [
      heading(caseName(change)),
      plain(`${data.metrics[change.metric].title}: before ${valueText(change, change.before)}, after ${valueText(change, change.after)}`),
      plain(`${ratioText(change)} ${verdictOf(change)}`),
    ].join('<br>'),
  };
};

const drawBeside = chart => {
  const drawn = changesShown().filter(change => change.ratio > 0).slice(0, mostDrawn);
  if (drawn.length === 0) {
    note(chart, 'No case that is chosen has a ratio.');
    return;
  }

  const rows = drawn.map((change, row) => ({ change, row }));
  const narrow = isNarrow(chart);
  const names = drawn.map(change => plain(fitted(caseName(change), chart.width * (narrow ? 0.48 : 0.4))));
  const words = drawn.map(change => `${narrow ? `${significant(change.ratio)}×` : ratioText(change)} ${outcomeOf(change)}`);
  const labels = narrow ? names.map((name, row) => `${name}<br>${plain(words[row])}`) : names;
  const right = narrow ? 16 : Math.ceil(Math.max(...words.map(text => textWidth(text)))) + 28;
  const room = chart.width - widest(labels) - right - 20;
  const ends = drawn.flatMap(({ ratio, low, high }) => [ratio, low ?? ratio, high ?? ratio]).filter(value => value > 0);
  const { axis } = metricAxis([...ends, 1 / (1 + data.beside.margin), 1 + data.beside.margin], 'count', true, Math.max(2, Math.floor(room / 70)));
  chart.title.textContent = `${askedOf(pairs.metric).title}: after ÷ before${drawn.length === mostDrawn ? `, the first ${mostDrawn} of the table` : ''}`;
  paint(chart, rows.map(changeTrace), {
    height: 80 + rows.length * (narrow ? 44 : 26),
    margin: { r: right, t: 16 },
    xaxis: { ...axis, ...(narrow ? {} : { title: titled('after ÷ before (log scale); shaded: too little to matter') }), side: 'top', fixedrange: true, zeroline: false },
    yaxis: namedRows(rows, labels),
    shapes: [
      { type: 'rect', x0: 1 / (1 + data.beside.margin), x1: 1 + data.beside.margin, yref: 'paper', y0: 0, y1: 1, line: { width: 0 }, fillcolor: `${css('--rule')}80`, layer: 'below' },
      { type: 'line', x0: 1, x1: 1, yref: 'paper', y0: 0, y1: 1, line: { width: 1, color: css('--ink') }, layer: 'below' },
    ],
    annotations: narrow ? [] : words.map((text, row) => ({
      xref: 'paper',
      x: 1,
      xanchor: 'left',
      xshift: 12,
      yref: 'y',
      y: row,
      showarrow: false,
      text: plain(text),
      font: { size: 12 },
    })),
  }, `${chart.title.textContent}: ${drawn.map((change, row) => `${caseName(change)} ${words[row]}`).join('; ')}.`);
};

if (beside) {
  chartIn(document.getElementById('beside-ratios'), { draw: drawBeside, content: () => [pairs] });
}

const besidePart = {
  mark: besideMark,
  sections: beside ? [beside] : [],
  place: () => beside,
  choose: chooseBeside,
  change: changeBeside,
  show: showBeside,
};
