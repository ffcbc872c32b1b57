/** What the screens ask the score book for about lights and cards. */
export { cardsOf, litBy, litNodes, type Carded, type Lit, type Looked, type Unlit } from '../score/lights';
