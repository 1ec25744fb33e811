/** The channel on which nodes hear what another one wrote: the organisation, a space, and its log's newest place or `file`. */
export const NEWS = 'fairdesk_news';
/** A file became whole. */
export const FILE_NEWS = 'file';
