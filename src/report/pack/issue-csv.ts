/** The list of problems as a table of the ledger 问题·责任清单: it reads back in, and what the counties write into it comes with it. */
import type { LedgerDef } from '../../model/ledger';
import { csv, numberField, textField } from '../../model/csv';
import type { Period } from '../../model/period';
import { formats } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import type { IssueLine } from './lists';

/** @param ledger the declaration of the issue list. In Chinese whatever the page speaks, since that is what is read back. */
export function issueCsv(
  lines: readonly IssueLine[],
  ledger: LedgerDef,
  period: Period,
  unitName: (u: UnitId) => string,
): string {
  const f = formats('zh-CN');
  const listed = (column: string, value: string): string =>
    ledger.columns.find((c) => c.id === column)?.values?.find((v) => v.id === value)?.name.zh ?? '';
  const cellOf = (l: IssueLine, column: string): string => {
    switch (column) {
      case 'period':
        return f.period(period);
      case 'issue_number':
        return l.number;
      case 'county':
        return unitName(l.unit);
      case 'issue':
        return l.problem;
      case 'source':
        return l.source;
      case 'assigned_by':
        return listed(column, l.assignedBy);
      case 'evidence':
        return l.evidence;
      case 'steps':
        return l.steps;
      case 'responsible':
        return l.responsible;
      case 'leader_post':
        return l.post;
      case 'deadline':
        return l.deadline ?? '';
      case 'first_listed':
        return l.first;
      case 'extensions':
        return numberField(l.extensions);
      case 'progress':
        return l.progress;
      case 'closed':
        return l.closed ? '是' : '否';
      case 'closed_on':
        return l.closedOn ?? '';
      default:
        return '';
    }
  };
  return csv([
    ledger.columns.map((c) => textField(c.name.zh)),
    ...lines.map((l) => ledger.columns.map((c) => textField(harmless(cellOf(l, c.id))))),
  ]);
}

/** A text that a spreadsheet would run gets a wide space in front, which reading it back takes off. */
const harmless = (text: string): string => (/^[=+\-@＝＋－＠]/.test(text) ? `\u3000${text}` : text);
