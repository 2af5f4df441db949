// What script adds to the pages: copying, printing, and everything unfolded on paper. Without it they work all the same.

const said = document.querySelector('.said');

function tell() {
  if (said) said.textContent = said.dataset.said;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Many intranets are plain HTTP, where browsers keep the clipboard away from pages.
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'hidden';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    button.focus();
  }
  tell();
}

for (const button of document.querySelectorAll('[data-copy], [data-print], [data-link]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    if ('print' in button.dataset) window.print();
    else if ('link' in button.dataset) copy(location.origin + location.pathname, button);
    else copy(document.getElementById(button.dataset.copy)?.textContent ?? '', button);
  });
}

// On the first page the chat takes the place of the form that it was given; whose guidelines bind is chosen above it.
const chat = document.querySelector('nordvis-chat:has(#region)');
chat?.addEventListener('nordvis-ready', () => {
  const region = document.getElementById('region');
  chat.before(region.closest('.field'));
  region.addEventListener('change', () => {
    if (region.value) chat.setAttribute('region', region.value);
    else chat.removeAttribute('region');
  });
}, { once: true });

let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')];
  for (const part of folded) part.open = true;
});
addEventListener('afterprint', () => {
  for (const part of folded) part.open = false;
});
