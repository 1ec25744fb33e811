import { CONTRACT_TAGS } from '../../../shared/domain/contract-tags.js';
import { ContractTagName, type ContractTag } from '../../../shared/records/contract.js';
import type { Problems } from '../../ui/use-checked-form.js';

/** What keeps a tag from being saved; `others` are the names of the organisation's other tags. */
export function checkContractTag({ name, label }: ContractTag, others: readonly string[]): Problems {
  const taken = [...CONTRACT_TAGS, ...others].includes(name);
  return {
    ...(label.trim() === '' ? { label: 'common.required' } : {}),
    ...(taken ? { name: 'settings.tagNameTaken' } : {}),
    ...(ContractTagName.safeParse(name).success ? {} : { name: 'settings.tagNameInvalid' }),
  };
}
