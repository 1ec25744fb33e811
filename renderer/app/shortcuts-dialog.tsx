import { useTranslation } from 'react-i18next';
import { useShortcutStore, type Shortcut } from '../state/shortcuts.js';
import { setShortcutsOpen, useUiStore } from '../state/ui-store.js';
import { Dialog } from '../ui/dialog.js';
import { keyLabel } from '../ui/key-label.js';
import classes from './shortcuts-dialog.module.css';

/** The keys that work here and now, one key (`?`) away. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const opened = useUiStore((state) => state.shortcutsOpen);
  const entries = useShortcutStore((state) => state.entries);
  const here = entries.filter(({ scope }) => scope === 'page');
  const everywhere = entries.filter(({ scope }) => scope === 'everywhere' || scope === 'always');
  return (
    <Dialog
      opened={opened}
      title={t('shell.shortcuts')}
      onClose={() => {
        setShortcutsOpen(false);
      }}
    >
      <div className={classes['lists']}>
        {here.length === 0 ? null : <List title={t('shell.shortcutsHere')} shortcuts={here} />}
        <List title={t('shell.shortcutsEverywhere')} shortcuts={everywhere} />
      </div>
    </Dialog>
  );
}

function List({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keyLabel(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
