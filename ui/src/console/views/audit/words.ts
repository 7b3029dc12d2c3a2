// What the acts of the audit are called. An act that has no name here shows its code alone.
import { t } from '$shared/words';

const acts: Record<string, string> = {
  'announcement.add': 'console-audit-announcement-add',
  'candidate.transfer': 'console-audit-candidate-transfer',
  'case.claim': 'console-audit-case-claim',
  'case.decide': 'console-audit-case-decide',
  'case.undo': 'console-audit-case-undo',
  'centre.apply': 'console-audit-centre-apply',
  'centre.inspect': 'console-audit-centre-inspect',
  'centre.approve': 'console-audit-centre-approve',
  'centre.refuse': 'console-audit-centre-refuse',
  'centre.relocate': 'console-audit-centre-relocate',
  'centre.deregister': 'console-audit-centre-deregister',
  'centre.merge': 'console-audit-centre-merge',
  'centre.sub-county': 'console-audit-centre-sub-county',
  'circular.issue': 'console-audit-circular-issue',
  'code.make': 'console-audit-code-make',
  'code.wrong': 'console-audit-code-wrong',
  'console.rebuild': 'console-audit-console-rebuild',
  'device.enrol': 'console-audit-device-enrol',
  'device.revoke': 'console-audit-device-revoke',
  'epoch.begin': 'console-audit-epoch-begin',
  export: 'console-audit-export',
  'kcpe.import': 'console-audit-kcpe-import',
  'quarantine.release': 'console-audit-quarantine-release',
  'session.reuse': 'console-audit-session-reuse',
  'session.whole': 'console-audit-session-whole',
  'short-code.keep': 'console-audit-short-code-keep',
  'user.add': 'console-audit-user-add',
  'user.disable': 'console-audit-user-disable',
  'user.factor': 'console-audit-user-factor',
  'user.factor-forget': 'console-audit-user-factor-forget',
  'user.login': 'console-audit-user-login',
  'user.password': 'console-audit-user-password',
  'user.second-wrong': 'console-audit-user-second-wrong',
  'window.set': 'console-audit-window-set',
};

/** Empty for an act without a name. */
export const whatWords = (code: string) => (acts[code] ? t(acts[code]) : '');
/** Codes to search by. */
export const ACTS = Object.keys(acts);
