import addon from 'react-big-calendar/lib/addons/dragAndDrop';

type Addon = typeof addon;

/**
 * The add-on is CommonJS only. What a default import of it is depends on the bundler: the function, or what the module
 * exports, with the function in it.
 */
export const withDragAndDrop: Addon =
  typeof addon === 'function' ? addon : (addon as { readonly default: Addon }).default;
