import type { Browser, Locator, Page } from '@playwright/test';

/** What can be clicked without leaving the page or sending a form. */
const STAYING = 'summary, label, input:not([type=hidden]), textarea, select, button:not([type=submit])';

/** How a mail scanner sends a form that it does not understand. */
export const SENDINGS = ['as it stands', 'without asking the browser', 'with everything filled in'] as const;
/** As somebody would who sees the page, and chooses the last of everything. */
export const CLICKED = 'after clicking all that it sees';
export type Sending = (typeof SENDINGS)[number] | typeof CLICKED;

let networks = 0;

/**
 * A browser that runs scripts and follows whatever a page shows it, as the scanners of mail servers do. Each address is
 * asked for from another network, else the host would soon let it wait.
 */
export class PageCrawler {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<PageCrawler> {
    return new PageCrawler(await browser.newPage({ viewport: { width: 390, height: 844 }, acceptDownloads: true }));
  }

  /** Opens a page, fills in its fields by their names and sends its first form. */
  async send(address: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.#goto(address);
    for (const [name, value] of Object.entries(fields)) await this.#page.locator(`[name="${name}"]`).fill(value);
    await this.#leave(() => this.#page.locator('form button').first().click());
  }

  /**
   * Looks at everything that can be reached from these addresses without leaving their host, and clicks everything on it.
   * Answers the paths of what it saw.
   */
  async crawl(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (const waiting = [...addresses]; waiting.length > 0;) {
      const address = waiting.shift() ?? '';
      const { pathname } = new URL(address);
      if (seen.has(pathname)) continue;
      seen.add(pathname);
      if (await this.#goto(address)) waiting.push(...(await this.#clickEverything(address)));
    }
    return seen;
  }

  /** Sends every form of a page. Answers how many have left: the browser keeps one that lacks something. */
  async submit(address: string, sending: Sending): Promise<number> {
    await this.#goto(address);
    const forms = await this.#page.locator('form').count();
    let sent = 0;
    for (let at = 0; at < forms; at += 1) {
      await this.#goto(address);
      const form = this.#page.locator('form').nth(at);
      if (sending === 'with everything filled in') await form.evaluate(fillIn);
      if (sending === CLICKED) await form.evaluate(clickAllSeen);
      const isAsked = sending !== 'without asking the browser';
      if (isAsked && !(await form.evaluate(isValid))) continue;
      await this.#leave(() => (isAsked ? press(form.locator('button').first()) : form.evaluate(submitUnasked)));
      sent += 1;
    }
    return sent;
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  /** Answers whether a page is there: a file to be kept leaves the window as it was. */
  async #goto(address: string): Promise<boolean> {
    await this.#comeFromElsewhere();
    try {
      await this.#page.goto(address);
      return true;
    } catch (error) {
      if (String(error).includes('Download is starting')) return false;
      throw error;
    }
  }

  /** Answers where the links lead that stay with this host. */
  async #clickEverything(address: string): Promise<readonly string[]> {
    for (const element of await this.#page.locator(STAYING).all()) await press(element);
    const targets = await this.#page.locator('a[href]').evaluateAll(leadsTo);
    const isHere = (target: string): boolean => new URL(target).origin === new URL(address).origin;
    for (const [at, target] of targets.entries()) {
      if (!isHere(target)) continue;
      await this.#goto(address);
      await this.#leave(() => press(this.#page.locator('a[href]').nth(at)));
    }
    return targets.filter(isHere);
  }

  /** Waits for what the step leads to: another page, a place of this one, or a file. */
  async #leave(step: () => Promise<unknown>): Promise<void> {
    await this.#comeFromElsewhere();
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    this.#page.once('framenavigated', arrive);
    this.#page.once('download', arrive);
    await step();
    await arrived;
    this.#page.off('framenavigated', arrive);
    this.#page.off('download', arrive);
  }

  async #comeFromElsewhere(): Promise<void> {
    networks += 1;
    const network = `10.9.${(networks >> 8) & 255}.${networks & 255}`;
    await this.#page.setExtraHTTPHeaders({ 'x-forwarded-for': network });
  }
}

/** By script: what lies below another element or out of sight is clicked too. */
async function press(element: Locator): Promise<void> {
  await element.evaluate((one) => {
    (one as HTMLElement).click();
  });
}

// These run in the page.

function leadsTo(links: readonly Element[]): readonly string[] {
  return links.map((link) => (link as HTMLAnchorElement).href);
}

/** What was hidden when it came stays as it is. */
function clickAllSeen(form: Element): void {
  const seen = [...form.querySelectorAll<HTMLElement>('input, textarea')].filter((one) => one.checkVisibility());
  for (const one of seen.filter((field) => field.getBoundingClientRect().left >= 0)) one.click();
}

function isValid(form: Element): boolean {
  return (form as HTMLFormElement).checkValidity();
}

function submitUnasked(form: Element): void {
  (form as HTMLFormElement).submit();
}

/** Every field, also those that nobody sees. */
function fillIn(form: Element): void {
  for (const field of form.querySelectorAll('input, textarea')) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = true;
    else if (field instanceof HTMLInputElement && field.type === 'hidden') continue;
    else
      (field as HTMLInputElement | HTMLTextAreaElement).value =
        field.getAttribute('type') === 'email' ? 'scanner@example.com' : 'https://example.com';
  }
}
