/** A switch of a screen whose position is part of the address, so that a copied link shows the same and back undoes it. */
import type { Route } from './route.svelte';

export interface Switch<T extends string> {
  readonly at: T;
  to(position: T): void;
}

/** @param name of the switch, on its screen @param positions all there are; where the address has none of them, the first */
export function switchOf<T extends string>(route: () => Route, name: string, positions: readonly [T, ...T[]]): Switch<T> {
  return {
    get at() {
      return positions.find((p) => p === route().place.switches.get(name)) ?? positions[0];
    },
    to(position) {
      const switches = new Map(route().place.switches);
      if (position === positions[0]) switches.delete(name);
      else switches.set(name, position);
      route().go({ switches });
    },
  };
}
