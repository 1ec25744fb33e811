import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { usePageTitle } from './use-page-title.js';

function Page({ title }: { readonly title: string }) {
  usePageTitle(title);
  return null;
}

it('names the window after the page, follows it, and names no page that is gone', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(document.createElement('div'));
  for (const title of ['Outbox', 'Postvak UIT']) {
    act(() => {
      root.render(<Page key={title} title={title} />);
    });
    expect(document.title).toBe(`${title} – Fairdesk`);
  }
  act(() => {
    root.unmount();
  });
  expect(document.title).toBe('Fairdesk');
});
