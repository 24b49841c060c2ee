// Two lanes' code, each under its figures.
const counted = ['statements', 'tokens', 'branches', 'deepest nesting', 'fields that can be set'];

const factsOf = arm => {
  const metrics = [...new Set([view.workload.metric, view.metric])].filter(index => data.metrics[index]);
  const code = view.workload.code[arm.code];
  return [
    ...metrics.map(index => {
      const [metric, figure] = [data.metrics[index], figureOf(arm, index)];
      return [metric.title, figure ? figureText(figure, metric.unit) : arm.whyNone ?? 'not measured'];
    }),
    ['What it takes', code?.counts?.map((count, index) => `${counted[index]} ${count}`).join(', ') ?? 'not counted'],
    ['File', code?.path ?? 'not kept by this run'],
  ];
};

const factRow = ([name, text]) => {
  const [row, term, value] = ['div', 'dt', 'dd'].map(kind => document.createElement(kind));
  term.textContent = name;
  value.textContent = text;
  row.append(term, value);
  return row;
};

const showSide = (side, arm) => {
  const listings = document.getElementById(view.workload.anchor)?.querySelectorAll('.listing code');
  side.querySelector('code').textContent = listings?.[arm?.code]?.textContent ?? 'This run did not keep the code.';
  side.querySelector('dl').replaceChildren(...(arm ? factsOf(arm).map(factRow) : []));
};
