/** C17: what a waiting mail holds where the password will stand. It is made when the mail is handed over, and nowhere kept. */
export const PASSWORD_TAG = '{password}';
/** What the link to the candidate's own page says until then: a name that leads nowhere (RFC 2606). */
export const MY_PAGE_LINK = 'https://my-page.invalid/';

/** What a candidate logs in with, for as long as it takes to write the mail. */
export interface Login {
  readonly password: string;
  /** Address of the log-in page. */
  readonly page: string;
}

/** The same words with the password and the address of the page: what leaves, and what is kept by nobody here. */
export function fillLogin<Words extends { readonly text: string; readonly html: string }>(
  words: Words,
  { password, page }: Login,
): Words {
  const fill = (text: string): string => text.replaceAll(MY_PAGE_LINK, page).replaceAll(PASSWORD_TAG, password);
  return { ...words, text: fill(words.text), html: fill(words.html) };
}
