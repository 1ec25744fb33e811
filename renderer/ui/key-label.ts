const APPLE = /mac|iphone|ipad/i;

const NAMES: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A shortcut as people of this machine write it: `Mod+K` is `Ctrl K`, on a Mac `⌘K`. */
export function keyLabel(keys: string, platform: string = navigator.platform): string {
  const apple = APPLE.test(platform);
  const parts = keys.split('+').map((key) => {
    if (key === 'Mod') return apple ? '⌘' : 'Ctrl';
    if (key === 'Shift') return apple ? '⇧' : 'Shift';
    return NAMES[key] ?? key;
  });
  return parts.join(apple ? '' : ' ');
}
