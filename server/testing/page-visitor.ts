import type { App } from '../http/service.js';
import { TRAP } from '../pages/form-fields.js';

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

let visitors = 0;

/** Somebody with a browser that knows nothing of the program: asks for pages and sends their forms, each from a network of its own unless it is said. */
export class PageVisitor {
  readonly #app: App;
  readonly #address: string;
  /** What the host asked to be given back, as a browser does. */
  cookie = '';

  constructor(app: App, address: string | null = null) {
    this.#app = app;
    visitors += 1;
    this.#address = address ?? `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
  }

  async ask(
    method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'TRACE',
    url: string,
    { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
  ): Promise<Answered> {
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    const [set] = [response.headers['set-cookie'] ?? []].flat();
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    const lasting = Object.fromEntries(Object.entries(response.headers).filter(([name]) => name !== 'date'));
    return { status: response.statusCode, text: response.body, bytes: response.rawPayload, headers: lasting };
  }

  async see(url: string): Promise<Answered> {
    return await this.ask('GET', url);
  }

  /** Opens a form, fills it in and sends it as a browser does. */
  async send(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ): Promise<Answered> {
    return await this.#post(url, (await this.see(url)).text, { fields, headers });
  }

  /** The same for one of several forms of a page, by where it is sent to. */
  async sendForm(url: string, action: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
    return await (
      await this.open(url, action)
    )(fields);
  }

  /** Opens a page, which stays open until one of its forms is sent. */
  async open(url: string, action: string): Promise<(fields: Readonly<Record<string, string>>) => Promise<Answered>> {
    const [, form = ''] = (await this.see(url)).text.split(`action="${action}"`);
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    return (fields) => this.#post(action, form, { fields, headers });
  }

  /** Sends the form of a page that stands there already, by where it is sent to. */
  async submit(action: string, page: Answered, fields: Readonly<Record<string, string>>): Promise<Answered> {
    const [, form = ''] = page.text.split(`action="${action}"`);
    return await this.#post(action, form, { fields, headers: { origin: 'null', 'sec-fetch-site': 'same-origin' } });
  }

  async #post(
    url: string,
    form: string,
    {
      fields,
      headers,
    }: { readonly fields: Readonly<Record<string, string>>; readonly headers: Readonly<Record<string, string>> },
  ): Promise<Answered> {
    return await this.ask('POST', url, {
      headers,
      body: new URLSearchParams({ ...hiddenIn(form), [TRAP]: '', ...fields }).toString(),
    });
  }
}

/** What a form sends along that nobody types. */
function hiddenIn(page: string): Readonly<Record<string, string>> {
  const [form = ''] = page.split('</form>');
  const found = form.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescape(value)]));
}

function unescape(text: string): string {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign as keyof typeof signs]);
}

export function nonceIn(page: string): string {
  return /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
