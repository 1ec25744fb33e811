import { expect, test } from './support/test.js';

test('opens with no network, under its policy, and tries to reach nobody', async ({ desk }) => {
  await expect(desk.page).toHaveTitle(/Fairdesk/);
  await expect(desk.page.locator('#root')).not.toBeEmpty();
  expect(new URL(desk.page.url()).searchParams.has('token')).toBe(false);
  expect(desk.cable.attempts()).toEqual([]);
});

test('refuses what the policy refuses: a style and a script from text', async ({ desk }) => {
  await expect(desk.page.locator('#root')).not.toBeEmpty();
  const refused = await desk.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    let typed = 'allowed';
    try {
      script.text = 'window.name = "ran"';
    } catch {
      typed = 'refused';
    }
    const style = document.createElement('style');
    style.textContent = '#root { display: none }';
    document.head.append(style);
    const image = new Image();
    image.src = 'https://example.com/pixel.png';
    await new Promise((resolve) => {
      image.onerror = resolve;
    });
    return { typed, violations, ran: window.name, shown: getComputedStyle(document.querySelector('#root')!).display };
  });
  expect(refused.typed).toBe('refused');
  expect(refused.ran).toBe('');
  expect(refused.shown).not.toBe('none');
  expect(refused.violations).toEqual(expect.arrayContaining(['style-src-elem', 'img-src']));
  desk.forgive(/Content Security Policy|TrustedScript|ERR_/);
});
