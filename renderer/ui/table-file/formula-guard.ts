/**
 * What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection): also behind white space, in the wide forms
 * of East Asian keyboards, and over several lines, which the library's own pattern does not reach.
 */
export const FORMULA = /^[\s\0\uFEFF]*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n\0]/u;
