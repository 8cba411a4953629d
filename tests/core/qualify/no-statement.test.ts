import { describe, expect, it } from 'vitest';
import { findTurns } from '../../../src/core/extract/turns.js';
import { withoutTraps } from '../../../src/core/qualify/no-statement.js';
import { readMarked } from '../narration/marked.js';

function kept(marked: string): number {
  const { reading, attributions } = readMarked(marked);
  return withoutTraps(reading, attributions, findTurns(reading)).length;
}

describe('withoutTraps', () => {
  it.each([
    '[The ministry] <declined> {to comment on the report}.',
    '[Ms Rask] <did not respond> {to requests for comment}.',
    'Reached by phone, [he] <said> {only that he had nothing to say}.',
    '<Asked> {about the dam}, [she] laughed.',
    'Asked by a reporter {who was still shooting}, [the colonel] <hung up>.',
    '[They] <named> the boat {“Second Wind”}.',
    'Her <memoir>, {“Small Steps, Loud Ground”}, appears in May.',
    'The pact, <known as> {the “Spring Accord”}, expires this week.',
    '[The sign] still <reads> {“Friendship Crossing”}.',
    '[An official], who <asked> {not to be named because he was not authorised to speak}, nodded.',
    'Two workers, [who] <did not want> {to give their names}, nodded.',
    '[The market] was <noted for> {its walnuts}.',
    '[She] <pointed> {out} the gate.',
    'It <was known> that {the mayor had asked for guards}.',
    'At 07:15 [we] <gave> {his rank as lieutenant}.',
    '[Our reporter] <counts> {nine bursts in ten minutes}.',
    '{The dispatch was carried in full by a website}, [which] <added> a question mark.',
    'The weekly <claimed> it {without naming a source}.',
    '[His grandfather] <coined> {the slogan “One lake, one people” in 1938}.',
    '[The army] <denied> {it}.',
    'The road is closed. <Tell> {us what you saw from your window}.',
    'Some statements look ahead. To <contact> the reporter on this story: {Nils Ober in Skagby}.',
    'Can [you] <see> {the barracks from where you are}?',
  ])('leaves out %j', (marked) => {
    expect(kept(marked)).toBe(0);
  });

  it.each([
    'Two officials, [who] <did not want> {the bridge rebuilt}, left.',
    '[The ministry] <said> {the road was open}.',
    '[She] <said>: {“Second Wind is my boat.”}',
    '[The committee] <says> {11,400}.',
    '[The directorate] <has acknowledged> {six}.',
    '[An official], who asked not to be named, <said> {the road was open}.',
    '{“Where is the bread?”} [she] <asked>.',
    '[The MP] <asked> {whether the minister would resign}.',
    '{“I decline to answer,”} [he] <said>.',
    '[She] <called> the plan {“arithmetic without a conscience”}.',
    '[He] <pleaded> {guilty}.',
    'It <was alleged> that {the mayor had taken bribes}.',
    '{“We were there,”} [he] <said>.',
    '[The union], which has 400 members, <said> {it would strike}.',
  ])('keeps %j', (marked) => {
    expect(kept(marked)).toBe(1);
  });

  it('leaves out what an interviewer asks, not what is answered', () => {
    const talk = (question: string, answer: string): string =>
      `Marta Quill has cast bells for forty years.\n\nQ: ${question}\n\nA: ${answer}\n\nQ: And now?\n\nA: Now I rest.`;
    expect(kept(talk('[The guild] <says> {you are the last}. Are you?', 'I may be.'))).toBe(0);
    expect(kept(talk('Are you the last?', '[The guild] <says> {so, and I believe it}.'))).toBe(1);
  });
});
