import { parseArgs } from 'node:util';
import type { Database } from '../database/database.js';
import { CommandProblem, COMMANDS, type Command, type OptionName, type Options } from './commands.js';

export interface CommandLine {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: Options;
}

/** Reads an administrator's command line; a text is what is wrong with it, and null asks for help. */
export function readCommandLine(args: readonly string[]): CommandLine | string | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        user: { type: 'string' },
        wipe: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, ...options } = values;
    if (help === true || positionals[0] === 'help') return null;
    const [first = '', second = ''] = positionals;
    const two = COMMANDS[`${first} ${second}`];
    const command = two ?? COMMANDS[first];
    if (first === '') return 'a command is missing';
    if (command === undefined) return `there is no command "${positionals.join(' ')}"`;
    const words = positionals.slice(two === undefined ? 1 : 2);
    const tooMany = words.slice(command.takes);
    if (tooMany.length > 0) return `not understood: "${tooMany.join(' ')}" (usage: ${command.usage})`;
    const given = Object.keys(options) as OptionName[];
    const meaningless = given.find((name) => !command.options.includes(name));
    if (meaningless !== undefined) return `--${meaningless} means nothing here (usage: ${command.usage})`;
    return { command, words, options };
  } catch (error) {
    return error instanceof Error ? error.message : 'the command line cannot be read';
  }
}

/** Runs a command; answers what it says, and the exit code. */
export async function runCommand(
  database: Database,
  { command, words, options }: CommandLine,
  now: number,
): Promise<{ readonly lines: readonly string[]; readonly exitCode: 0 | 1 }> {
  try {
    return { lines: await command.run({ database, words, options, now }), exitCode: 0 };
  } catch (error) {
    if (error instanceof CommandProblem) return { lines: [error.message, `usage: ${command.usage}`], exitCode: 1 };
    throw error;
  }
}

export function helpLines(): readonly string[] {
  const commands = Object.values(COMMANDS);
  const width = Math.max(...commands.map(({ usage }) => usage.length)) + 2;
  return [
    'npm run server                   runs the server',
    'npm run server -- <command>      users, invite, devices, erase: with --organisation <id or name> where there are several',
    '',
    ...commands.map(({ usage, does }) => `  ${usage.padEnd(width)}${does}`),
  ];
}
