/** Words that stand one after the other in a text. */
export interface Words {
  readonly kind: 'words';
  /** As the index knows them (`termsAskedFor`); never empty. */
  readonly terms: readonly string[];
  /** Only whole words; otherwise the last one may go on: `jav` finds *Java*. */
  readonly exact: boolean;
}

/** Digits of a phone number, without what is dialled before them inside a country. */
interface Phone {
  readonly kind: 'phone';
  readonly digits: string;
}

/** What somebody looks for. */
export type Query =
  | Words
  | Phone
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query };

/** Every `words` of a query, in the order in which they stand in it. */
export function wordsIn(query: Query): readonly Words[] {
  switch (query.kind) {
    case 'words':
      return [query];
    case 'phone':
      return [];
    case 'not':
      return wordsIn(query.of);
    case 'all':
    case 'any':
      return query.of.flatMap(wordsIn);
  }
}

/** Those of them whose presence makes a hit: what is worth showing in an excerpt. */
export function wantedWordsIn(query: Query): readonly Words[] {
  if (query.kind === 'not') return [];
  return query.kind === 'all' || query.kind === 'any' ? query.of.flatMap(wantedWordsIn) : wordsIn(query);
}
