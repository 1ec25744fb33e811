import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setPaletteOpen } from '../state/ui-store.js';
import { icon } from '../ui/icon-props.js';
import { KeyHint } from '../ui/key-hint.js';
import { ConnectionMenu } from './connection-menu.js';
import { Mark } from '../ui/mark.js';
import { DemoMark } from './demo-mark.js';
import classes from './title-bar.module.css';

/** Mark, search, connection. In the Electron window it is also what the window is dragged by. */
export function TitleBar() {
  const { t } = useTranslation();
  return (
    <header className={classes['bar']}>
      <div className={classes['mark']}>
        <Mark />
      </div>
      <button
        type="button"
        className={classes['find']}
        aria-keyshortcuts="Control+K"
        title={t('shell.search')} // where there is room for the glass only
        onClick={() => {
          setPaletteOpen(true);
        }}
      >
        <IconSearch {...icon} />
        <span>{t('shell.search')}</span>
        <KeyHint keys="Mod+K" />
      </button>
      <div className={classes['end']}>
        <DemoMark />
        <ConnectionMenu />
      </div>
    </header>
  );
}
