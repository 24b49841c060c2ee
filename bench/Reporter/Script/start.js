const drawings = { values: drawValues, tail: drawTail, growth: drawGrowth, time: drawTime };
let started;

// What each chart depends on; one that shows this already is not drawn again.
const contents = {
  values: ({ metric, scale }) => [metric, scale],
  tail: ({ from }) => [from],
  growth: ({ metric, scale }) => [metric, scale],
  time: () => [],
};

const contentOf = ({ kind, plot }) => JSON.stringify([
  view.scenario.anchor,
  [...view.hidden],
  plot.clientWidth,
  dark.matches,
  contents[kind](view),
]);

const isDue = chart => chart.visible && !chart.figure.hidden && chart.shown !== contentOf(chart);

// One chart a frame, and only what can be seen: the first answers at once.
let waiting = false;
const drawNext = () => {
  if (waiting || !window.Plotly || !view) return;
  const next = Object.values(charts).find(isDue);
  if (!next) return;
  next.shown = contentOf(next);
  drawings[next.kind](next);
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    drawNext();
  });
};

const verdictText = () => {
  if (view.metric === view.workload.metric) {
    return document.getElementById(view.scenario.anchor)?.querySelector('.answer')?.textContent ?? '';
  }

  const best = bestArm();
  return best
    ? `In this metric ${best.name} is shown to be better than every other (99 %).`
    : 'In this metric no case is shown to be better than every other (99 %).';
};

const show = () => {
  fillControls();
  document.getElementById('explore-verdict').textContent = verdictText();
  document.getElementById('explore-table').href = `#${view.scenario.anchor}`;
  charts.values.title.textContent = `${metricOf()?.title ?? 'No metric'}, best first`;
  charts.growth.figure.hidden = !sweepOf() || !metricOf();
  charts.time.figure.hidden = !view.scenario.arms.some(arm => arm.heat);
  charts.tail.figure.hidden = !view.scenario.arms.some(arm => arm.tail);
  showSide(sides[0], view.left);
  showSide(sides[1], view.right);
  drawNext();
};

const start = async () => {
  data = JSON.parse(await unpack('explorer-data'));
  fromAddress();
  show();
  await loadLibrary();
  drawNext();
};

const say = text => Object.values(charts).forEach(({ plot }) => { plot.textContent = text; });

const begin = () => {
  started ??= start().catch(error => say(`No interactive chart: ${error.message}. The pictures below show the same.`));
  return started;
};

const openView = async () => {
  if (!isView()) return;
  section.scrollIntoView();
  await begin();
  fromAddress();
  show();
};

const seen = new IntersectionObserver(entries => {
  entries.forEach(({ target, isIntersecting }) => {
    Object.values(charts).filter(chart => chart.figure === target).forEach(chart => { chart.visible = isIntersecting; });
    if (isIntersecting) begin();
  });
  drawNext();
}, { rootMargin: '400px' });

// Drawing changes the section's height, which is no reason to draw again.
let width = 0;
const resized = () => {
  if (section.clientWidth === width) return;
  width = section.clientWidth;
  requestAnimationFrame(drawNext);
};

// A browser that cannot unpack shows the page as it is without scripts.
if ('DecompressionStream' in window) {
  section.hidden = false;
  document.querySelectorAll('.scripted').forEach(element => { element.hidden = false; });
  Object.values(charts).forEach(({ plot }) => plot.classList.add('loading'));
  say('Drawing …');
  [section, ...Object.values(charts).map(chart => chart.figure)].forEach(element => seen.observe(element));
  new ResizeObserver(resized).observe(section);
  section.addEventListener('change', event => {
    if (!data) return;
    fromControls(event);
    show();
  });
  form.addEventListener('submit', event => event.preventDefault());
  dark.addEventListener('change', () => { if (data) show(); });
  addEventListener('hashchange', openView);
  openView();
}
