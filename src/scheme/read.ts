/** Reading a scheme file: JSON → shape → meaning, with every fault reported at once, each with its place as a JSON pointer. */
import * as v from 'valibot';
import type { MeasureCatalogue } from '../model/measure';
import { problem, type Problem } from '../model/problem';
import { checkMeaning } from './check';
import { schemeFormat, type Scheme } from './format';
import { migrate } from './migrate';
import { at, isObject, type Json, pointerOf } from './pointer';

export interface SchemeReading {
  /** null where any problem is an error. */
  readonly scheme: Scheme | null;
  /** Errors and notices; `params.pointer` says where in the file. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a scheme file; measures are looked up in the catalogue. Never throws. */
export function readScheme(text: string, catalogue: MeasureCatalogue): SchemeReading {
  let json: Json;
  try {
    // A byte order mark is what Windows editors leave; JSON.parse would refuse it.
    json = JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch (e) {
    return { scheme: null, problems: [problem('error', 'scheme.notJson', {}, { pointer: '', detail: (e as Error).message })] };
  }
  // A file of a version that is not known would be all faults; its version is the one that matters.
  const { json: today, problems: version } = migrate(json);
  if (version.length > 0) return { scheme: null, problems: version };
  const { scheme, problems: shape } = checkShape(today);
  const problems = [...shape, ...checkMeaning(today, catalogue)];
  return { scheme: problems.some((p) => p.level === 'error') ? null : scheme, problems };
}

/** Valibot names one unknown key an object; each found is taken out of a copy and the rest read again, until all are named. */
function checkShape(json: Json): { scheme: Scheme | null; problems: Problem[] } {
  const rest = structuredClone(json);
  const unknown: Problem[] = [];
  for (;;) {
    const read = v.safeParse(schemeFormat, rest);
    if (read.success) return { scheme: read.output, problems: unknown };
    const others: Problem[] = [];
    let removed = false;
    for (const issue of read.issues) {
      const path = (issue.path ?? []).map((p) => String(p.key));
      const key = path.at(-1);
      const holder = at(rest, path.slice(0, -1));
      if (issue.expected === 'never' && key !== undefined && isObject(holder)) {
        unknown.push(problem('error', 'scheme.unknownKey', {}, { pointer: pointerOf(path), key }));
        removed = delete holder[key];
      } else {
        // A check of our own says in its message what it asks for.
        const expected = issue.expected ?? (issue.type === 'check' ? issue.message : issue.type);
        const params = { pointer: pointerOf(path), expected, received: issue.received };
        others.push(problem('error', 'scheme.invalid', {}, params));
      }
    }
    if (!removed) return { scheme: null, problems: [...unknown, ...others] };
  }
}
