// Every view and its model, in one list: a wrong model does not compile, and a test renders them all.
import type { AccountViews } from './account-views.js';
import type { Answer } from './refusals.js';

export interface Views extends AccountViews {
  refusal: Answer;
}
