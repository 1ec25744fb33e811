/** Sizes and strokes of the drawn icons: pass one of these to every Tabler icon. The word beside it is what is read. */
export const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
export const tagIcon = { size: 14, stroke: 2, 'aria-hidden': true } as const;
export const answerIcon = { size: 15, stroke: 2, 'aria-hidden': true } as const;
export const navIcon = { size: 17, stroke: 1.75, 'aria-hidden': true } as const;
export const largeIcon = { size: 24, stroke: 1.5, 'aria-hidden': true } as const;
