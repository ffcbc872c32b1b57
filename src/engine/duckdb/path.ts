/** A path as SQL names it. */
import { join, sql } from '../../sql/sql';

export const quotePath = (path: string): string => join([path], sql``).text;
