/** The statements by which the engine is locked, shared by the app's engine and the one of the tests. */
import { sql } from '../../sql/sql';

/**
 * In this order, before anything else is run. No extension is ever loaded: a fetched one that cannot be had ruins
 * the instance, so even the address is our own. Afterwards only inputs under `in/` can be read, and nothing of this
 * can be set again.
 *
 * @param origin the app's own origin.
 */
export const lockStatements = (origin: string): readonly string[] => [
  sql`SET autoload_known_extensions=false`.text,
  sql`SET custom_extension_repository=${`${origin}/ext`}`.text,
  sql`SET allowed_directories=['in/']`.text,
  sql`SET enable_external_access=false`.text,
  sql`SET lock_configuration=true`.text,
];

/** BigInt and DECIMAL would arrive unscaled or as objects. */
export const OPEN_CONFIG = { query: { castBigIntToDouble: true, castDecimalToDouble: true } } as const;
