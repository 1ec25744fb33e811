/** For how long details are kept until the organisation has said so. */
export const RETENTION_MONTHS = 12;
