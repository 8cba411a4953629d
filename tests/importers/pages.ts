// Pages of fictional papers, each built as some content system builds them, for tests and for bench/import.ts.
// `size` is the number of paragraphs of the story; the furniture grows with it.

export interface Page {
  readonly name: string;
  readonly html: string;
}

/** A small seeded generator, so that every run reads the same pages. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const WHO = [
  'The harbour office',
  'Ilse Marrow',
  'The council’s spokesman',
  'A union leader',
  'Two residents',
  'The mayor of Aldermouth',
];
const SAID = [
  'said',
  'told reporters',
  'wrote in a statement',
  'denied',
  'confirmed by telephone',
  'announced',
];
const WHAT = [
  'that the ferry would sail again before the end of the month',
  'that 14 of the 32 lamps along the quay had gone out',
  'that nobody had been asked about the new crossing, its price or its route',
  'that the engineers, who arrived on Tuesday, found no fault',
  'that the budget, once agreed, could not be opened again',
  'that “we will not be moved by a rumour”, however often it is told',
];
const WHEN = [
  'on Friday',
  'late on Monday',
  'in the morning',
  'after the meeting',
  'without giving a reason',
  'for the second time this year',
];

export interface Writer {
  sentence(): string;
  paragraph(): string;
  teaser(): string;
}

export function writer(seed: number): Writer {
  const random = seeded(seed);
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const sentence = (): string => `${one(WHO)} ${one(SAID)} ${one(WHEN)} ${one(WHAT)}.`;
  return {
    sentence,
    paragraph: () => Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' '),
    teaser: () => `${one(WHO)} ${one(WHEN)}`,
  };
}

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('\n');

const menu = (count: number): string =>
  `<nav class="site-nav"><ul>${times(count, (i) => `<li class="menu-item"><a href="/section/${i}">Section ${i}</a></li>`)}</ul></nav>`;

const cards = (w: Writer, count: number): string =>
  times(
    count,
    (i) =>
      `<div class="teaser"><a href="/story/${i}"><img src="/i/${i}.jpg" alt=""><h3 class="teaser__title">${w.teaser()}</h3></a><span class="teaser__time">${i} hours ago</span></div>`,
  );

const script = `<script>window.config={"a":[1,2,3],"b":"</p>"};</script><style>.teaser{color:red}</style>`;

type Build = (w: Writer, size: number) => string;

const BUILDS: Readonly<Record<string, Build>> = {
  'semantic article with structured data': (
    w,
    size,
  ) => `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry to sail again, says harbour office | The Aldermouth Post</title>
<link rel="canonical" href="https://post.example/news/ferry-to-sail">
<meta property="og:site_name" content="The Aldermouth Post"><meta property="og:title" content="Ferry to sail again, says harbour office">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"The Aldermouth Post"},
{"@type":"NewsArticle","headline":"Ferry to sail again, says harbour office","datePublished":"2024-03-08T23:40:00+01:00","author":[{"@type":"Person","name":"Nell Ostrander"}],"publisher":{"@id":"#org"},"articleSection":"Local","inLanguage":"en-GB"}]}</script>${script}</head>
<body><a class="skip-link" href="#main">Skip to content</a><header>${menu(30)}</header>
<main id="main"><article><header><h1>Ferry to sail again, says harbour office</h1><p class="byline">By <a rel="author" href="/nell">Nell Ostrander</a></p>
<time datetime="2024-03-08T23:40:00+01:00">8 March 2024</time></header>
<figure><img src="ferry.jpg"><figcaption>The ferry at its berth on Thursday. Photograph: Post</figcaption></figure>
${times(size, (i) => `${i % 6 === 5 ? `<h2>What happens next, part ${i}</h2>` : ''}<p>${w.paragraph()}</p>`)}
<blockquote><p>“${w.sentence()}”</p></blockquote><ul><li>${w.sentence()}</li><li>${w.sentence()}</li></ul></article>
<aside class="related"><h2>Related stories</h2>${cards(w, size)}</aside></main><footer>${menu(20)}<p>© The Aldermouth Post. All rights reserved.</p></footer></body></html>`,

  'weblog system with share bar and newsletter box': (
    w,
    size,
  ) => `<!DOCTYPE html><html lang="en"><head><title>Lamps go out along the quay – Quay Watch</title><meta name="author" content="Jon Pell">
<meta property="article:published_time" content="2023-11-02T08:00:00Z">${script}</head><body class="post-template-default single"><div id="page" class="site">
<div class="topbar">${menu(12)}</div><div id="content" class="site-content"><div class="entry-wrap"><h1 class="entry-title">Lamps go out along the quay</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2023-11-02T08:00:00Z">2 November 2023</time></span><span class="byline author vcard">Jon Pell</span></div>
<div class="sharedaddy"><ul><li><a href="#f">Facebook</a></li><li><a href="#t">Twitter</a></li><li><a href="#w">WhatsApp</a></li></ul></div>
<div class="entry-content">${times(size, () => `<p>${w.paragraph()} <a href="/tag/quay">the quay</a>, which is old.</p>`)}
<p><strong>Read more:</strong> <a href="/a">${w.teaser()}</a></p><div class="newsletter-signup"><h3>Get our newsletter</h3><form><input name="email"><button>Subscribe</button></form></div></div>
<div id="comments" class="comments-area"><h2>${size} comments</h2>${times(size, (i) => `<div class="comment"><b class="fn">reader${i}</b><p>${w.teaser()}?</p></div>`)}</div></div>
<aside id="secondary" class="widget-area">${cards(w, size)}</aside></div></div></body></html>`,

  'paragraphs made of line breaks': (
    w,
    size,
  ) => `<html><head><title>Council agrees budget</title></head><body><div id="wrap"><div id="left">${menu(20)}</div>
<div id="story"><h1>Council agrees budget</h1><font size="2">${times(size, () => `${w.paragraph()}<br><br>`)}</font></div>
<div id="right">${cards(w, 10)}</div></div></body></html>`,

  'layout by tables': (
    w,
    size,
  ) => `<html><head><title>Crossing still closed</title></head><body bgcolor="#ffffff"><table width="100%"><tr><td width="120">${menu(15)}</td>
<td><table><tr><td><h1>Crossing still closed</h1>${times(size, () => `<p>${w.paragraph()}</p>`)}
<table border="1"><tr><th>Day</th><th>Sailings</th></tr><tr><td>Monday</td><td>4</td></tr><tr><td>Tuesday</td><td>0</td></tr></table></td></tr></table></td>
<td width="160">${cards(w, 8)}</td></tr></table></body></html>`,

  'nested divisions without meaning': (
    w,
    size,
  ) => `<!doctype html><html><head><title>Union calls off strike</title>${script}</head><body><div><div><div class="css-1x">${menu(40)}</div>
<div class="css-9k"><div><div><div class="css-h"><h1><span>Union calls off strike</span></h1></div><div class="css-b"><section>
${times(size, () => `<div class="css-p"><div><p class="css-q"><span>${w.sentence()}</span> <span>${w.sentence()}</span> <em>${w.sentence()}</em></p></div></div>`)}
</section></div></div></div></div><div class="css-r">${cards(w, size)}</div></div></div></body></html>`,

  'text in divisions, not paragraphs': (
    w,
    size,
  ) => `<!doctype html><html><head><title>Residents ask for answers</title></head><body>${menu(10)}
<div class="article"><h1>Residents ask for answers</h1><div class="article-text">${times(size, () => `<div>${w.paragraph()}</div>`)}</div></div><div class="footer">${menu(10)}</div></body></html>`,

  'live report with times': (
    w,
    size,
  ) => `<!doctype html><html lang="en"><head><title>Live: the vote on the crossing</title></head><body>${menu(20)}<main><h1>Live: the vote on the crossing</h1>
<div class="live">${times(size, (i) => `<article class="entry"><time datetime="2024-01-05T1${i % 10}:00">1${i % 10}:00</time><h2>${w.teaser()}</h2><p>${w.paragraph()}</p><p>${w.sentence()}</p></article>`)}</div></main>${cards(w, 12)}</body></html>`,

  'interview in questions and answers': (
    w,
    size,
  ) => `<!doctype html><html><head><title>“I would do it again”: the engineer speaks</title></head><body>${menu(10)}<div class="post"><h1>“I would do it again”: the engineer speaks</h1>
<div class="post-body">${times(size, () => `<p><b>Why was the quay closed, and who decided it?</b></p><p>${w.paragraph()}</p>`)}</div></div></body></html>`,

  'related links between the paragraphs': (
    w,
    size,
  ) => `<!doctype html><html lang="en"><head><title>No fault found in crane, engineers say</title></head><body><header>${menu(25)}</header><article class="story"><h1>No fault found in crane, engineers say</h1>
${times(size, (i) => `<p>${w.paragraph()}</p>${i % 4 === 3 ? `<div class="inline-related"><span>Read more</span><ul><li><a href="/r/${i}">${w.teaser()}</a></li><li><a href="/s/${i}">${w.teaser()}</a></li></ul></div>` : ''}`)}</article>
<section class="most-read"><h2>Most read</h2><ol>${times(10, () => `<li><a href="/m">${w.teaser()}</a></li>`)}</ol></section></body></html>`,

  'broken markup': (
    w,
    size,
  ) => `<html><head><title>Rumour about price denied</title><body>${menu(10)}<div class=main><h1>Rumour about price denied</h2>
${times(size, (i) => `<p>${w.sentence()}<b>${w.sentence()}<i>bold & italic</b> < 3 of them</i> ${w.sentence()}${i % 2 ? '</span></div><div class=main>' : ''}`)}
<ul><li>${w.sentence()}<li>${w.sentence()}</ul><div class="foot"><a href=x>Home<a href=y>Contact</div>`,

  'hidden text and placeholders': (
    w,
    size,
  ) => `<!doctype html><html lang="en"><head><title>Second ferry bought</title></head><body><div style="display:none">${w.paragraph()}</div><div hidden><p>${w.paragraph()}</p></div>
${menu(20)}<article><h1>Second ferry bought</h1>${times(size, (i) => `<p>${w.paragraph()}</p><img src="data:image/gif;base64,R0lGOD" data-src="/p${i}.jpg"><noscript><img src="/p${i}.jpg"></noscript>`)}
<p aria-hidden="true">Advertisement</p></article><template><p>${w.paragraph()}</p></template></body></html>`,

  'long menu, short story': (
    w,
    size,
  ) => `<!doctype html><html lang="en"><head><title>Meeting moved to Thursday</title></head><body>${menu(size * 10)}${cards(w, size * 2)}
<main><article><h1>Meeting moved to Thursday</h1>${times(Math.max(4, Math.floor(size / 4)), () => `<p>${w.paragraph()}</p>`)}</article></main><footer>${menu(size * 4)}</footer></body></html>`,
};

export const pages = (size: number): Page[] =>
  Object.entries(BUILDS).map(([name, build], at) => ({ name, html: build(writer(at + 1), size) }));
