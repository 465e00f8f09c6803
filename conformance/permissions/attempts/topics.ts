import type { Attempt } from '../attempt';
import { type Caller, ANONYMOUS, STRANGE_ACCOUNT, administrator, inTheClear, roleWithoutRights, root, service, sessionOf } from '../callers';
import type { Governed } from '../policies';

const PUBLISH = 'sns:Publish';

const isOwn = ({ name }: Governed) => name.startsWith('orders/');
const isPlain = ({ name }: Governed) => name.startsWith('options/Plain/');

/** The resources of the same stack. */
function beside(topic: Governed, kind: Governed['kind'], id: string, all: readonly Governed[]): Governed {
  const stack = topic.name.slice(0, topic.name.lastIndexOf('/') + 1);
  return all.find((each) => each.kind === kind && each.name.startsWith(`${stack}${id}`))!;
}

function vaultOf(topic: Governed, all: readonly Governed[]): string {
  return beside(topic, 'vault', 'Vault', all).arn;
}

function backupFor(source: (topic: Governed, all: readonly Governed[]) => { account?: string; arn?: string }): Attempt['who'] {
  return (topic, all) => service('backup', source(topic, all));
}

const rule = (topic: Governed) => `arn:aws:events:${topic.region}:${topic.account}:rule/some-rule`;
const ofRule = (topic: Governed, id: string, all: readonly Governed[]): Caller => sessionOf(beside(topic, 'role', id, all));
const ownVault = (topic: Governed, all: readonly Governed[]) => ({ account: topic.account, arn: vaultOf(topic, all) });

export const AT_TOPICS: readonly Attempt[] = [
  { on: 'topic', does: PUBLISH, who: backupFor(ownVault), verdict: 'Allowed' },
  { on: 'topic', does: PUBLISH, which: isOwn, who: (topic, all) => ofRule(topic, 'AlertsRuleRole', all), verdict: 'Allowed' },
  { on: 'topic', does: PUBLISH, which: isPlain, who: (topic, all) => ofRule(topic, 'WiringRuleRole', all), verdict: 'Allowed' },
  { on: 'topic', does: PUBLISH, who: ({ account }) => administrator(account), verdict: 'Allowed' },

  // The wrong vault, the wrong account, or no source
  { on: 'topic', does: PUBLISH, who: backupFor(({ account, region }) => ({ account, arn: `arn:aws:backup:${region}:${account}:backup-vault:another` })), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: backupFor((topic, all) => ({ account: topic.account, arn: `${vaultOf(topic, all)}2` })), verdict: 'ImplicitlyDenied' },
  {
    on: 'topic',
    does: PUBLISH,
    who: backupFor((topic, all) => ({ account: STRANGE_ACCOUNT, arn: vaultOf(topic, all).replace(topic.account, STRANGE_ACCOUNT) })),
    verdict: 'ImplicitlyDenied',
  },
  { on: 'topic', does: PUBLISH, who: backupFor((topic, all) => ({ account: STRANGE_ACCOUNT, arn: vaultOf(topic, all) })), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: backupFor((topic, all) => ({ arn: vaultOf(topic, all) })), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: backupFor(({ account }) => ({ account })), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: backupFor(() => ({})), verdict: 'ImplicitlyDenied' },
  // The wrong service: EventBridge publishes with its role, not with its service principal
  { on: 'topic', does: PUBLISH, who: (topic) => service('events', { account: topic.account, arn: rule(topic) }), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: (topic, all) => service('s3', ownVault(topic, all)), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: (_, all) => sessionOf(all.find(({ name }) => name.startsWith('options/Imported/WiringRuleRole'))!), verdict: 'ImplicitlyDenied' },
  { on: 'topic', does: PUBLISH, who: ({ account }) => roleWithoutRights(account), verdict: 'ImplicitlyDenied' },
  ...[PUBLISH, 'sns:Subscribe', 'sns:SetTopicAttributes', 'sns:AddPermission', 'sns:DeleteTopic'].flatMap((does): Attempt[] => [
    { on: 'topic', does, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' },
    { on: 'topic', does, who: () => ANONYMOUS, verdict: 'ImplicitlyDenied' },
  ]),
  ...['sns:Subscribe', 'sns:SetTopicAttributes', 'sns:DeleteTopic'].map((does): Attempt => ({ on: 'topic', does, who: backupFor(ownVault), verdict: 'ImplicitlyDenied' })),

  { on: 'topic', does: PUBLISH, which: isOwn, who: (topic, all) => inTheClear(service('backup', ownVault(topic, all))), verdict: 'ExplicitlyDenied' },
  { on: 'topic', does: PUBLISH, which: isOwn, who: ({ account }) => inTheClear(root(account)), verdict: 'ExplicitlyDenied' },
];
