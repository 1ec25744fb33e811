import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../shared/domain/import/guess-columns.js';
import { IMPORT_FIELDS } from '../../../shared/domain/import/import-table.js';
import { createTranslator } from '../../../shared/i18n/translate.js';
import { LANGUAGES } from '../../../shared/records/primitives.js';
import { FIELD_WORDS } from './import-words.js';

describe('the words of the fields', () => {
  it.each(LANGUAGES)(
    'head the columns of a file that is saved in %s, and are known when it is read again',
    (language) => {
      const { t } = createTranslator(language);
      expect(
        guessColumns(
          IMPORT_FIELDS.map((field) => t(FIELD_WORDS[field])),
          [],
        ),
      ).toEqual(IMPORT_FIELDS);
    },
  );
});
