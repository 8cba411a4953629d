import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/importers/feed.ts';

const ITEM = {
  title: 'Ferry & quay',
  url: 'https://post.example/ferry',
  publishedOn: '2024-03-08',
  summary: 'He said so.',
};

describe('a feed', () => {
  it.each([
    [
      'RSS',
      '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>Ferry &amp;amp; quay</title><link>https://post.example/ferry</link><pubDate>Fri, 08 Mar 2024 23:40:00 -0500</pubDate><description>&lt;p&gt;He said so.&lt;/p&gt;</description></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Ferry &amp; quay</title><link rel="enclosure" href="https://post.example/a.mp3"/><link rel="alternate" href="https://post.example/ferry"/><published>2024-03-08T23:40:00-05:00</published><summary>He said so.</summary></entry></feed>',
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title></channel><item><title>Ferry &amp; quay</title><link>https://post.example/ferry</link><dc:date>2024-03-08T23:40:00-05:00</dc:date><description>He said so.</description></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","title":"Ferry & quay","url":"https://post.example/ferry","date_published":"2024-03-08T23:40:00-05:00","summary":"He said so."}]}',
    ],
  ])('lists its articles: %s', (_, text) => {
    expect(readFeed(text)).toMatchObject({ title: 'Post', items: [ITEM] });
  });

  it('lists only what has a web address, and says what it left out', () => {
    const text =
      '<rss version="2.0"><channel><title>P</title><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title></item><item><title>c</title><link>/c</link></item></channel></rss>';
    const feed = readFeed(text, 'https://post.example/feed');
    expect(feed.items.map(({ url }) => url)).toEqual(['https://post.example/c']);
    expect(feed.warnings).toEqual(['2 entries have no web address and cannot be picked.']);
  });

  it.each([
    ['a page', '<html><body>no</body></html>', /no feed/],
    ['an empty feed', '<rss version="2.0"><channel><title>P</title></channel></rss>', /no article|no feed/],
    [
      'entities that multiply',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      /document type/,
    ],
    ['broken XML', '<rss version="2.0"><channel><item>', /no feed|no article/],
    ['nothing', '', /no feed/],
    ['a feed beyond any size', 'x'.repeat(5_000_001), /larger/],
  ])('is refused with a sentence: %s', (_, text, sentence) => {
    expect(() => readFeed(text)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringMatching(sentence) }),
    );
  });

  it('is read in bounded time when its elements are nested without end', () => {
    const started = performance.now();
    expect(() => readFeed(`<rss version="2.0"><channel>${'<item>'.repeat(100_000)}`)).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
