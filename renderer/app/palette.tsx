import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setPaletteOpen, useUiStore } from '../state/ui-store.js';
import { icon } from '../ui/icon-props.js';
import { KeyHint } from '../ui/key-hint.js';
import classes from './palette.module.css';
import type { PaletteEntry } from './palette-entry.js';
import { usePaletteEntries } from './use-palette-entries.js';

/** One field for going somewhere, finding somebody, doing something (Ctrl K). */
export function Palette() {
  const { t } = useTranslation();
  const opened = useUiStore((state) => state.paletteOpen);
  return (
    <Modal.Root
      opened={opened}
      size={560}
      yOffset={64}
      padding={0}
      centered={false}
      onClose={() => {
        setPaletteOpen(false);
      }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.palette')}>
        <PaletteBody />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody() {
  const { t } = useTranslation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const entries = usePaletteEntries(searched);
  const behind = searched !== query;
  const [awaited, setAwaited] = useState(false);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, entries.length - 1);
  const open = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    setPaletteOpen(false);
    entry.run();
  };
  useEffect(() => {
    if (awaited && !behind) open(entries[active]);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) setChosen((active + step + entries.length) % entries.length);
    else if (event.key === 'Enter' && behind)
      setAwaited(true); // who types fast means what was typed, not what is shown
    else if (event.key === 'Enter') open(entries[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={classes['field']}>
        <IconSearch {...icon} />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-label={t('shell.palette')}
          aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${String(active)}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('shell.paletteHint')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
            setAwaited(false);
          }}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Escape" />
      </div>
      <div id={listId} role="listbox" aria-label={t('shell.palette')} className={classes['list']}>
        {entries.map((entry, index) => (
          <Row
            key={entry.id}
            id={`${listId}-${String(index)}`}
            entry={entry}
            active={index === active}
            heading={entries[index - 1]?.group === entry.group ? null : entry.group}
            onOpen={() => {
              open(entry);
            }}
          />
        ))}
      </div>
      <p className={entries.length === 0 ? classes['empty'] : classes['spoken']} role="status">
        {entries.length === 0 ? t('shell.paletteEmpty') : t('shell.paletteCount', { count: entries.length })}
      </p>
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly heading: string | null;
  readonly onOpen: () => void;
}

function Row({ id, entry, active, heading, onOpen }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      {heading === null ? null : (
        <div role="presentation" className={classes['heading']}>
          {heading}
        </div>
      )}
      {/* The keys belong to the combobox field, which keeps the focus. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div ref={row} id={id} role="option" aria-selected={active} className={classes['row']} onClick={onOpen}>
        <entry.icon {...icon} />
        <span className={classes['name']}>{entry.name}</span>
        {entry.hint === null ? null : <span className={classes['hint']}>{entry.hint}</span>}
        {entry.keys === null ? null : <KeyHint keys={entry.keys} />}
      </div>
    </>
  );
}
