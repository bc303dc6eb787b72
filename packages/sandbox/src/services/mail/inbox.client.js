/* eslint-env browser */
// The script of the inbox page: new mails appear in the list.

const INTERVAL_MS = 3000;
const list = document.getElementById('list');
const current = new URLSearchParams(window.location.search).get('message');
let shown;

async function refresh() {
  try {
    const response = await fetch(
      `/fragments?message=${encodeURIComponent(current ?? '')}`,
    );
    const markup = await response.text();
    const isReading = list.matches(':hover, :focus-within');
    if (response.ok && markup !== shown && !isReading) {
      shown = markup;
      list.innerHTML = markup;
    }
  } catch {
    // The sandbox is away; what is shown stays, and the next round asks again.
  }
  setTimeout(refresh, INTERVAL_MS);
}
setTimeout(refresh, INTERVAL_MS);
