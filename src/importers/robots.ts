// robots.txt (RFC 9309): a site that asks programs to stay away from a page is obeyed.
import robotsParser from 'robots-parser';
import { forbidden, Refusal } from '../core/errors.js';
import type { Answer } from './guarded-request.js';

/** Asks the site's robots.txt through `ask`, following its redirects no further than the same site. */
export async function checkRobots(
  page: URL,
  userAgent: string,
  ask: (url: URL) => Promise<Answer>,
): Promise<void> {
  const robots = new URL('/robots.txt', page);
  const answer = await ask(robots).then(
    (found) => (found.location === null ? found : elsewhere(found.location, robots, ask)),
    (error: unknown) => {
      // A robots.txt beyond any size says as little as one that does not come.
      if (error instanceof Refusal && error.code !== 'too_large') throw error;
      return null;
    },
  );
  if (answer === null || answer.status >= 500) throw unreachable(page);
  if (answer.status < 200 || answer.status > 299) return;
  const rules = parse(robots.href, new TextDecoder().decode(answer.bytes));
  if (rules.isAllowed(page.href, userAgent.split(/[/\s]/)[0]) === false)
    throw forbidden(
      `${page.hostname} asks programs not to fetch this page (robots.txt). Open it in your browser, save it, and import the file.`,
    );
}

/** From http to https, or to a canonical host: one step, and a redirect after that counts as no robots.txt. */
async function elsewhere(location: string, robots: URL, ask: (url: URL) => Promise<Answer>): Promise<Answer> {
  const gone = { status: 404, headers: {}, location: null, bytes: new Uint8Array() };
  if (!URL.canParse(location, robots.href)) return gone;
  const url = new URL(location, robots);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return gone;
  const answer = await ask(url);
  return answer.location === null ? answer : gone;
}

/** The package is CommonJS: its types and what Node imports disagree on where the function is. */
const parse = robotsParser as unknown as typeof robotsParser.default;

const unreachable = (page: URL): Refusal =>
  forbidden(
    `${page.hostname} did not say whether programs may fetch its pages (robots.txt could not be read), so it was left alone. Save the page in your browser and import the file.`,
  );
