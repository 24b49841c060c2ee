// What is drawn where, and when: what is on the screen at once, one chart a frame, and what is near it when the page has
// nothing else to do. A chart that shows its content already is not drawn again.
const stage = [];

const chartIn = (figure, { draw, content }) => {
  const [title, plot] = [figure.querySelector('h3'), figure.querySelector('.plot')];
  const chart = { figure, title, plot, draw, content, near: false, seen: false, shown: null, width: 0 };
  stage.push(chart);
  return chart;
};

const contentOf = chart => JSON.stringify([chart.width, dark.matches, chart.content()]);
const isDue = chart => chart.near && chart.width > 0 && !chart.figure.hidden && chart.shown !== contentOf(chart);

const whenIdle = window.requestIdleCallback ?? (act => setTimeout(act, 50));
let frame = 0;
let idle = false;

const drawOne = () => {
  const due = stage.filter(isDue);
  const next = due.find(chart => chart.seen) ?? due[0];
  if (!next) return;
  next.shown = contentOf(next);
  next.draw(next);
  drawNext();
};

const drawNext = () => {
  if (!window.Plotly || !data || frame) return;
  if (stage.some(chart => chart.seen && isDue(chart))) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      drawOne();
    });
  } else if (!idle && stage.some(isDue)) {
    idle = true;
    whenIdle(() => {
      idle = false;
      if (!frame) drawOne();
    });
  }
};

// Widths are told, not asked for: asking lays the page out anew. Drawing changes heights, which is no reason to draw again.
const resized = new ResizeObserver(entries => {
  entries.forEach(({ target }) => {
    stage.filter(chart => chart.plot === target).forEach(chart => { chart.width = target.clientWidth; });
  });
  requestAnimationFrame(drawNext);
});

const watcher = (state, margin, then) => new IntersectionObserver(entries => {
  entries.forEach(({ target, isIntersecting }) => {
    stage.filter(chart => chart.figure === target).forEach(chart => { chart[state] = isIntersecting; });
  });
  if (entries.some(entry => entry.isIntersecting)) then();
  drawNext();
}, { rootMargin: margin });

const say = text => stage.forEach(({ plot }) => { plot.textContent = text; });
