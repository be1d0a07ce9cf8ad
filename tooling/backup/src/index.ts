export { makeBackup } from "./make-backup.ts";
export type { Backup, BackupSource } from "./make-backup.ts";
export { fileName, removeOldDailies } from "./folder.ts";
export { restoreCluster } from "./restore-cluster.ts";
export { restoreServer } from "./restore-server.ts";
