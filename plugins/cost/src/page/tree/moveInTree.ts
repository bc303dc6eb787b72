const BUTTONS = 'button[aria-expanded]';

/** The button of the row above that holds this one, by how deep they are. */
function parentOf(buttons: HTMLElement[], at: number): HTMLElement | undefined {
  const depth = Number(buttons[at].dataset.depth);
  return buttons
    .slice(0, at)
    .findLast(button => Number(button.dataset.depth) < depth);
}

/**
 * The arrow keys of a tree, on the buttons that open its rows: ↑ and ↓ go to the one before and after, → opens, ←
 * closes or goes to the row that holds it. Tells whether the key was one of them.
 */
export function moveInTree(box: HTMLElement, key: string): boolean {
  const buttons = [...box.querySelectorAll<HTMLElement>(BUTTONS)];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return false;
  const open = buttons[at].getAttribute('aria-expanded') === 'true';
  switch (key) {
    case 'ArrowDown':
      buttons[at + 1]?.focus();
      return true;
    case 'ArrowUp':
      buttons[at - 1]?.focus();
      return true;
    case 'ArrowRight':
      if (open) buttons[at + 1]?.focus();
      else buttons[at].click();
      return true;
    case 'ArrowLeft':
      if (open) buttons[at].click();
      else parentOf(buttons, at)?.focus();
      return true;
    default:
      return false;
  }
}
