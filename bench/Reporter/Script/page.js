// The interactive parts of the report. Everything they show comes from the data block, which holds the figures of the
// tables, or from the page itself (answers, code). Text from data goes through textContent or plain(), never markup.
const touch = matchMedia('(pointer: coarse)');
const dark = matchMedia('(prefers-color-scheme: dark)');
let data;

// What the address says after one of the marks of the parts; a part has its view in it, and so has a link to it.
const queryAfter = mark => new URLSearchParams(location.hash.startsWith(mark) ? location.hash.slice(mark.length) : '');
const addressed = (mark, query) => history.replaceState(null, '', mark + query);
