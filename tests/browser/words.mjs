// The interface's own words, so that a test presses what a person reads and a better wording breaks nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support.mjs';

/** Every text of the interface, as `app/locales/da.json` has it. */
export const words = JSON.parse(readFileSync(join(root, 'app', 'locales', 'da.json'), 'utf8'));

/** A text with values in its places. */
export const fill = (text, values) =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text);

/** A text as a pattern for the whole of an accessible name that begins with it. */
export const beginsWith = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
