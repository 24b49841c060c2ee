// The explorer of scenarios: what is chosen is shown in charts, words and code.
const explorer = document.getElementById('explore');
const controls = explorer?.querySelector('form').elements;
const sides = explorer ? [...explorer.querySelectorAll('.side')] : [];
let view;

// What each chart shows, beside scenario and models.
const drawings = {
  values: { draw: chart => drawValues(chart), shows: ({ metric, scale }) => [metric, scale] },
  tail: { draw: chart => drawTail(chart), shows: ({ from }) => [from] },
  growth: { draw: chart => drawGrowth(chart), shows: ({ metric, scale }) => [metric, scale] },
  time: { draw: chart => drawTime(chart), shows: () => [] },
};

const charts = explorer && Object.fromEntries(Object.entries(drawings).map(([kind, { draw, shows }]) => [
  kind,
  chartIn(document.getElementById(`explore-${kind}`), {
    draw,
    content: () => [view.scenario.anchor, [...view.hidden], shows(view)],
  }),
]));

const verdictText = () => {
  if (view.metric === view.workload.metric) {
    return document.getElementById(view.scenario.anchor)?.querySelector('.answer')?.textContent ?? '';
  }

  const best = bestArm();
  return best
    ? `In this metric ${best.name} is shown to be better than every other (99 %).`
    : 'In this metric no case is shown to be better than every other (99 %).';
};

const showView = () => {
  fillControls();
  document.getElementById('explore-verdict').textContent = verdictText();
  document.getElementById('explore-table').href = `#${view.scenario.anchor}`;
  charts.values.title.textContent = `${metricOf()?.title ?? 'No metric'}, best first`;
  charts.growth.figure.hidden = !sweepOf() || !metricOf();
  charts.time.figure.hidden = !view.scenario.arms.some(arm => arm.heat);
  charts.tail.figure.hidden = !view.scenario.arms.some(arm => arm.tail);
  showSide(sides[0], view.left);
  showSide(sides[1], view.right);
};

const explorerPart = {
  mark: viewMark,
  sections: explorer ? [explorer] : [],
  place: () => explorer,
  choose: fromAddress,
  change: fromControls,
  show: showView,
};
