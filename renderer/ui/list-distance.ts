const TO_THE_END = Number.MAX_SAFE_INTEGER;

/** How many rows a key moves the cursor of a list, `page` rows filling its window; null for a key that moves nothing. */
export function listDistance(key: string, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -TO_THE_END;
    case 'End':
      return TO_THE_END;
    default:
      return null;
  }
}
