/** The DOM id of the table, which takes the focus for its rows. */
export const GRID_ID = 'applications';
