import { counted } from '../../../core/text/counted';
import { escapeMarkup } from '../markup';
import { rulePages } from '../rule-pages.generated';
import { severityWords } from './page-header';
import type { Cause, RuleGroup } from './page-model';

/** One rule: what it is about, how to mend it, and its causes, whose places the page's script draws. */
export function ruleMarkup({ rule, summary, severity, total, listed, causes }: RuleGroup): string {
  const page = rulePages[rule];
  const advice =
    page === undefined
      ? ''
      : `<div class="advice"><div><h3>Why it matters</h3>${paragraphs(page.why)}</div>` +
        `<div><h3>How to mend it</h3>${paragraphs(page.mend)}</div></div>\n`;
  const rest =
    listed < total
      ? `<p class="note">Of ${counted(total, 'place')}, ${listed.toLocaleString('en-US')} can be listed here. ` +
        'A report in JSON with <code>--max-problems 0</code> lists every place.</p>\n'
      : '';
  const name = escapeMarkup(rule);
  return (
    `<details class="rule" id="rule-${name}" data-rule="${name}" data-total="${String(total)}"><summary>` +
    `<span class="badge ${severity}">${severityWords[severity].one}</span>` +
    `<span class="what"><span class="title">${escapeMarkup(summary)}</span> <code>${name}</code></span>` +
    `<span class="count">${counted(total, 'place')}</span></summary>\n` +
    `${advice}${rest}${causes.map(causeMarkup).join('')}</details>\n`
  );
}

function causeMarkup({ severity, message, places }: Cause): string {
  return (
    `<details class="cause" data-severity="${severity}" data-total="${String(places)}"><summary>` +
    `<span class="dot ${severity}"></span><span class="what">${escapeMarkup(message)}</span>` +
    `<span class="count">${counted(places, 'place')}</span></summary><div class="places"></div></details>\n`
  );
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeMarkup(part).replace(/`([^`]*)`/g, '<code>$1</code>')}</p>`)
    .join('');
}
