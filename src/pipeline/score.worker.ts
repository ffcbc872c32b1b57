/** The score worker: answers long questions about books off the page's thread. */
import { scoreDesk } from './score-desk';
import { serveCalls } from './rpc';

serveCalls(self, scoreDesk());
