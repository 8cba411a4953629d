import { describe, expect, it } from 'vitest';
import { isCheckable } from '../../../src/core/qualify/checkable.js';
import { kindOf } from '../../../src/core/qualify/kind.js';
import { polarityOf } from '../../../src/core/qualify/polarity.js';
import { readMarked } from '../narration/marked.js';

describe('kindOf', () => {
  it.each([
    ['{“We have bread until Friday,”} [she] <said>.', 'direct'],
    ['{“We have bread,”} [she] <said>. {“Until Friday.”}', 'direct'],
    ['[She] <said>: {“Count the fish first.”}', 'direct'],
    ["[The union] <wrote> that {'safety is not a line item'}.", 'direct'],
    ['« Nous » is a film. {«We are here»}, [he] <said>.', 'direct'],
    ['„We are late“ is a play. {„We are here“}, [he] <said>.', 'direct'],
    ['[Mayor Holt]: {“Nobody is going home yet.”}', 'direct'],
    ['[Quill]: {I stopped counting at nine hundred.}', 'direct'],
    ['[She] <said> {the quay was “ours again” after two years}.', 'mixed'],
    ['[The clerk] <blamed> {“sleet and nothing else”}.', 'mixed'],
    ['[The army] <spoke of> {“no fewer than eleven” dead}.', 'mixed'],
    ['[She] <said> {the quay was open}.', 'indirect'],
    ['[She] <said> {the film “Second Wind” was shot there}.', 'indirect'],
    ["[He] <said> {a man known as 'the baker' had paid}.", 'indirect'],
    ["[The minister] <said> {the workers' demands and the owners' offer were far apart}.", 'indirect'],
  ])('%j is %s', (text, kind) => {
    const { reading, attributions } = readMarked(text);
    expect(kindOf(reading, attributions[0]!)).toBe(kind);
  });
});

describe('polarityOf', () => {
  it.each([
    ['[The army] <denied> that {the pass had fallen}.', 'denied'],
    ['[The army] <rejected> {reports that the pass had fallen}.', 'denied'],
    ['[He] <dismissed> {the allegations}.', 'denied'],
    ['[The firm] <disputes> {the figure}.', 'denied'],
    ['[She] <ruled out> {job cuts}.', 'denied'],
    ['[She] <said> it was not true that {the pass had fallen}.', 'denied'],
    ['[She] <called> {the report fake}.', 'denied'],
    ['In a <denial> that {the pass had fallen}, [the army] sent photographs.', 'denied'],
    ['[The rebels] <rejected> {a ceasefire proposal}.', 'asserted'],
    ['[He] did not <deny> that {he had left}.', 'asserted'],
    ['[He] <could not rule out> {a second leak}.', 'asserted'],
    ['[He] <said> {nobody had denied it}.', 'asserted'],
    ['[She] <said> {the pass was open}.', 'asserted'],
  ])('%j is %s', (text, polarity) => {
    const { reading, attributions } = readMarked(text);
    expect(polarityOf(reading, attributions[0]!)).toBe(polarity);
  });
});

describe('isCheckable', () => {
  it.each([
    '[She] <said> {four men had died}.',
    '[The army] <vowed> {to have killed forty fighters}.',
    '[He] <denied> {owning the boat}.',
    '[She] <accused> {the mayor of taking bribes}.',
    '[The note] <lists> {bread and tinned fish}.',
    '[She] <said> {the wells are running dry}.',
    '[He] <warned> that {the bridge had been mined}.',
    '[He] <said> {the fee would cost a household 11 crowns a month}.',
    '{“Nobody was hurt. We will know more tomorrow,”} [she] <said>.',
    '[The committee] <says> {11,400}.',
  ])('evidence could settle %j', (text) => {
    const { reading, attributions } = readMarked(text);
    expect(isCheckable(reading, attributions[0]!)).toBe(true);
  });

  it.each([
    '[She] <asked> {whether the dam would hold}.',
    '{“Where is the bread?”} [she] <said>.',
    '[The mayor] <urged> {residents to stay indoors}.',
    '[He] <vowed> {to rebuild the mill}.',
    '[The ministry] <promised> {the road would open by Friday}.',
    '[He] <said> {the army would stand firm}.',
    '[She] <expects> {reserves to recover}.',
    '{“We hope for a good year,”} [he] <said>.',
    '{“Come and see it,”} [she] <said>.',
    '[He] <called> {the plan madness}.',
    '[She] <welcomed> {the decision}.',
    '[She] <warned> {sailors against leaving port}.',
    '{“I think this is a disgrace,”} [she] <said>.',
  ])('none could settle %j', (text) => {
    const { reading, attributions } = readMarked(text);
    expect(isCheckable(reading, attributions[0]!)).toBe(false);
  });
});
