/** Every chart, placed from the same invented figures, is the picture in test/output. */
import { describe, expect, it } from 'vitest';
import { sceneSvg } from '../../src/charts/scene-svg';
import { pictures } from './pictures';

describe('pictures', () => {
  for (const [name, picture] of Object.entries(pictures))
    it(`${name} is drawn as in test/output/${name}.svg`, async () => {
      await expect(sceneSvg(picture())).toMatchFileSnapshot(`../output/${name}.svg`);
    });
});
