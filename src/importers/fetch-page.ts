// A page from the web: the one place from which this program calls out, and only when a desk has switched it on.
// The address that was checked is the address that is connected to, on every redirect.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { sha256 } from '../core/digest.js';
import { forbidden, invalid, Refusal } from '../core/errors.js';
import { MAX_BYTES } from './document.js';
import { type Answer, request } from './guarded-request.js';
import { isLocalName, isPublicAddress } from './public-address.js';
import { checkRobots } from './robots.js';

export interface FetchOptions {
  /** For everything together: names, robots.txt, redirects and the page. */
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
  /** Who asks, and how to reach them; its first word is what robots.txt calls us. */
  readonly userAgent?: string;
  /** When given, only these hosts and those below them are ever asked. */
  readonly allowHosts?: readonly string[];
  /** What the answer may be. */
  readonly accept?: RegExp;
}

/** What was fetched, to be kept as it came: whoever doubts an import can look at what the page was. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly finalUrl: string;
  /** The addresses that sent us on, first the one asked for. */
  readonly redirects: readonly string[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The Content-Type, for `readDocument`. */
  readonly mediaType: string | null;
  /** ISO-8601 UTC. */
  readonly fetchedAt: string;
}

/** Who may be asked, and where names lead. Tests over loopback servers bring their own; production has one, below. */
export interface Gate {
  resolve(host: string): Promise<readonly string[]>;
  permits(address: string, port: number): boolean;
}

export const PUBLIC_GATE: Gate = {
  resolve: async (host) => {
    if (isLocalName(host)) throw inside();
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  permits: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
};

/** For what a desk sends to its own network, where whoever runs it allows that. Nothing is fetched through it. */
export const ANY_GATE: Gate = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  permits: () => true,
};

export const DOCUMENT_TYPES =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|rtf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))\b/i;
export const FEED_TYPES =
  /^(?:application\/(?:rss|atom|rdf)\+xml|(?:application|text)\/xml|application\/(?:feed\+)?json|text\/plain)\b/i;
/** What an editor may ask for by address: a document, or a feed to pick one from. */
export const READABLE_TYPES = new RegExp(`${DOCUMENT_TYPES.source}|${FEED_TYPES.source}`, 'i');

const DEFAULTS = {
  deadlineMs: 15_000,
  maxBytes: MAX_BYTES,
  userAgent: 'Whosaid/0.1 (fetches single articles for an editor who asked for them)',
  allowHosts: [] as readonly string[],
  accept: DOCUMENT_TYPES,
};

const MOST_REDIRECTS = 3;

/** Throws a `Refusal` with a sentence for the editor whenever it does not come back with a page. */
export const fetchPage = (url: string, options: FetchOptions = {}): Promise<FetchedPage> =>
  fetchThrough(PUBLIC_GATE, url, options);

/** For tests. Nothing that runs in production passes another gate than the public one. */
export async function fetchThrough(gate: Gate, url: string, options: FetchOptions): Promise<FetchedPage> {
  const settings = { ...DEFAULTS, ...options };
  const signal = AbortSignal.timeout(settings.deadlineMs);
  try {
    return await follow(gate, url, settings, signal);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (signal.aborted)
      throw invalid(
        `The page did not arrive within ${settings.deadlineMs / 1000} s. Save it in your browser and import the file.`,
      );
    throw invalid(
      'The page could not be fetched: its server did not answer as a web server does. Save it in your browser and import the file.',
    );
  }
}

type Settings = typeof DEFAULTS;

async function follow(
  gate: Gate,
  first: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<FetchedPage> {
  const redirects: string[] = [];
  let url = checkedUrl(first, settings);
  for (;;) {
    await checkRobots(
      url,
      settings.userAgent,
      async (robots) => await ask(gate, robots, { ...settings, maxBytes: 512_000 }, signal),
    );
    const answer = await ask(gate, url, settings, signal);
    if (answer.location === null) return pageOf(url, redirects, answer, settings);
    redirects.push(url.href);
    if (redirects.length > MOST_REDIRECTS)
      throw invalid(
        'The page sends its readers on too many times. Open it in your browser and give the address it ends at.',
      );
    url = checkedUrl(answer.location, settings, url);
  }
}

function checkedUrl(address: string, settings: Settings, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw invalid('This is no web address. Give one that starts with https://.');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid('Only addresses that start with http:// or https:// can be fetched.');
  if (url.username !== '' || url.password !== '')
    throw invalid('This address holds a user name or password. Give it without them.');
  const { allowHosts } = settings;
  const isAllowed = allowHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (allowHosts.length > 0 && !isAllowed)
    throw forbidden(`This desk fetches pages from ${allowHosts.join(', ')} only.`);
  url.hash = '';
  return url;
}

/** Connects to exactly what was checked. */
async function ask(gate: Gate, url: URL, settings: Settings, signal: AbortSignal): Promise<Answer> {
  const address = await checkedAddress(gate, url, signal);
  return request(url, { address, signal, maxBytes: settings.maxBytes, userAgent: settings.userAgent });
}

/** Finds out where the name leads; refuses if any of it leads inside. */
export async function checkedAddress(gate: Gate, url: URL, signal: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const isLiteral = isIP(host) !== 0;
  const addresses = isLiteral ? [host] : await resolved(gate, host, signal);
  const address = addresses[0];
  if (address === undefined) throw unknownHost(host);
  if (!addresses.every((one) => gate.permits(one, port))) throw inside();
  return address;
}

async function resolved(gate: Gate, host: string, signal: AbortSignal): Promise<readonly string[]> {
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  late.catch(() => {});
  try {
    return await Promise.race([gate.resolve(host), late]);
  } catch (error) {
    if (signal.aborted || error instanceof Refusal) throw error;
    throw unknownHost(host);
  }
}

const unknownHost = (host: string): Refusal =>
  invalid(`No server is known by the name ${host}. Check the address.`);

/** Says nothing about what is or is not there. */
const inside = (): Refusal =>
  forbidden('This address does not lead to a public web server, so it is not fetched.');

function pageOf(url: URL, redirects: readonly string[], answer: Answer, settings: Settings): FetchedPage {
  const { status, bytes, headers } = answer;
  if (status < 200 || status > 299)
    throw invalid(
      `The page could not be fetched: its server answered ${status}. Open it in your browser, save it, and import the file.`,
    );
  const mediaType = headers['content-type'] ?? null;
  if (mediaType !== null && !settings.accept.test(mediaType.trim()))
    throw invalid(
      `This address leads to ${mediaType.split(';')[0]!.slice(0, 60)}, which is no article. Give the address of the article itself.`,
    );
  if (bytes.length === 0)
    throw invalid('The page came back empty. Open it in your browser, save it, and import the file.');
  const fetchedAt = new Date().toISOString();
  return {
    bytes,
    sha256: sha256(bytes),
    finalUrl: url.href,
    redirects,
    status,
    headers,
    mediaType,
    fetchedAt,
  };
}
