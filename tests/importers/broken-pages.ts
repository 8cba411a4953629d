// The pages of `pages.ts` after accidents: tags put in, cut out and left open at seeded places.
import { pages } from './pages.ts';

const SHARDS =
  '<div>|</div>|<p>|</p>|<b>|</i>|<a href=x>|</a>|<span class="x">|</span>|<br>|<ul><li>|</ul>|<table><tr><td>|</table>|<h2>|</h3>|&nbsp;|&#x3c;|<!--|-->|<o:p>|<p"x>|<svg><title>x</title>|</svg>|"|\'|<|>|=|/|<img src=a.jpg>|<input>|<script>|</script>|</|<![CDATA[x]]>|<?xml ?>|<form>|<html>|<body>|</body>|<head>'.split(
    '|',
  );

export function brokenPages(seed: number, count: number): string[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const whole = pages(15);
  return Array.from({ length: count }, (_, at) => {
    let { html } = whole[at % whole.length]!;
    for (let accidents = Math.floor(random() * 12); accidents > 0; accidents--) {
      const place = Math.floor(random() * html.length);
      const kind = random();
      if (kind < 0.5)
        html = html.slice(0, place) + SHARDS[Math.floor(random() * SHARDS.length)] + html.slice(place);
      else if (kind < 0.8) html = html.slice(0, place) + html.slice(place + Math.floor(random() * 8));
      else html = html.slice(0, place) + html.slice(place).replace(/<\/\w+>/, '');
    }
    return html;
  });
}
