// Every part is a section, or several, that a mark in the address leads to.
const parts = [explorerPart, capacityPart, besidePart, claimsPart].filter(part => part.sections.length > 0);
let started;

// Claims stand in the page: they wait for neither data nor library.
const isReady = part => data || part === claimsPart;

const showNow = part => {
  part.show();
  drawNext();
};

const start = async () => {
  data = JSON.parse(await unpack('explorer-data'));
  parts.forEach(part => {
    part.choose();
    part.show();
  });
  await loadLibrary();
  drawNext();
};

const begin = () => {
  started ??= start().catch(error => say(`No interactive chart: ${error.message}. The pictures show the same.`));
  return started;
};

const openView = async () => {
  const part = parts.find(({ mark }) => location.hash.startsWith(mark));
  if (!part) return;
  if (!isReady(part)) await begin();
  part.choose();
  showNow(part);
  part.place().scrollIntoView();
};

// A browser that cannot unpack shows the page as it is without scripts.
if ('DecompressionStream' in window) {
  document.querySelectorAll('.scripted').forEach(element => { element.hidden = false; });
  document.querySelectorAll('.unscripted').forEach(element => { element.hidden = true; });
  stage.forEach(({ plot }) => plot.classList.add('loading'));
  say('Drawing …');
  const [near, seen] = [watcher('near', '400px', begin), watcher('seen', '0px', begin)];
  stage.forEach(({ figure, plot }) => {
    [near, seen].forEach(observer => observer.observe(figure));
    resized.observe(plot);
  });
  parts.forEach(part => part.sections.forEach(section => {
    section.addEventListener('change', event => {
      if (!isReady(part)) return;
      part.change(event);
      showNow(part);
    });
    section.querySelectorAll('form').forEach(form => form.addEventListener('submit', event => event.preventDefault()));
  }));
  dark.addEventListener('change', () => { parts.filter(isReady).forEach(showNow); });
  addEventListener('hashchange', openView);
  parts.filter(isReady).forEach(part => {
    part.choose();
    part.show();
  });
  openView();
}
