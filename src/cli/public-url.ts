// The address under which others reach the desk, as whoever runs it gives it: checked at the start, not at the first link.
import { UsageError } from './io.js';

/** Its origin, or undefined where none was given. Links then follow the address each request came to. */
export function publicUrlOf(text: string | undefined, secure: boolean): string | undefined {
  if (text === undefined || text === '') return undefined;
  const problem = problemWith(text, secure);
  if (problem) throw new UsageError(`“${text}” is not the desk’s public address: ${problem}`);
  return new URL(text).origin;
}

function problemWith(text: string, secure: boolean): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return 'give it whole, like https://desk.example';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'leave out the user name and password';
  if (url.pathname !== '/' || /[?#]/.test(text))
    return `the desk is at the root of its address; give ${url.origin}`;
  if (secure && url.protocol !== 'https:') return 'a desk behind TLS (--secure) is reached by https://';
  if (/^(?:0\.0\.0\.0|\[::\])$/.test(url.hostname))
    return 'that is where a program listens, not where readers go; give the name they type';
  return null;
}
