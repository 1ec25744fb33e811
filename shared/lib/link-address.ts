/** Merge fields may stand in an address, in their braces. */
const ADDRESS = String.raw`(?:https:\/\/|mailto:)(?:[^\s<>"{}]|\{[a-z-]+\})+`;

/** Where a link in a mail may lead: only these two, and the person who writes the text types them, never a candidate. */
export const LINK_ADDRESS = new RegExp(`^${ADDRESS}$`);
/** The same, to be found in running text. */
export const LINK_ADDRESSES = new RegExp(ADDRESS, 'g');
