/** Pixels of a row of two lines; as in `two-line-list.module.css`. */
export const TWO_LINE_ROW = 58;
