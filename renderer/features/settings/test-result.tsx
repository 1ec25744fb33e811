import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { icon } from '../../ui/icon-props.js';
import classes from './test-result.module.css';

/** What the test of an account found, in our words and, below them, in others'. */
export interface TestFinding {
  readonly tone: 'running' | 'good' | 'bad';
  readonly words: string;
  readonly detail?: string | null;
}

/** Stands above the buttons of the form and is read out when it changes. */
export function TestResult({ finding }: { readonly finding: TestFinding | null }) {
  return (
    <div className={classes['result']} role="status">
      {finding === null ? null : <Finding {...finding} />}
    </div>
  );
}

function Finding({ tone, words, detail = null }: TestFinding) {
  if (tone === 'running') return <p className={classes['running']}>{words}</p>;
  return (
    <div className={classes[tone]}>
      {tone === 'good' ? <IconCheck {...icon} /> : <IconAlertTriangle {...icon} />}
      <div>
        <p>{words}</p>
        {detail === null ? null : <small>{detail}</small>}
      </div>
    </div>
  );
}
