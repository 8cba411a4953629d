// An event in a sentence, for a page that may hold titles and names in several scripts.
import { describeEvent } from '../core/describe-event.js';
import type { Event } from '../core/event.js';

/** What stands in quotation marks is kept from turning the sentence around it: U+2068 and U+2069 isolate it. */
export const sentenceFor = (event: Event, nameOf: (id: string) => string): string =>
  describeEvent(event, nameOf).replace(/“([^”]*)”/g, '“\u2068$1\u2069”');
