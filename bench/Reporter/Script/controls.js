const optionOf = ([value, text], chosen) => {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = cut(text, 120);
  option.selected = value === String(chosen);
  return option;
};

const fill = (select, options, chosen) => select.replaceChildren(...options.map(option => optionOf(option, chosen)));

// The marker of a model, as in the charts.
const outlines = {
  circle: 'M8 1a7 7 0 1 0 .01 0Z',
  square: 'M2 2h12v12H2Z',
  'triangle-up': 'M8 1 15 14H1Z',
  'triangle-down': 'M1 2h14L8 15Z',
  diamond: 'M8 0 16 8 8 16 0 8Z',
};

const glyph = model => {
  const [svg, path] = ['svg', 'path'].map(name => document.createElementNS('http://www.w3.org/2000/svg', name));
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', outlines[model.shape]);
  path.setAttribute('fill', colourOf(model));
  svg.append(path);
  return svg;
};

const modelBox = (model, hidden) => {
  const [label, box, name] = ['label', 'input', 'span'].map(kind => document.createElement(kind));
  box.type = 'checkbox';
  box.name = 'model';
  box.value = model.id;
  box.checked = !hidden.has(model.id);
  name.textContent = cut(model.id, 60);
  label.append(box, glyph(model), name);
  return label;
};

// Boxes are made anew, and the one that was just pressed keeps the keyboard.
const fillModels = (group, arms, hidden) => {
  const used = new Set(arms.map(arm => arm.model));
  const focused = group.contains(document.activeElement) ? document.activeElement.value : null;
  const boxes = data.models.filter((_, index) => used.has(index)).map(model => modelBox(model, hidden));
  group.replaceChildren(group.firstElementChild, ...boxes);
  if (focused !== null) boxes.find(box => box.firstElementChild.value === focused)?.firstElementChild.focus();
};

const metricOption = index => {
  const { id, title } = data.metrics[index];
  return [id, index === view.workload.metric ? `${title} (what matters here)` : title];
};

const fillControls = () => {
  const workloads = data.workloads.map((workload, index) => [String(index), workload.title]);
  fill(controls.workload, workloads, data.workloads.indexOf(view.workload));
  fill(controls.scenario, view.workload.scenarios.map(({ anchor, place }) => [anchor, place]), view.scenario.anchor);
  fill(controls.metric, metricsOf(view.scenario).map(metricOption), metricOf()?.id);
  controls.scale.value = view.scale;
  controls.from.value = view.from;
  const arms = view.workload.scenarios.flatMap(scenario => scenario.arms);
  fillModels(explorer.querySelector('.models'), arms, view.hidden);
  const names = lanes().map(arm => [arm.name, arm.name]);
  fill(controls.left, names, view.left?.name);
  fill(controls.right, names, view.right?.name);
};

const hiddenAfter = (before, target) => {
  const hidden = new Set(before);
  if (target.name === 'model') hidden[target.checked ? 'delete' : 'add'](target.value);
  return hidden;
};

const fromControls = ({ target }) => {
  const hidden = hiddenAfter(view.hidden, target);
  const [scale, from] = [controls.scale.value, controls.from.value];
  const rest = target.name === 'workload'
    ? { workload: data.workloads[target.value] }
    : {
      scenario: controls.scenario.value,
      metric: controls.metric.value,
      left: controls.left.value,
      right: controls.right.value,
    };
  choose({ ...rest, scale, from, hidden });
  toAddress();
};
