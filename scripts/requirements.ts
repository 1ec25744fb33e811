import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './program.js';
import { requirementsPage } from './requirements/page.js';
import { testsByRule } from './requirements/tests-by-rule.js';

writeFileSync(path.join(ROOT, 'docs', 'requirements.md'), await requirementsPage(testsByRule(ROOT)));
