/** Which port the app is served on. */
export const DEFAULT_PORT = 4173;

/**
 * `--port 5000`, `--port=5000`, or PORT; else the default.
 * @param {readonly string[]} args @param {Readonly<Record<string, string | undefined>>} env
 * @throws {RangeError} when what is given is no port
 */
export function portOf(args, env) {
  const at = args.findIndex((a) => a === '--port' || a.startsWith('--port='));
  const flag = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
  const given = flag ?? (env.PORT || undefined);
  if (given === undefined) return DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65535)
    throw new RangeError(`"${given}" is no port: give a number up to 65535.`);
  return Number(given);
}
