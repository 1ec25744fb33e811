/** Pixels that a toast takes up at the foot of a list, as `--fd-toast-room` of the tokens: the keyboard's row stays clear of it. */
export const TOAST_ROOM = 78;
