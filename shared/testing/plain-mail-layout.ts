/** A layout as small as one can be, for whatever does not ask MJML. */
export function plainMailLayout() {
  return {
    before: '<html><body>',
    words: ['<div>', '</div>'] satisfies [string, string],
    button: ['<a href="', '">', '</a>'] satisfies [string, string, string],
    divider: '<hr>',
    after: '</body></html>',
  };
}
