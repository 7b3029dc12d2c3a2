// What queues are called wherever a case is spoken of.
export const queueNames: Record<string, string> = {
  duplicate: 'console-record-queue-duplicate',
  conflict: 'console-record-queue-conflict',
  fork: 'console-record-queue-fork',
  late: 'console-record-queue-late',
  amendment: 'console-record-queue-amendment',
  transfer: 'console-record-queue-transfer',
  returned: 'console-record-queue-returned',
  kcpe: 'console-record-queue-kcpe',
  centre: 'console-record-queue-centre',
};
