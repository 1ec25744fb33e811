import { useEffect, useRef, useState } from 'react';
import { mapColumn, type ColumnMapping, type ImportField } from '../../../shared/domain/import/import-table.js';
import type { ImportPlan, ImportSettings } from '../../../shared/domain/import/plan-import.js';
import type { Failure } from '../../../shared/lib/result.js';
import type { FairId } from '../../../shared/records/primitives.js';
import { useSession } from '../../data/use-session.js';
import { forgetImport, useImportRequest } from '../../state/import-request.js';
import {
  AS_RECOGNISED,
  holdFile,
  readFile,
  type FileProblem,
  type HeldFile,
  type ReadFile,
  type ReadOptions,
} from './open-file.js';
import { runImport, type ImportOutcome } from './run-import.js';

/** As what the people are filed. */
export interface FilingSettings extends Omit<ImportSettings, 'mapping'> {
  readonly fairId: FairId | null;
}

/** A file and what was read in it. */
export interface OpenImport {
  readonly file: HeldFile;
  readonly options: ReadOptions;
  readonly read: ReadFile;
  readonly mapping: ColumnMapping;
}

export type ImportStep =
  | { readonly kind: 'choose'; readonly problem: Failure<FileProblem> | null; readonly name: string }
  | { readonly kind: 'columns'; readonly open: OpenImport; readonly problem: Failure<FileProblem> | null }
  | { readonly kind: 'check'; readonly open: OpenImport; readonly outcome: ImportOutcome | null }
  | { readonly kind: 'running'; readonly open: OpenImport; readonly share: number; readonly total: number }
  | { readonly kind: 'done'; readonly open: OpenImport; readonly outcome: ImportOutcome };

export interface ImportControl {
  readonly step: ImportStep;
  readonly settings: FilingSettings;
  readonly take: (file: File) => void;
  readonly change: (settings: Partial<FilingSettings>) => void;
  readonly readAs: (options: Partial<ReadOptions>) => void;
  readonly map: (column: number, field: ImportField | null) => void;
  readonly check: () => void;
  readonly back: () => void;
  /** To the beginning, with another file. */
  readonly restart: () => void;
  readonly run: (plan: ImportPlan, onDone: (outcome: ImportOutcome) => void) => void;
  readonly stop: () => void;
}

const EMPTY: ImportStep = { kind: 'choose', problem: null, name: '' };

/** One import from its file to its result. The file is held in memory until the page is left. */
export function useImport(first: FilingSettings): ImportControl {
  const [step, setStep] = useState<ImportStep>(EMPTY);
  const [settings, setSettings] = useState(first);
  const { run, stop } = useRun(setStep);
  const take = (file: File): void => void openFile(file).then(setStep);
  useRequested(take);
  const open = 'open' in step ? step.open : null;
  return {
    step,
    settings,
    take,
    change(changed) {
      setSettings((before) => ({ ...before, ...changed }));
    },
    readAs(options) {
      if (open !== null) void readAgain(open, { ...open.options, ...options }).then(setStep);
    },
    map(column, field) {
      if (open === null) return;
      setStep({ kind: 'columns', open: { ...open, mapping: mapColumn(open.mapping, column, field) }, problem: null });
    },
    check() {
      if (open !== null) setStep({ kind: 'check', open, outcome: null });
    },
    back() {
      if (open !== null) setStep({ kind: 'columns', open, problem: null });
    },
    restart() {
      setStep(EMPTY);
    },
    run(plan, onDone) {
      if (open !== null) void run(open, plan, onDone);
    },
    stop,
  };
}

async function openFile(file: File): Promise<ImportStep> {
  const { name } = file;
  const held = await holdFile(file);
  if (!held.ok) return { kind: 'choose', problem: held, name };
  const read = await readFile(held.value, AS_RECOGNISED);
  if (!read.ok) return { kind: 'choose', problem: read, name };
  const open = { file: held.value, options: AS_RECOGNISED, read: read.value, mapping: read.value.guessed };
  return { kind: 'columns', open, problem: null };
}

/** What cannot be read like that stays as it was read before, with the reason. */
async function readAgain(open: OpenImport, options: ReadOptions): Promise<ImportStep> {
  const read = await readFile(open.file, options);
  if (!read.ok) return { kind: 'columns', open, problem: read };
  return { kind: 'columns', open: { ...open, options, read: read.value, mapping: read.value.guessed }, problem: null };
}

/** A file that was dropped on another page. */
function useRequested(take: (file: File) => void): void {
  const { file } = useImportRequest();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (file === null) return;
    forgetImport();
    latest.current(file);
  }, [file]);
}

interface Asked {
  readonly plan: ImportPlan;
  readonly actionId: string;
}

/** Files the plan. After a lost answer the same plan is asked for again, under the same name, so that nobody is filed twice. */
function useRun(setStep: (step: ImportStep) => void) {
  const session = useSession();
  const going = useRef(true);
  const unanswered = useRef<Asked | null>(null);
  const run = async (open: OpenImport, shown: ImportPlan, onDone: (outcome: ImportOutcome) => void): Promise<void> => {
    const asked = unanswered.current ?? { plan: shown, actionId: session.newId() };
    const total = asked.plan.filed.length + asked.plan.added.length;
    going.current = true;
    setStep({ kind: 'running', open, share: 0, total });
    const outcome = await runImport(session, asked.plan, asked.actionId, (share) => {
      setStep({ kind: 'running', open, share, total });
      return going.current;
    });
    unanswered.current = outcome.code === 'commit/unknown' ? asked : null;
    if (outcome.saved === null || outcome.code === 'commit/unknown') {
      setStep({ kind: 'check', open, outcome });
      return;
    }
    setStep({ kind: 'done', open, outcome });
    onDone(outcome);
  };
  const stop = (): void => {
    going.current = false;
  };
  return { run, stop };
}
