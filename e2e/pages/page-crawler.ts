import type { Browser, BrowserContext, Page } from '@playwright/test';

/** What somebody who only looks may click; what sends a form is apart. */
const CLICKABLE = 'a[href], summary, label, input:not([type=hidden]), textarea, select, button:not([type=submit])';

/** How a mail scanner sends a form that it does not understand. */
export type Sending = 'as it stands' | 'without asking the browser' | 'with everything filled in';
export const SENDINGS: readonly Sending[] = ['as it stands', 'without asking the browser', 'with everything filled in'];

let networks = 0;

/** A browser that runs scripts and follows whatever a page shows it, as the scanners of mail servers do. Each request comes from another network. */
export class PageCrawler {
  readonly #context: BrowserContext;
  readonly #page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
  }

  static async open(browser: Browser): Promise<PageCrawler> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
    await context.route('**', async (route) => {
      networks += 1;
      const network = `10.9.${(networks >> 8) & 255}.${networks & 255}`;
      await route.continue({ headers: { ...route.request().headers(), 'x-forwarded-for': network } });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return new PageCrawler(context, page);
  }

  /** Opens a page, fills in its fields by their names and sends its first form. */
  async send(address: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.#open(address);
    for (const [name, value] of Object.entries(fields)) await this.#page.locator(`[name="${name}"]`).fill(value);
    await this.#page.locator('form button').first().click();
    await this.#page.waitForLoadState();
  }

  /** Looks at everything that can be reached from these addresses without leaving their host, and clicks everything on it; answers what it saw. */
  async crawl(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (const waiting = [...addresses]; waiting.length > 0;) {
      const address = waiting.shift() ?? '';
      if (seen.has(address)) continue;
      seen.add(address);
      if (!(await this.#open(address))) continue;
      for (const href of await this.#links()) if (new URL(href).origin === new URL(address).origin) waiting.push(href);
      await this.#clickEverything(address);
    }
    return seen;
  }

  /** Sends every form of a page. */
  async submit(address: string, sending: Sending): Promise<void> {
    await this.#open(address);
    const count = await this.#page.locator('form').count();
    for (let at = 0; at < count; at += 1) {
      await this.#open(address);
      const form = this.#page.locator('form').nth(at);
      if (sending === 'with everything filled in') await form.evaluate(fillIn);
      if (sending === 'without asking the browser') await form.evaluate((one: HTMLFormElement) => one.submit());
      else await form.locator('button').first().click();
      await this.#page.waitForLoadState();
    }
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** False where it is no page, but a file to be kept. */
  async #open(address: string): Promise<boolean> {
    for (;;) {
      try {
        await this.#page.goto(address);
        return true;
      } catch (error) {
        if (String(error).includes('Download is starting')) return false;
        // What was clicked before is still on its way.
        if (!String(error).includes('interrupted by another navigation')) throw error;
      }
    }
  }

  async #links(): Promise<readonly string[]> {
    return await this.#page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, '')));
  }

  async #clickEverything(address: string): Promise<void> {
    const count = await this.#page.locator(CLICKABLE).count();
    for (let at = 0; at < count; at += 1) {
      if (this.#page.url() !== address) await this.#open(address);
      // By script: what lies below another element or out of sight is clicked too.
      await this.#page
        .locator(CLICKABLE)
        .nth(at)
        .evaluate((element) => (element as HTMLElement).click());
      await this.#page.waitForLoadState();
    }
  }
}

/** Every field, also those that nobody sees. Runs in the page. */
function fillIn(form: Element): void {
  for (const field of form.querySelectorAll('input, textarea')) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = true;
    else if (field instanceof HTMLInputElement && field.type === 'hidden') continue;
    else (field as HTMLInputElement | HTMLTextAreaElement).value = 'https://example.com';
  }
}
