#!/usr/bin/env node
// The command line: finds the command, runs it, turns what went wrong into one sentence and an exit code.
import { type Command, EXIT, report, say } from './cli/io.js';

interface Entry {
  readonly usage: string;
  readonly about: string;
  readonly more?: string;
  /** Loaded only when asked for, so that a short command starts fast. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: {
    usage: 'serve [--host H] [--port N] [--data DIR] [--no-demo]',
    about: 'Run the desk. Makes and fills the data folder on first start.',
    more: `
  --host H      address to listen on (HOST, else 127.0.0.1)
  --port N      port (PORT, else 3000)
  --no-demo     start a real desk: no stories, no demo accounts; prints a code for the first admin
  --secure      behind TLS: Secure cookies and HSTS (WHOSAID_SECURE=1)
  --public-url URL  the desk's own address, for links that others follow (WHOSAID_PUBLIC_URL)
  --proxy ADDR  trust X-Forwarded-* from this proxy only (WHOSAID_PROXY)
  --fetch       let editors import by address (WHOSAID_FETCH=1); off unless asked for
  --webhooks-inside   let webhooks lead into the desk's own network (WHOSAID_WEBHOOKS_INSIDE=1)
`,
    load: async () => (await import('./cli/serve.js')).serveCommand,
  },
  import: {
    usage: 'import FILE|DIR|ZIP|JSONL|FEED… [--title T] [--publisher P] [--published-on DAY] [--url U]',
    about: 'Keep articles and find their statements.',
    more: `
  --title, --publisher, --published-on YYYY-MM-DD, --url   say what the file does not
  --by LOGIN    whose import it is (default: the first admin)
  --pick 1,3-5  of a feed, which of its articles to fetch (WHOSAID_FETCH=1); without it they are listed
  --jobs N      files read at the same time
  Whatever is in the desk already, byte for byte, is left as it is, so a stopped import can be run again.
`,
    load: async () => (await import('./cli/import.js')).importCommand,
  },
  extract: {
    usage: 'extract FILE|- [--json] | extract --jsonl [--jobs N] [--min-confidence X]',
    about: 'Print the statements of a text. Nothing is kept.',
    more: `
  --json               one line of JSON instead of a listing for people
  --jsonl              lines {"id","text","published_on","publisher"} from standard input, answers in the same order;
                       a line that cannot be read is answered with {"id","error","line"}, and the stream goes on
  --jobs N             threads for --jsonl
  --min-confidence X   0 to 1; leaves out what is less sure
  --published-on DAY, --publisher NAME   say what the file does not
`,
    load: async () => (await import('./cli/extract.js')).extractCommand,
  },
  list: {
    usage: 'list [--all] [--json]',
    about: 'List the articles with how far each one is.',
    load: async () => (await import('./cli/list.js')).listCommand,
  },
  report: {
    usage: 'report ARTICLE… [--format html|pdf|docx|…] [-o FILE]',
    about: 'Write the verification report of an article, or of several in one.',
    more: `
  --format F    html, pdf, docx, md, csv, json, claimreview, webannotation, prov-json, prov-turtle
                (by default what the name after -o ends in, else html)
  --rating R, --speaker NAME, --party NAME   only those statements; each may be given again
  --site URL    where readers find this desk, for forms that link to it
  --bom         begin a CSV with a byte order mark, for Excel
  Nothing is recorded. The same log head gives the same bytes. A CSV has no room for a seal: it goes to FILE.seal.
`,
    load: async () => (await import('./cli/report.js')).reportCommand,
  },
  bundle: {
    usage: 'bundle ARTICLE -o FILE.zip',
    about: 'Pack an article, its evidence, its log and its report, signed.',
    load: async () => (await import('./cli/bundle.js')).bundleCommand,
  },
  verify: {
    usage: 'verify REPORT|BUNDLE… [--key KEY] | verify FILE --bundle BUNDLE',
    about: 'Prove, offline, that a report or bundle was not altered.',
    more: `
  --key KEY     the desk's public key, as its reports print it: anything sealed with another fails
  --bundle B    whether FILE (a report, an original, a piece of evidence) is one of those in B
  Needs no data folder and no network. Names the first thing that does not hold, and exits with 1.
`,
    load: async () => (await import('./cli/verify.js')).verifyCommand,
  },
  findings: {
    usage: 'findings ARTICLE FILE… [--apply] [--by LOGIN]',
    about: 'Bring in what others found: Whosaid JSON, Web Annotations or ClaimReview.',
    more: `
  --apply      write it; without, only what would be added where is printed
  --by LOGIN   whose act it is (default: the first admin)
  Their statements are placed by their exact words; their ratings come in as notes, never as ratings. What cannot be
  placed is named and left out, and the exit code is 1. The same file brought in twice changes nothing more.
`,
    load: async () => (await import('./cli/findings.js')).findingsCommand,
  },
  'verify-log': {
    usage: 'verify-log [ARTICLE] [--head SEQ:HASH]',
    about: 'Prove that the log was not altered or cut off.',
    load: async () => (await import('./cli/verify-log.js')).verifyLogCommand,
  },
  replay: {
    usage: 'replay [--repair]',
    about: 'Rebuild every review from its events and compare.',
    load: async () => (await import('./cli/replay.js')).replayCommand,
  },
  user: {
    usage: 'user list | add LOGIN --name N --role R | disable LOGIN | enable LOGIN | reset LOGIN',
    about: 'Look after the people of the desk.',
    load: async () => (await import('./cli/user.js')).userCommand,
  },
  backup: {
    usage: 'backup DIR [--data DIR]',
    about: 'Copy the database and the desk’s key while the desk goes on working.',
    load: async () => (await import('./cli/backup.js')).backupCommand,
  },
  restore: {
    usage: 'restore BACKUP [--data DIR]',
    about: 'Put a backup back, after proving its log.',
    load: async () => (await import('./cli/restore.js')).restoreCommand,
  },
  migrate: {
    usage: 'migrate [--data DIR]',
    about: 'Bring the database to this version of the program.',
    load: async () => (await import('./cli/migrate.js')).migrateCommand,
  },
};

const HELP = `Whosaid keeps, for each statement of an article, who made it, how it reached us, and whether it holds.

  whosaid COMMAND [OPTIONS]

${Object.values(COMMANDS)
  .map(({ usage, about }) => `  ${usage}\n      ${about}`)
  .join('\n')}

  whosaid COMMAND --help tells more. --version prints the version.

The data folder is --data, else WHOSAID_DATA, else ./data.
Exit codes: 0 done; 1 something does not hold or could not be done; 2 the command line is wrong.
`;

async function main(args: readonly string[]): Promise<number> {
  const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env };
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(HELP);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version') {
    const { VERSION } = await import('./version.js');
    say(io, VERSION);
    return EXIT.done;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    io.stderr.write(`whosaid: there is no command “${name}”. Try whosaid --help.\n`);
    return EXIT.usage;
  }
  try {
    const command = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      io.stdout.write(`  whosaid ${entry.usage}\n      ${entry.about}\n${entry.more ?? ''}`);
      return EXIT.done;
    }
    return await command(rest, io);
  } catch (error) {
    return report(error, io);
  }
}

// Whoever reads our output may stop early (`whosaid list | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed);
});

process.exitCode = await main(process.argv.slice(2));
