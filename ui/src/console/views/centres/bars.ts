// What a chart's bar filters the list by, in words: shown as a label that can be taken away.
import { t } from '$shared/words';
import { weekday } from '$shared/words/weekday';
import type { CentreFilters, Filter } from '$domain/council/centres';

/** Nothing for those that have a control of their own. */
export function barWords(name: Filter, filters: CentreFilters): string | undefined {
  const value = filters[name];
  if (!value) return undefined;
  if (name === 'need') return t('console-centres-bar-need', { need: value });
  if (name === 'schema') return t('console-centres-bar-schema', { schema: value });
  if (name === 'day') return t('console-centres-bar-day', { when: value });
  if (name === 'at') return t('console-centres-bar-at', { when: Number(value) });
  if (name === 'weekday') return t('console-centres-bar-weekday', { day: weekday(Number(value)) });
  if (name === 'clock') return t('console-centres-bar-clock', { hour: value.padStart(2, '0') });
  return undefined;
}
