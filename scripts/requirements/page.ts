import { format } from 'prettier';
import { CHAPTERS } from './rules.js';
import type { NamedTest } from './tests-by-rule.js';

const HEAD = `# Requirements, and what holds them

Fairdesk does what EasyCruit's applicant handling does, as numbered rules: R1–R104 for what it does, C1–C36 for the rulings where
its own pages contradict each other or say nothing. A test that holds a rule bears its number in its name. This page is made from
those names by \`npm run requirements\`; \`npm test\` fails when it is out of date, or when a rule has no test.`;

/** `docs/requirements.md`: every rule with the tests that prove it. */
export function requirementsPage(tests: ReadonlyMap<string, readonly NamedTest[]>): Promise<string> {
  const chapters = CHAPTERS.map(({ title, rules }) =>
    [`## ${title}`, ...Object.entries(rules).map(([rule, text]) => entry(rule, text, tests.get(rule) ?? []))].join(
      '\n\n',
    ),
  );
  return format([HEAD, ...chapters].join('\n\n'), { parser: 'markdown' });
}

function entry(rule: string, text: string, tests: readonly NamedTest[]): string {
  return [`**${rule}** ${text}`, tests.map(line).join('\n')].filter((part) => part !== '').join('\n\n');
}

function line({ file, name }: NamedTest): string {
  return `- ${inCode(name)} · [${file.slice(file.lastIndexOf('/') + 1)}](../${file})`;
}

/** A name as code, whatever it holds: names may have back-ticks of their own. */
function inCode(name: string): string {
  return name.includes('`') ? `\`\` ${name} \`\`` : `\`${name}\``;
}
