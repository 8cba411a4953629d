// Captions of photographs and graphics.
import type { Stretch } from './stretch.js';

const OPENING =
  /^[[(]?(?:file |archive |stock |handout )?(?:photo|photograph|image|picture|pic|video|graphic|map|illustration|caption|cartoon|infographic|photo gallery)s?(?: (?:by|credit|courtesy(?: of)?|caption|provided by|from))?(?: ?[:–—―|/]| \d+ (?:of|\/))/i;
const CREDIT_AT_END =
  /(?:[[(](?:file |archive )?(?:photo|photograph|image|picture|pic|file|ap photo|handout|screengrab|screenshot)s?(?: (?:by|credit|courtesy(?: of)?))?(?: ?[:/]?[^)\]]{0,50})?[)\]]|(?:photo|image|picture|credit)s? ?[:/] ?[\p{L}'’./& -]{2,40}|(?<=^|[.!?)\]|–—"”’] ?)(?:photo|image|picture)s? by [\p{L}'’./& -]{2,40}|\/ ?(?:ap|afp|reuters|getty|getty images|epa|aa|tass|xinhua|file))\.?$/iu;

export const isCaption = (line: Stretch): boolean =>
  line.words <= 60 &&
  (OPENING.test(line.head) || CREDIT_AT_END.test(line.tail) || /^\[[^\]]*archive\]$/i.test(line.head));
