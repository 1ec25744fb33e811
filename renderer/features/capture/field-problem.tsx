import { useTranslation } from 'react-i18next';
import type { CaptureProblem } from '../../../shared/domain/capture.js';
import type { MessageKey } from '../../../shared/i18n/translate.js';
import { FieldError } from '../../ui/field-error.js';

const WORDS = {
  'name-missing': 'capture.nameMissing',
  'contact-missing': 'capture.contactMissing',
  'email-invalid': 'common.invalidEmail',
  'phone-invalid': 'capture.phoneInvalid',
  'too-long': 'common.tooLong',
} as const satisfies Record<CaptureProblem['code'], MessageKey>;

/** What is wrong with a field, in words; null draws nothing. */
export function fieldProblem(code: CaptureProblem['code'] | null, limit: number) {
  return code === null ? null : <FieldProblem code={code} limit={limit} />;
}

function FieldProblem({ code, limit }: { readonly code: CaptureProblem['code']; readonly limit: number }) {
  const { t } = useTranslation();
  return <FieldError>{t(WORDS[code], { max: limit })}</FieldError>;
}
