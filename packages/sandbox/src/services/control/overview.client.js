/* eslint-env browser */
// The script of the index page: fetches the live parts and puts them in place without moving what one reads.

const INTERVAL_MS = 2000;
const element = id => document.getElementById(id);
const service = () => new FormData(element('filter')).get('service');
let pending;

/** Replaces a part where it changed, and gives the focus back to the same control in it. */
function replace(id, markup) {
  const target = element(id);
  if (target.dataset.markup === markup) return;
  const { clear, end } = target.contains(document.activeElement)
    ? document.activeElement.dataset
    : {};
  target.dataset.markup = markup;
  target.innerHTML = markup;
  if (clear) target.querySelector(`[data-clear="${clear}"]`)?.focus();
  if (end) target.querySelector(`[data-end="${end}"]`)?.focus();
}

function showRequests(parts) {
  replace('requests', parts.requests);
  element('requests').dataset.latest = parts.latest;
  element('show-new').hidden = true;
  pending = undefined;
}

/** True while new rows would push away what is being read. */
function isReading() {
  const list = element('requests');
  return (
    list.matches(':hover, :focus-within') ||
    list.getBoundingClientRect().top < 0
  );
}

async function refresh({ force = false } = {}) {
  try {
    const response = await fetch(
      `/fragments?service=${encodeURIComponent(service())}`,
    );
    if (!response.ok) throw new Error(`status ${response.status}`);
    const parts = await response.json();
    replace('services', parts.services);
    replace('faults', parts.faults);
    replace('incidents', parts.incidents);
    const fresh = parts.latest - Number(element('requests').dataset.latest);
    if (force || !isReading()) {
      showRequests(parts);
    } else if (fresh !== 0) {
      pending = parts;
      element('show-new').textContent = 'New requests, show';
      element('show-new').hidden = false;
    }
    element('age').textContent = '';
  } catch {
    element('age').textContent =
      'The sandbox does not answer; what is below is what it last said.';
  }
}

async function change(method, path, { body, note = 'age' } = {}) {
  const response = await fetch(path, {
    method,
    headers: body && { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    const { message } = await response.json();
    element(note).textContent = message;
    return;
  }
  element(note).textContent = '';
  await refresh({ force: true });
}

element('filter').addEventListener('change', () => {
  const url = new URL(window.location.href);
  url.searchParams.set('service', service());
  window.history.replaceState(undefined, '', url);
  refresh({ force: true });
});
element('filter').addEventListener('submit', event => event.preventDefault());
element('show-new').addEventListener('click', () => showRequests(pending));
element('clear-faults').addEventListener('click', () =>
  change('DELETE', '/faults'),
);
element('faults').addEventListener('click', event => {
  const id = event.target.closest('[data-clear]')?.dataset.clear;
  if (id) change('DELETE', `/faults/${id}`);
});
element('incidents').addEventListener('click', event => {
  const id = event.target.closest('[data-end]')?.dataset.end;
  if (id) change('DELETE', `/incidents/${id}`, { note: 'incident-note' });
});
element('incident-kinds').addEventListener('click', event => {
  const kind = event.target.closest('[data-start]')?.dataset.start;
  const component = element('component').value;
  if (!kind) return;
  change('POST', '/incidents', {
    body: { kind, component },
    note: 'incident-note',
  });
});
element('reset').addEventListener('click', () => {
  element('confirm').returnValue = '';
  element('confirm').showModal();
});
element('confirm').addEventListener('close', () => {
  if (element('confirm').returnValue !== 'reset') return;
  element('age').textContent = 'Resetting …';
  change('POST', '/reset');
});

const tick = async () => {
  if (!document.hidden) await refresh();
  setTimeout(tick, INTERVAL_MS);
};
setTimeout(tick, INTERVAL_MS);
