// The article's claims: those of one outcome, or all.
const claimsMark = '#claims?';
const claims = document.getElementById('claims');
const claimCards = claims ? [...claims.querySelectorAll('.claim')] : [];
let claimsShown = '';

const claimsPart = {
  mark: claimsMark,
  sections: claims ? [claims] : [],
  place: () => claims,
  choose: () => { claimsShown = queryAfter(claimsMark).get('show') ?? ''; },
  change: ({ target }) => {
    claimsShown = target.value;
    addressed(claimsMark, new URLSearchParams({ show: claimsShown }));
  },
  show: () => {
    const select = claims.querySelector('[name=show]');
    const isKnown = [...select.options].some(option => option.value === claimsShown);
    select.value = isKnown ? claimsShown : '';
    claimCards.forEach(card => { card.hidden = isKnown && claimsShown !== '' && !card.dataset.outcomes.split(' ').includes(claimsShown); });
    document.getElementById('claims-count').textContent = `${claimCards.filter(card => !card.hidden).length} of ${claimCards.length} claims`;
  },
};
