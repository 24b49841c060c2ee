// What is chosen, and its form in the page's address.
const figureOf = (arm, metric) => {
  const found = arm.figures.find(([index]) => index === metric);
  return found && { value: found[1], low: found[2], high: found[3], launches: found[4] };
};

const metricsOf = scenario => {
  const found = new Set(scenario.arms.flatMap(arm => arm.figures.map(([index]) => index)));
  return [...found].sort((a, b) => a - b);
};

const metricOf = () => data.metrics[view.metric];
const modelOf = arm => data.models[arm.model];
const isShown = arm => !view.hidden.has(modelOf(arm).id);
const lanes = () => view.scenario.arms.filter(arm => arm.competes);

const bestArm = () => {
  const pair = view.scenario.best.find(([metric]) => metric === view.metric);
  return pair && view.scenario.arms[pair[1]];
};

// Best first, those without a figure last.
const ranked = (arms, metric) => {
  const sign = data.metrics[metric]?.higherIsBetter ? -1 : 1;
  const place = arm => {
    const figure = figureOf(arm, metric);
    return figure ? sign * figure.value : Infinity;
  };
  const placed = arms.map(arm => ({ at: place(arm), arm }));
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)).map(({ arm }) => arm);
};

const placeOf = anchor => {
  const workload = data.workloads.find(({ scenarios }) => scenarios.some(scenario => scenario.anchor === anchor));
  return workload && { workload, scenario: workload.scenarios.find(scenario => scenario.anchor === anchor) };
};

const firstOf = workload => ({ workload, scenario: workload.scenarios[0] });

// Whatever is missing or unknown becomes what is most telling.
const choose = wanted => {
  const place = placeOf(wanted.scenario) ?? firstOf(wanted.workload ?? data.workloads[0]);
  const available = metricsOf(place.scenario);
  const matters = place.workload.metric;
  const asked = data.metrics.findIndex(metric => metric.id === wanted.metric);
  const metric = [asked, matters, available[0]].find(index => available.includes(index));
  const scale = wanted.scale === 'linear' ? 'linear' : 'log';
  const from = ['1', '2', '3'].includes(wanted.from) ? wanted.from : '0';
  view = { ...place, metric, scale, from, hidden: new Set(wanted.hidden) };
  const order = ranked(lanes(), matters ?? metric);
  view.left = order.find(arm => arm.name === wanted.left) ?? order[0];
  view.right = order.find(arm => arm.name === wanted.right) ?? order.find(arm => arm !== view.left) ?? view.left;
};

const viewMark = '#view?';

const fromAddress = () => {
  const query = queryAfter(viewMark);
  choose({ ...Object.fromEntries(query), hidden: query.getAll('hide') });
};

const toAddress = () => {
  const { scenario, scale, from } = view;
  const query = new URLSearchParams({ scenario: scenario.anchor, metric: metricOf()?.id ?? '', scale, from });
  view.hidden.forEach(model => query.append('hide', model));
  if (view.left) query.set('left', view.left.name);
  if (view.right) query.set('right', view.right.name);
  addressed(viewMark, query);
};
