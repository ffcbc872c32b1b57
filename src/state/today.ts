/** Today's date, for the screens that say what is late. */
export { today } from '../pipeline/clock';
