// The interactive part of the report. Everything it shows comes from the data block, which holds the figures of the
// tables, or from the page itself (answers, code). Text from data goes through textContent or plain(), never markup.
const section = document.getElementById('explore');
const form = document.getElementById('explore-controls');
const controls = form.elements;
const sides = [...section.querySelectorAll('.side')];
const touch = matchMedia('(pointer: coarse)');
const dark = matchMedia('(prefers-color-scheme: dark)');

const chartOf = kind => {
  const figure = document.getElementById(`explore-${kind}`);
  const [title, plot] = [figure.querySelector('h3'), figure.querySelector('.plot')];
  return { kind, figure, title, plot, visible: false, shown: null };
};

const charts = Object.fromEntries(['values', 'tail', 'growth', 'time'].map(kind => [kind, chartOf(kind)]));
let data;
let view;
