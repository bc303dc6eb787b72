import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import styles from './Navigation.module.css';

const keys = [
  ['/', 'Search'],
  ['?', 'This list'],
  ['Esc', 'Close a menu, a dialog or the search field'],
  ['Tab', 'Next link, button or field'],
  ['← → ↑ ↓', 'Move inside menus, trees and charts'],
  ['Enter', 'Open or press what is selected'],
];

/** The list of keys, opened with `?`. */
export function KeysDialog(props: { open: boolean; onClose(): void }) {
  return (
    <Dialog
      isOpen={props.open}
      onOpenChange={open => {
        if (!open) {
          props.onClose();
        }
      }}
    >
      <DialogHeader>Keys</DialogHeader>
      <DialogBody>
        <dl className={styles.keys}>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
