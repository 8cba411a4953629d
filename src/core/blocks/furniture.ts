// Page furniture: what a website or a press office prints around a story. Known by its wording, in any story.
import type { Stretch } from './stretch.js';

/** Longer than this, a stretch is read as text whatever it begins with. */
const LONGEST_FURNITURE = 45;

/** Whole lines, compared without case and closing punctuation. */
const WHOLE = new Set(
  `search|close|close this search box|menu|open menu|main menu|navigation|home|homepage|skip to content|skip to main content
log in|login|sign in|sign up|register|subscribe|subscribe now|my account|newsletter|newsletters|join|donate|support us|join us
share|share this|share this article|share on facebook|share on twitter|share on x|tweet|print|email|e-mail|save|copy link|bookmark
facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|pinterest|reddit|tiktok|rss|follow us
advertisement|advertising|advertisement - scroll to continue|sponsored|sponsored content|promoted|paid content|ad|ads|promo
related|related articles|related stories|related topics|related posts|related content|related news|recommended|recommended stories
most read|most popular|most viewed|trending|trending now|popular|latest|latest news|latest stories|top stories|more stories
editor's picks|editors' picks|you may also like|you might also like|more news|read next|read more|read also|see also|also read
read full story|continue reading|load more|show more|view more|see more|more|next|previous|older posts|newer posts|back|back to top|top
comments|leave a comment|leave your comment|add a comment|post a comment|view comments|join the conversation|reply|like|report
accept|accept all|accept all cookies|accept cookies|reject all|manage choices|manage cookies|cookie settings|cookie policy|i agree
privacy policy|privacy|terms of use|terms of service|terms and conditions|terms & conditions|terms|contact|contact us|about|about us|careers
advertise with us|advertise|help|faq|sitemap|site map|listen|listen to this article|listen to article|play|pause|watch|live|breaking
breaking news|for immediate release|immediate release|embargoed|press release|media release|news release|ends|end|photos|gallery
all rights reserved|error|loading|thank you|thanks for reading|copied|translate|language|edition|weather|topics|tags|tag|tools`
    .split(/[|\n]/)
    .map((entry) => entry.trim()),
);

/** How a line of furniture begins. Each alternative is anchored and has no repeated group. */
const OPENINGS = new RegExp(
  `^(?:${[
    '(?:also read|read also|read more|read next|read|see also|see more|more on this|more from|more:|watch|watch:|watch live|listen|related)(?: ?:| ?[»>→])',
    '(?:related (?:articles?|stories|topics|news|coverage|links?)|recommended|further reading|more stories)\\b.*$',
    'you (?:might|may) (?:also )?(?:be interested|like|have missed)',
    '(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|share|share this|follow us|labels) ?:',
    '(?:share|follow|find|like|join) (?:this|us|me|our)\\b',
    '(?:sign up|subscribe|register|log ?in|sign in) (?:for|to|now|here|today|with|and)\\b',
    '(?:get|receive) (?:our|the|all the|daily|breaking|unlimited|more)\\b.*(?:newsletter|inbox|alerts?|app|access)',
    '(?:download|get|install) (?:our|the) .*app\\b',
    'click (?:here|on)\\b',
    'join our\\b',
    'support (?:our|independent|quality) ',
    '(?:©|\\(c\\) ?(?:19|20)\\d\\d|copyright\\b)',
    'all rights reserved\\b',
    '(?:we|this (?:web)?site|our (?:web)?site) uses? cookies',
    'by (?:continuing|using|clicking|signing up|subscribing)\\b',
    'accept (?:all )?cookies',
    '\\[?(?:advertis(?:ing|ement)|sponsored|paid post|promoted)\\]?(?: |$|[:–—―-])',
    '(?:article|story|text|advertisement) continues (?:below|after)',
    'scroll (?:down|to)',
    '(?:last )?updated(?: on| at)?:? \\S+ .*$',
    '(?:published|posted|first published|last modified|modified|created)(?: on| at| by)?:? .*$',
    '(?:\\d[\\d.,]* )(?:comments?|views?|shares?|likes?|replies|reads?|min(?:ute)?s? read)\\b.*$',
    'comments? ?\\(\\d',
    'leave (?:a|your) (?:comment|reply)',
    '(?:media|press|for media|for press|news) (?:contacts?|enquir|inquir)',
    '(?:for (?:more|further) information|for media inquiries|for interviews),? ?(?:please )?(?:contact|visit|see|call)?\\b',
    'to contact the (?:reporter|editor|author|journalist)s? ',
    '(?:contact|e-?mail|tel|phone|fax|website|web) ?: ',
    '(?:last minute|latest|breaking|live now|trending|now reading|just in) {2,}',
    'the views expressed in (?:this|the)\\b',
    "(?:that's|that’s) all from us",
    'thank(?:s| you) for (?:reading|listening|watching|following)',
    '(?:send|tell|email|e-mail|write to|contact) us\\b',
    '(?:do you|have you) .*\\? (?:send|tell|email|contact|write|get in touch)',
    'about (?:the )?(?:ministry|company|author|us)\\b ?:',
    'boilerplate\\b',
    '#{2,}$',
    '[-–—―=_*#~•. ]{3,}$',
    '[-–—―] ?(?:30|ends?|more) ?[-–—―]$',
  ].join('|')})`,
  'i',
);

/** What only furniture contains, in a line that is no sentence. */
const INSIDE =
  /[☰≡👁]|>>|»»|\b(?:all rights reserved|subscribe(?: now)?$|\d+ min(?:ute)? read\b|manage choices)/iu;

const MENU_GAP = / {2,}|\t| [|/•·›>»] /;

/** Several very short items on one line: a menu, a row of share buttons, a breadcrumb trail. */
function isMenuLine(line: Stretch): boolean {
  if (line.endsSentence || line.words > 25 || !MENU_GAP.test(line.head)) return false;
  const items = line.head.split(MENU_GAP).filter((item) => item.trim() !== '');
  if (/^home [/>»›|]/i.test(line.head)) return true;
  return items.length >= 3 && items.every((item) => item.trim().split(/\s+/).length <= 3 && !/\d/.test(item));
}

/** The network names on one line, with or without "Share". */
const NETWORKS =
  /\b(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|pinterest|reddit|email|print|copy link|share|tweet|messenger|viber|vk)\b/giu;
const isShareBar = (line: Stretch): boolean =>
  line.words <= 14 && (line.head.match(NETWORKS)?.length ?? 0) >= Math.max(2, line.words * 0.6);

export const isAdvertisementMark = (line: Stretch): boolean =>
  /^\[?(?:advertis(?:ing|ement)|sponsored(?: content)?|paid post|promoted(?: content)?)\]?[:.]?$/i.test(
    line.head,
  );

/** Headings that open a list of other stories. */
export const opensOtherStories = (line: Stretch): boolean =>
  /^(?:related|recommended|most (?:read|popular|viewed)|trending|you (?:may|might)|more (?:from|stories|news|on)|read (?:next|more|also)|also read|see also|latest|top stories|editors?['’]s? picks|don['’]t miss|elsewhere|popular)\b/i.test(
    line.head,
  ) && line.words <= 8;

export function isFurniture(line: Stretch): boolean {
  if (line.words > LONGEST_FURNITURE) return false;
  const bare = line.head
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (bare === '' || WHOLE.has(bare)) return true;
  if (OPENINGS.test(line.head)) return true;
  if (!line.endsSentence && INSIDE.test(line.head)) return true;
  return isMenuLine(line) || isShareBar(line);
}
