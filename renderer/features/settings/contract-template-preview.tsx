import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTag } from '../../../shared/domain/contract-desk.js';
import { composeContract, sampleValues } from '../../../shared/domain/contract-document.js';
import type { Wording } from '../../../shared/domain/contract-tags.js';
import type { HostErrorCode } from '../../../shared/host/errors.js';
import { ERROR_WORDS } from '../../../shared/i18n/error-words.js';
import { dateIn } from '../../../shared/lib/time.js';
import type { ContractDocument } from '../../../shared/records/contract.js';
import type { Roster } from '../../data/roster/rows.js';
import { useRoster, useSession } from '../../data/use-session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { useFormats } from '../../ui/formats.js';
import { PdfZoom } from '../../ui/pdf/pdf-zoom.js';
import { RowSkeleton } from '../../ui/row-skeleton.js';
import classes from './contract-template-editor.module.css';
import type { ContractTemplateValues } from './contract-template-values.js';

const PdfView = lazy(() => import('../../ui/pdf/pdf-view.js').then((module) => ({ default: module.PdfView })));

/** Milliseconds without a key before the contract is set again. */
const PAUSE = 350;

interface ContractTemplatePreviewProps {
  readonly values: ContractTemplateValues;
  readonly wording: Wording;
  readonly tags: readonly OwnTag[];
}

function organisationOf({ organisation }: Roster) {
  return organisation;
}

/** The contract as a PDF of the same making as the one that is sent, filled in for somebody made up. */
export function ContractTemplatePreview({ values, wording, tags }: ContractTemplatePreviewProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { zone } = useFormats();
  const organisation = useRoster(organisationOf);
  const { language, department } = values;
  const document = useMemo(() => {
    const company = organisation?.name ?? '';
    const date = dateIn(zone, session.now());
    const position = organisation?.positions[0] ?? 'Trainee';
    const sample = sampleValues({ language, company, date, department, position }, tags);
    return composeContract(wording, sample, { language, company, date }).document;
  }, [wording, tags, language, department, organisation, zone, session]);
  const shown = usePreview(document);
  const [zoom, setZoom] = useState(1);
  return (
    <section className={classes['preview']} aria-label={t('settings.contractPreview')}>
      <div className={classes['caption']}>
        <p>{t('settings.contractPreviewNote')}</p>
        <PdfZoom zoom={zoom} onZoom={setZoom} />
      </div>
      {shown.url === null ? (
        <EmptyState
          icon={shown.code === null ? IconFileText : IconAlertTriangle}
          title={shown.code === null ? t('settings.contractPreviewEmpty') : t(ERROR_WORDS[shown.code])}
        >
          {null}
        </EmptyState>
      ) : (
        <Suspense fallback={<RowSkeleton rows={10} />}>
          <PdfView
            address={shown.url}
            name={document.title}
            zoom={zoom}
            onPosition={ignore}
            failed={() => (
              <EmptyState icon={IconAlertTriangle} title={t('errors.contractCannotBeBuilt')}>
                {null}
              </EmptyState>
            )}
          />
        </Suspense>
      )}
    </section>
  );
}

interface Shown {
  readonly url: string | null;
  readonly code: HostErrorCode | null;
}
const NOTHING: Shown = { url: null, code: null };

/** What the host made of it last; the old one stays until the new one is there. */
function usePreview(document: ContractDocument): Shown {
  const { host } = useSession();
  const [shown, setShown] = useState(NOTHING);
  const isEmpty = document.title === '' || document.blocks.length === 0;
  useEffect(() => {
    if (isEmpty) return undefined;
    let wanted = true;
    const timer = window.setTimeout(() => {
      void host.call('contract.preview', { contract: document }).then((answer) => {
        if (wanted) setShown(answer.ok ? { url: answer.value.url, code: null } : { url: null, code: answer.code });
      });
    }, PAUSE);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [host, document, isEmpty]);
  return isEmpty ? NOTHING : shown;
}

function ignore(): void {
  // Which page is being read matters to nobody here.
}
