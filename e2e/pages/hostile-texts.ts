/** What would run, load, send or redraw something if a page took it for more than text. Each calls `ran()` where it can. */
const BODIES = [
  '<script>ran()</script>',
  '<ScRiPt src=//example.com/x.js></sCrIpT>',
  '<img src=x onerror=ran()>',
  '<svg onload=ran()>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.ran()</script>">',
  '<object data=data:text/html,x>',
  '<a href="javascript:ran()">here</a>',
  '<form action=//example.com><button>Go</button></form>',
  '<input autofocus onfocus=ran()>',
  '<details open ontoggle=ran()>',
  '<base href=//example.com/>',
  '<meta http-equiv=refresh content="0;url=//example.com">',
  '<link rel=stylesheet href=//example.com/x.css>',
  '<style>*{display:none}</style>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=ran()>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<template><img src=x onerror=ran()></template>',
  '<b onmouseover=ran()>over</b>',
  ' onfocus=ran() autofocus x=',
  'javascript:ran()',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '&#x3c;img src=x onerror=ran()&#x3e;',
  '+ADw-script+AD4-ran()+ADw-/script+AD4-',
  '${ran()} {{ran()}} <%= ran() %> #{ran()}',
] as const;

/** What would end the place that a text stands in, or hide how it ends. */
const BREAKS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '`>',
  '</textarea>',
  '</title>',
  '</bdi></dd></dl>',
  '</p></section></main></body></html>',
  '-->',
  '<!--',
  ']]>',
  '<![CDATA[',
  '\\"',
  '%22%3E',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\r\n\r\n',
] as const;

const ENDS = ['', '"', '<!--', '</script>', '<x '] as const;
const CASES = [(text: string) => text, (text: string) => text.toUpperCase()] as const;

/** 5,000 of them: 25 bodies, each behind 20 breaks, before 5 ends and in two cases. */
export const HOSTILE_TEXTS: readonly string[] = BODIES.flatMap((body) =>
  BREAKS.flatMap((before) => ENDS.flatMap((after) => CASES.map((write) => before + write(body) + after))),
);
