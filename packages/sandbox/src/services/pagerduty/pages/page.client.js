/* eslint-env browser */
// The script of an incident's page: its buttons.

const answer = document.getElementById('answer');
const person = document.getElementById('person');

async function respond({ incident, status }) {
  const response = await fetch(`/pages/incidents/${incident}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status, userId: person.value }),
  });
  if (response.ok) window.location.reload();
  else answer.textContent = `That did not work: ${await response.text()}`;
}

for (const button of document.querySelectorAll('button[data-incident]')) {
  button.addEventListener('click', () => respond(button.dataset));
}
