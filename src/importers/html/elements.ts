// What HTML's elements and the usual class names mean for the flow of text.

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that end a line of text where they open and where they close. */
export const BLOCK_ELEMENTS = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul',
);

export const VOID_ELEMENTS = set('area base br col embed hr img input link meta param source track wbr');

/** Elements whose content is no text of the page. Dropped from the slim page too. */
export const DROPPED_ELEMENTS = set('script style template noscript svg canvas title annotation');

/** Kept in the slim page, because Readability counts them, but their content is no text. */
export const TEXTLESS_ELEMENTS = set('iframe object audio video select datalist textarea embed picture');

export const FURNITURE_ELEMENTS = set('nav footer aside form button dialog menu');

export const HEADINGS = set('h1 h2 h3 h4 h5 h6');

export const ENDS_HEADING = set('p ul ol dl table blockquote article section');

/**
 * Inline elements that no rule of Readability tells from plain text, unless a class or role names them. Not `span` and
 * `font`, whose share of the text it reckons, nor `code`, inside which it clears nothing away.
 */
export const PLAIN_INLINE = set(
  'b strong i em u small big sub sup mark abbr cite q kbd samp var s del ins bdi bdo time data wbr',
);

/** The attributes that Readability's rules look at; the rest of a page's attributes are as long as its text. */
export const TELLING_ATTRIBUTES = set(
  'class id role rel itemprop aria-modal summary datatable rowspan colspan',
);

export const MEDIA_ELEMENTS = set('iframe embed object video audio');

/** Most classes hold none of these, and need not be looked at more closely. */
export const TELLING_CLASS = /comment|disqus|respond|repl|caption|byline|author|writtenby|msolist/i;
export const COMMENT_CLASS = /(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|replies)(?:$|[\s_-])/i;
export const CAPTION_CLASS = /(?:^|[\s_-])caption/i;
export const BYLINE_CLASS = /byline|(?:^|[\s_-])authors?(?:$|[\s_-])|writtenby|p-author/i;

export const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Word keeps a list's bullets in the text and says so here; its list items are paragraphs of this class. */
export const WORD_BULLET_STYLE = /mso-list\s*:\s*ignore/i;
/** What Word puts into a copied text for each comment in the margin, and the list of them all below it. */
export const WORD_COMMENT_STYLE = /mso-(?:element\s*:\s*comment-list|special-character\s*:\s*comment)/i;
export const WORD_LIST_CLASS = /(?:^|\s)MsoListParagraph/;
