import type { Page } from '@playwright/test';

/** The words on a page that are not to be seen whole: cut by a box that does not scroll, or lying outside of the window. */
export function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((translated) => {
    const SLACK = 1.5; // rounding of the text's own box
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      // What people typed may end in an ellipsis, and what is told whole in a tooltip; the program's other words may not.
      if (parent === null || !text.includes(translated) || parent.closest('[title]') !== null) continue;
      if (parent.getBoundingClientRect().bottom <= 0) continue; // above the page until it has the focus
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (isCut(box, parent)) found.add(`${text.trim()} ${pathOf(parent)}`);
    }
    return [...found];

    function isCut(box: DOMRect, parent: Element): boolean {
      for (let around: Element | null = parent; around !== null; around = around.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        if (clipPath !== 'none' || (frame.width <= 1 && frame.height <= 1)) return false; // for screen readers only
        const cutAcross = box.right > frame.right + SLACK || box.left < frame.left - SLACK;
        const cutDown = box.bottom > frame.bottom + SLACK || box.top < frame.top - SLACK;
        if (scrolls(overflowX) && cutAcross) return false;
        if (scrolls(overflowY) && cutDown) return false;
        if (overflowX !== 'visible' && cutAcross) return true;
        if (overflowY !== 'visible' && cutDown) return true;
      }
      return false;
    }

    function scrolls(overflow: string): boolean {
      return overflow === 'auto' || overflow === 'scroll';
    }

    function pathOf(element: Element): string {
      const names: string[] = [];
      for (let at: Element | null = element; at !== null && names.length < 4; at = at.parentElement)
        names.unshift(at.tagName.toLowerCase() + [...at.classList].map((name) => `.${name}`).join(''));
      return names.join(' > ');
    }
  }, '\u200b');
}
