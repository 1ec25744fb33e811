import path from 'node:path';

/**
 * The folder in which everything of this laptop lies, the same for both hosts: `FAIRDESK_DATA`, or the place that the
 * operating system has for a program's data.
 */
export function dataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const chosen = environment['FAIRDESK_DATA'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  if (platform === 'win32')
    return path.join(environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Fairdesk');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Fairdesk');
  return path.join(environment['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'fairdesk');
}
